"""One segment of the index, opened once and shared by every generation that still has it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from whoosh.codec.whoosh3 import LENGTHS_COLUMN
from whoosh.reading import SegmentReader, TermNotFound
from whoosh.util.numeric import byte_to_length

from transcripts.search.backends.whoosh.columns import NumberColumn, reader_of
from transcripts.search.backends.whoosh.postings import Block

# Whoosh keeps a text's length in one byte, finely for short texts and coarsely for long ones.
LENGTHS = np.array([byte_to_length(byte) for byte in range(256)], np.float32)
_LENGTH_CODE = NumberColumn("B", default=LENGTHS_COLUMN.default_value())


class OpenSegment:
    """Postings and columns of a segment as arrays. `size` counts its documents, deleted ones too."""

    def __init__(self, storage: Any, schema: Any, segment: Any) -> None:
        self.reader = SegmentReader(storage, schema, segment)
        self.schema = schema
        self.size: int = segment.doc_count_all()
        files, codec = self.reader.storage(), segment.codec()
        self._terms = codec.terms_reader(files, segment)
        self._perdoc = codec.per_document_reader(files, segment)
        self.words_file = Path(storage.folder, segment.make_filename(".words"))
        self._kept: dict[str, Any] = {}

    def blocks(self, field: str, term: bytes, **options: Any) -> Iterator[Block]:
        """The postings of a term; none where the segment doesn't have it. Options as of `LeafMatcher.blocks`."""
        try:
            matcher = self._terms.matcher(field, term, self.schema[field].format)
        except TermNotFound:
            return
        yield from matcher.blocks(**options)

    def count(self, field: str, term: bytes) -> int:
        """How many documents have the term, deleted ones too."""
        try:
            return self._terms.doc_frequency(field, term)
        except KeyError:
            return 0

    def terms_from(self, field: str, prefix: bytes) -> Iterator[bytes]:
        """The terms of the field that begin so, in order."""
        for name, term in self._terms.terms_from(field, prefix):
            if name != field or not term.startswith(prefix):
                return
            yield term

    def kept(self, name: str, made: Callable[[], Any]) -> Any:
        """What is made of this segment once, when it is first asked for: it is the same in every generation."""
        if name not in self._kept:
            self._kept[name] = made()
        return self._kept[name]

    def numbers(self, field: str) -> np.ndarray:
        reader = reader_of(self._perdoc, field, self.schema[field].column_type)
        return np.zeros(self.size, np.int64) if reader is None else reader.array()

    def keys(self, field: str) -> np.ndarray:
        column = self.schema[field].column_type
        reader = reader_of(self._perdoc, field, column)
        return np.zeros(self.size, f"S{len(column.default_value())}") if reader is None else reader.array()

    def slugs(self, field: str) -> tuple[list[str], np.ndarray]:
        """The different values, and for each document the place of its own among them."""
        reader = reader_of(self._perdoc, field, self.schema[field].column_type)
        return ([""], np.zeros(self.size, "u1")) if reader is None else (reader.values, reader.array())

    def lengths(self, field: str) -> np.ndarray:
        """How many words each document has in the field, about."""
        reader = reader_of(self._perdoc, f"_{field}_len", _LENGTH_CODE)
        return np.zeros(self.size, np.float32) if reader is None else LENGTHS[reader.array()]

    def total_length(self, field: str) -> int:
        return self.reader.field_length(field)
