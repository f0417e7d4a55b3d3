"""Segments read through a memory map, without copies: Whoosh's own BufferFile copies every file that it opens."""

from __future__ import annotations

import io
import threading
from typing import Any

from whoosh.codec.whoosh3 import W3Segment
from whoosh.filedb.compound import CompoundStorage
from whoosh.filedb.structfile import BufferFile


class _Place(threading.local):
    at = 0


class _Cursor(io.RawIOBase):
    """A file's interface to a memory view. Each thread has a place of its own in it.

    Whoosh seeks and then reads, in columns and posting lists, and all threads of a process share an open segment.
    """

    def __init__(self, view: memoryview) -> None:
        self._view = view
        self._place = _Place()

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        chunk = self._view[self._place.at : self._place.at + len(buffer)]
        buffer[: len(chunk)] = chunk
        self._place.at += len(chunk)
        return len(chunk)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._place.at, io.SEEK_END: len(self._view)}[whence]
        self._place.at = base + offset
        return self._place.at

    def tell(self) -> int:
        return self._place.at


class MappedFile(BufferFile):
    """A file inside a mapped segment."""

    def __init__(self, view: memoryview, name: str | None = None) -> None:
        super().__init__(b"", name=name)
        self._buf = view
        self.file = _Cursor(view)

    def subset(self, position: int, length: int, name: str | None = None) -> MappedFile:
        return MappedFile(self._buf[position : position + length], name=name)


class MappedStorage(CompoundStorage):
    """The files of a segment. They stay readable as long as anyone holds one, also after a newer generation."""

    def open_file(self, name: str, *_args: Any, **_options: Any) -> MappedFile:
        offset, length = self.range(name)
        return MappedFile(memoryview(self._source)[offset : offset + length], name=name)


class MappedSegment(W3Segment):
    def open_compound_file(self, storage: Any) -> MappedStorage:
        return MappedStorage(storage.open_file(self.make_filename(self.COMPOUND_EXT)))
