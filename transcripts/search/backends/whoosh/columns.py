"""Values by document, which a whole segment's worth is read of at once as an array."""

from __future__ import annotations

from typing import Any

import numpy as np
from whoosh import columns


class NumberColumn(columns.NumericColumn):
    """Whole numbers; 0 where there is none. `typecode` as in `struct`."""

    class Reader(columns.NumericColumn.Reader):
        def array(self) -> np.ndarray:
            stored = self._dbfile.get(self._basepos, self._count * self._fixedlen)
            values = np.full(self._doccount, self._default, np.dtype(f">{self._typecode}").newbyteorder("="))
            values[: self._count] = np.frombuffer(stored, f">{self._typecode}")
            return values


class KeyColumn(columns.FixedBytesColumn):
    """ASCII keys of one length."""

    class Reader(columns.FixedBytesColumn.Reader):
        def array(self) -> np.ndarray:
            stored = self._dbfile.get(self._basepos, self._count * self._fixedlen)
            values = np.zeros(self._doccount, f"S{self._fixedlen}")
            values[: self._count] = np.frombuffer(stored, f"S{self._fixedlen}")
            return values


class SlugColumn(columns.RefBytesColumn):
    """Few values among many documents: at most 65,535 in a segment."""

    class Reader(columns.RefBytesColumn.Reader):
        def array(self) -> np.ndarray:
            """For each document the place of its value in `values`."""
            stored = self._dbfile.get(self._basepos, self._doccount * self._itemsize)
            return np.frombuffer(stored, "u1" if self._itemsize == 1 else ">u2")

        @property
        def values(self) -> list[str]:
            return [value.decode() for value in self._uniques]


def reader_of(perdoc: Any, name: str, column: Any) -> Any:
    """The reader of one segment's column; None where no document of it has a value."""
    return perdoc.column_reader(name, column) if perdoc.has_column(name) else None
