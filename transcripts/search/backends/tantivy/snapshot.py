"""One commit of the index, opened once in a process and read by all its threads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tantivy import DocAddress, Index, Order, Query

from transcripts.search.backends.directory import Pointer
from transcripts.search.backends.latest import Latest
from transcripts.search.backends.readable import readable
from transcripts.search.backends.tantivy.schema import public_id_of

REMEMBERED = 64
Ranked = list[tuple[Any, DocAddress]]


class Best(NamedTuple):
    """Some of the hits in order, and how many there are in all."""

    hits: Ranked
    total: int


class Snapshot:
    """The commit that `pointer` names, or a later one of the same directory. Nothing that it answers ever changes."""

    def __init__(self, directory: Path, pointer: Pointer, before: Snapshot | None = None) -> None:
        self.pointer = pointer
        self._index: Index = (before and before.reopened(pointer)) or _opened(directory)
        self.searcher = self._index.searcher()
        self._kept: dict[Any, Any] = {}

    def reopened(self, pointer: Pointer) -> Index | None:
        """The same index as it is now, where it is the one that is pointed to; quicker than to open it anew."""
        if pointer.name != self.pointer.name:
            return None
        self._index.reload()
        return self._index

    @property
    def size(self) -> int:
        return int(self.searcher.num_docs)

    def count(self, query: Query) -> int:
        return int(self.searcher.search(query, 1).count)

    def best(self, query: Query, start: int, count: int) -> Best:
        """Hits with their scores, the highest first; of equal ones in no particular order."""
        return self._search(query, start, count)

    def ordered(self, query: Query, start: int, count: int, *, by: str) -> Best:
        """Hits by a column of numbers, the lowest first."""
        return self._search(query, start, count, order_by_field=by, order=Order.Asc)

    def _search(self, query: Query, start: int, count: int, **order: Any) -> Best:
        # More than there is need not be asked for: tantivy makes room for all that is.
        count = min(count, self.size - start)
        if count <= 0:
            return Best([], self.count(query))
        found = self.searcher.search(query, count, offset=start, **order)
        return Best(found.hits, int(found.count))

    def column(self, name: str, addresses: Sequence[DocAddress]) -> list[Any]:
        values: list[Any] = self.searcher.fast_field_values(name, list(addresses))
        return values

    def public_ids(self, addresses: Sequence[DocAddress]) -> list[str]:
        return list(map(public_id_of, self.column("key", addresses)))

    def kept(self, key: Any, make: Callable[[], Any]) -> Any:
        """What `make` gives, made once in a snapshot's life; two threads may both make it, and make the same."""
        if key not in self._kept:
            self._kept[key] = make()
        return self._kept[key]

    def remembered(self, kind: str, key: Any, make: Callable[[], Any], *, most: int = REMEMBERED) -> Any:
        """What `make` gives, for the next who asks the same; `most` of a kind, and then all anew."""
        known = self.kept(kind, dict)
        if (found := known.get(key)) is None:
            if len(known) >= most:
                known.clear()
            found = known[key] = make()
        return found


def _opened(directory: Path) -> Index:
    index = Index.open(str(directory))
    index.config_reader("manual")  # else a thread looks all the time whether there is a new commit: our pointer says so
    return index


def _open(directory: Path, pointer: Pointer, before: Snapshot | None) -> Snapshot:
    with readable(f"The search index in {directory.parent} is damaged"):
        return Snapshot(directory, pointer, before)


latest = Latest(_open)
