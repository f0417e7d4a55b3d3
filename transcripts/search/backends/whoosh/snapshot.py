"""One generation of the index, opened once in a process and read by all its threads."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC

from transcripts.search.backends.directory import Pointer
from transcripts.search.backends.latest import Latest
from transcripts.search.backends.readable import readable
from transcripts.search.backends.whoosh.bitsets import BitSets
from transcripts.search.backends.whoosh.postings import Block
from transcripts.search.backends.whoosh.segments import OpenSegment

INDEX_NAME = "turns"
_NOTHING = np.empty(0, np.uint32)


class Snapshot:
    """All segments as one run of documents, numbered from 0 to `size`; `live` says which are not deleted.

    Columns are read when they are first asked for, and kept. Arrays that are handed out must not be changed.
    """

    def __init__(self, directory: Path, pointer: Pointer, before: Snapshot | None = None) -> None:
        storage = FileStorage(str(directory))
        toc = TOC.read(storage, INDEX_NAME)
        known = before.segments if before and before.pointer.name == pointer.name else {}
        self.pointer = pointer
        self.generation: int = toc.generation
        self.schema = toc.schema
        self.segments = {
            segment.segment_id(): known.get(segment.segment_id()) or OpenSegment(storage, toc.schema, segment)
            for segment in toc.segments
        }
        sizes = [segment.size for segment in self.segments.values()]
        self.offsets = [sum(sizes[:place]) for place in range(len(sizes))]
        self.size = sum(sizes)
        self.live = self._live(toc.segments)
        self.bits = BitSets(self.size)
        self._kept: dict[tuple[str, str], Any] = {}

    def _live(self, segments: list[Any]) -> np.ndarray:
        live = np.ones(self.size, bool)
        for segment, offset in zip(segments, self.offsets, strict=True):
            live[[offset + number for number in segment.deleted_docs()]] = False
        return live

    @property
    def placed(self) -> zip[tuple[OpenSegment, int]]:
        """The segments, each with the number of its first document."""
        return zip(self.segments.values(), self.offsets, strict=True)

    def postings(self, field: str, term: str | bytes, *, places: bool = False, among: Any = None) -> Block:
        """All postings of a term. `places` and `among` as for `LeafMatcher.blocks`."""
        term = _bytes(term)
        blocks = [
            block._replace(ids=block.ids + np.uint32(offset))
            for segment, offset in self.placed
            for block in segment.blocks(field, term, places=places, among=_shifted(among, offset))
        ]
        if not blocks:
            return Block(_NOTHING, np.empty(0, np.float32), _NOTHING, _NOTHING)
        return Block(*map(np.concatenate, zip(*blocks, strict=True))) if len(blocks) > 1 else blocks[0]

    def count(self, field: str, term: str | bytes) -> int:
        """How many documents have the term, deleted ones too."""
        return sum(segment.count(field, _bytes(term)) for segment in self.segments.values())

    def numbers(self, field: str) -> np.ndarray:
        return self._column("numbers", field, lambda: self._joined("numbers", field, np.int64))

    def keys(self, field: str) -> np.ndarray:
        return self._column("keys", field, lambda: self._joined("keys", field, "S8"))

    def lengths(self, field: str) -> np.ndarray:
        return self._column("lengths", field, lambda: self._joined("lengths", field, np.float32))

    def slugs(self, field: str) -> tuple[list[str], np.ndarray]:
        """The different values in all segments, and for each document the place of its own among them."""
        return self._column("slugs", field, lambda: self._joined_slugs(field))

    def samples(self, field: str) -> np.ndarray:
        """For each of the values of `slugs` the number of the newest document that has it, a live one if any is."""
        return self._column("samples", field, lambda: self._samples(field))

    def slug_order(self, field: str) -> np.ndarray:
        """For each of the values of `slugs` its place in the alphabet."""
        return self._column("slug order", field, lambda: np.argsort(np.argsort(np.array(self.slugs(field)[0], object))))

    def slug_places(self, field: str) -> dict[str, int]:
        """The place of each value in those of `slugs`."""
        return self._column("slug places", field, lambda: {v: place for place, v in enumerate(self.slugs(field)[0])})

    def months(self) -> tuple[np.ndarray, np.ndarray]:
        """The different months as yyyymm, 0 for no date, and for each document the place of its own among them."""
        return self._column("months", "date", lambda: np.unique(self.numbers("date") // 100, return_inverse=True))

    def mean_length(self, field: str) -> float:
        """In words, at least 1."""
        return self._column("mean length", field, lambda: self._mean_length(field))

    def _mean_length(self, field: str) -> float:
        total = sum(segment.total_length(field) for segment in self.segments.values())
        return max(total / max(self.size, 1), 1.0)

    def kept(self, name: str, made: Callable[[], Any]) -> Any:
        """What is made of this generation once, when it is first asked for."""
        return self._column("kept", name, made)

    def newest_first(self) -> np.ndarray:
        """For each document its place when all are sorted by date and event, newest first, and by position."""
        return self._column("order", "newest", lambda: self._places(-1))

    def oldest_first(self) -> np.ndarray:
        """The same, oldest first; what has no date comes last in both."""
        return self._column("order", "oldest", lambda: self._places(1))

    def _samples(self, field: str) -> np.ndarray:
        values, codes = self.slugs(field)
        found = np.zeros(len(values), np.int64)
        order = np.lexsort((-self.newest_first(), self.live))  # the newest live ones last, so that they are what stays
        found[codes[order]] = order
        return found

    def _places(self, direction: int) -> np.ndarray:
        days, events = self.numbers("date"), self.numbers("event_id")
        order = np.lexsort((self.numbers("position"), direction * events, direction * days, days == 0))
        places = np.empty(self.size, np.int64)
        places[order] = np.arange(self.size)
        return places

    def _column(self, kind: str, field: str, read: Any) -> Any:
        # Two threads may both read it: they read the same.
        key = (kind, field)
        if key not in self._kept:
            self._kept[key] = read()
        return self._kept[key]

    def _joined(self, kind: str, field: str, dtype: Any) -> np.ndarray:
        parts = [getattr(segment, kind)(field) for segment in self.segments.values()]
        return np.concatenate(parts) if parts else np.empty(0, dtype)

    def _joined_slugs(self, field: str) -> tuple[list[str], np.ndarray]:
        numbers: dict[str, int] = {}
        parts = []
        for segment in self.segments.values():
            values, codes = segment.slugs(field)
            parts.append(np.array([numbers.setdefault(value, len(numbers)) for value in values], np.int32)[codes])
        return list(numbers), np.concatenate(parts) if parts else np.empty(0, np.int32)


def _bytes(term: str | bytes) -> bytes:
    return term.encode("utf-8", "replace") if isinstance(term, str) else term


def _shifted(among: np.ndarray | None, offset: int) -> np.ndarray | None:
    return among if among is None or offset == 0 else among.astype(np.int64) - offset


def _open(directory: Path, pointer: Pointer, before: Snapshot | None) -> Snapshot:
    with readable(f"The search index in {directory.parent} is damaged"):
        return Snapshot(directory, pointer, before)


latest = Latest(_open)
