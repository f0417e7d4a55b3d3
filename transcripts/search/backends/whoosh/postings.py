"""How postings lie in a segment, and how a whole list of them is read at once as arrays.

Whoosh's third codec with three changes: the numbers of a block are packed bytes instead of pickled tuples, positions
are 32-bit integers instead of a pickle for each posting, and blocks are larger and not compressed. A segment made
by this file is read by this file alone; CODEC_VERSION is part of the directory's name.
"""

from __future__ import annotations

import io
import pickle
from array import array
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

import numpy as np
from whoosh import formats
from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3LeafMatcher, W3PostingsWriter

from transcripts.search.backends.whoosh.mapping import MappedSegment

CODEC_VERSION = 1
BLOCK = 1024
_INFO_SIZE = 128  # a block's head is six numbers in a pickle, always smaller than this


class Block(NamedTuple):
    """Postings as arrays: document numbers ascending, weights, and each one's positions where they were asked for."""

    ids: np.ndarray
    weights: np.ndarray
    counts: np.ndarray
    positions: np.ndarray


class Counts(formats.Existence):
    """How often a word is in a text. The value to index is a list of words."""

    def word_values(self, value: list[str], _analyzer: Any, **_options: Any) -> Iterator[tuple[str, int, float, bytes]]:
        for word, count in Counter(value).items():
            yield word, count, float(count), b""


class Places(formats.Positions):
    """Where a word is in a text. The value to index is a list of words."""

    def word_values(self, value: list[str], _analyzer: Any, **_options: Any) -> Iterator[tuple[str, int, float, bytes]]:
        places: dict[str, array[int]] = {}
        for position, word in enumerate(value):
            places.setdefault(word, array("I")).append(position)
        for word, positions in places.items():
            yield word, len(positions), float(len(positions)), positions.tobytes()

    def encode(self, poslist: list[int]) -> bytes:
        return array("I", poslist).tobytes()

    def decode_positions(self, valuestring: bytes) -> list[int]:
        return array("I", valuestring).tolist()

    def decode_frequency(self, valuestring: bytes) -> int:
        return len(valuestring) // 4


class TermPostings:
    """The postings of one term while they are collected: documents ascending, and all values one after the other."""

    __slots__ = ("counts", "ids", "values", "weights")

    def __init__(self) -> None:
        self.ids, self.weights, self.counts = array("I"), array("f"), array("I")
        self.values = bytearray()


class Pool:
    """All postings of a segment that is being written, by field and term.

    Whoosh's own pool keeps a tuple for each posting, sorts them and spills them to disk; a segment of ours is small
    enough for memory, at some 20 bytes a posting.
    """

    def __init__(self) -> None:
        self._fields: dict[str, dict[bytes, TermPostings]] = {}

    def add(self, item: tuple[str, bytes, int, float, bytes]) -> None:
        field, term, number, weight, value = item
        terms = self._fields.setdefault(field, {})
        postings = terms.get(term)
        if postings is None:
            postings = terms[term] = TermPostings()
        postings.ids.append(number)
        postings.weights.append(weight)
        postings.counts.append(len(value))
        postings.values += value

    def iter_postings(self) -> Iterator[tuple[str, bytes, TermPostings]]:
        for field in sorted(self._fields):
            for term, postings in sorted(self._fields[field].items(), key=itemgetter(0)):
                yield field, term, postings

    def cleanup(self) -> None:
        self._fields.clear()


class FieldWriter(W3FieldWriter):
    """Takes what `Pool.iter_postings` gives."""

    def add_postings(self, schema: Any, _lengths: Any, items: Iterator[tuple[str, bytes, TermPostings]]) -> None:
        for field, terms in groupby(items, itemgetter(0)):
            self.start_field(field, schema[field])
            for _field, term, postings in terms:
                self.start_term(term)
                self._postwriter.write(postings)
                self.finish_term()
            self.finish_field()


class PostingsWriter(W3PostingsWriter):
    def write(self, postings: TermPostings) -> None:
        """All postings of the term that was started, in blocks."""
        total, at = len(postings.ids), 0
        for start in range(0, total, BLOCK):
            stop = min(start + BLOCK, total)
            self._ids, self._weights = postings.ids[start:stop], postings.weights[start:stop]
            counts = postings.counts[start:stop]
            size = sum(counts)
            self._values = (counts.tobytes(), bytes(postings.values[at : at + size]))
            self._maxweight, at = max(self._weights), at + size
            self._write_block(last=stop == total)

    def _mini_ids(self) -> bytes:
        return self._ids.tobytes()

    def _mini_weights(self) -> float | bytes:
        return self._maxweight if min(self._weights) == self._maxweight else self._weights.tobytes()

    def _mini_values(self) -> tuple[bytes, bytes] | None:
        return None if self._format.fixed_value_size() == 0 else self._values


class LeafMatcher(W3LeafMatcher):
    """Whoosh's interface to one list of postings, for merging, and `blocks` for searching."""

    def _goto(self, position: int) -> None:
        self._data = self._ids = self._weights = self._values = None
        self._i = 0
        length = self._postfile.get_int(position)
        self._lastblock = length < 0
        self._nextoffset = position + 4 + abs(length)
        head = io.BytesIO(self._postfile.get(position + 4, _INFO_SIZE))
        self._blocklength, self._maxid, self._maxweight, self._compression, *_lengths = pickle.load(head)  # noqa: S301 - our own file
        self._dataoffset = position + 4 + head.tell()

    def _read_ids(self) -> None:
        self._ids = array("I", self._loaded()[0])

    def _read_weights(self) -> None:
        weights = self._loaded()[1]
        self._weights = array("f", [weights]) * self._blocklength if isinstance(weights, float) else array("f", weights)

    def _read_values(self) -> None:
        packed = self._loaded()[2]
        self._values = (b"",) * self._blocklength if packed is None else tuple(_cut(*packed))

    def _loaded(self) -> tuple[Any, ...]:
        if self._data is None:
            self._read_data()
        return self._data

    def blocks(self, *, places: bool = False, among: np.ndarray | None = None) -> Iterator[Block]:
        """All postings, or at least those of the documents `among`, which are in ascending order."""
        lowest = 0
        while not self._atend:
            if among is None or np.searchsorted(among, lowest) < np.searchsorted(among, self._maxid, side="right"):
                yield self._block(places=places)
            lowest = self._maxid + 1
            self._next_block()

    def _block(self, *, places: bool) -> Block:
        ids, weights, packed = self._loaded()
        spread = isinstance(weights, float)
        return Block(
            np.frombuffer(ids, np.uint32),
            np.full(self._blocklength, weights, np.float32) if spread else np.frombuffer(weights, np.float32),
            np.frombuffer(packed[0], np.uint32) // 4 if places else np.empty(0, np.uint32),
            np.frombuffer(packed[1], np.uint32) if places else np.empty(0, np.uint32),
        )


def _cut(lengths: bytes, joined: bytes) -> Iterator[bytes]:
    start = 0
    for length in array("I", lengths):
        yield joined[start : start + length]
        start += length


class ArchiveCodec(W3Codec):
    length_stats = False  # they are for Whoosh's own scorers, and take a third of the time of writing

    def __init__(self) -> None:
        super().__init__(blocklimit=BLOCK, compression=0)

    def field_writer(self, storage: Any, segment: Any) -> FieldWriter:
        return FieldWriter(self, storage, segment)

    def postings_writer(self, dbfile: Any, byteids: bool = False) -> PostingsWriter:
        return PostingsWriter(dbfile, blocklimit=self._blocklimit, byteids=byteids, compression=self._compression)

    def postings_reader(self, dbfile: Any, terminfo: Any, format_: Any, term: Any = None, scorer: Any = None) -> Any:
        return LeafMatcher(dbfile, *terminfo.extent(), format_, term=term, scorer=scorer)

    def new_segment(self, _storage: Any, indexname: str) -> MappedSegment:
        return MappedSegment(self, indexname)
