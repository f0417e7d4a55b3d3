"""The Haystack backend: the archive's own doors, and Haystack's ordinary ones on top of the same parts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from haystack.backends import BaseSearchBackend
from haystack.backends.whoosh_backend import WhooshSearchBackend
from tantivy import IndexWriter

from transcripts.search.backends.readable import readable
from transcripts.search.backends.tantivy import contents, forms, haystack_doors, writing
from transcripts.search.backends.tantivy.answering import answer
from transcripts.search.backends.tantivy.directory import TantivyDirectory
from transcripts.search.backends.tantivy.rebuilding import Progress, build
from transcripts.search.backends.tantivy.snapshot import Snapshot, latest
from transcripts.search.backends.turn_doors import TurnDoors
from transcripts.search.documents import TurnDocument
from transcripts.search.query import Query
from transcripts.search.results import Found


class ArchiveBackend(TurnDoors, BaseSearchBackend):
    """Nothing is opened before it is needed, and readers create nothing."""

    # What Haystack's query class for Whoosh, whose language its doors speak, takes for operators.
    RESERVED_WORDS = WhooshSearchBackend.RESERVED_WORDS
    RESERVED_CHARACTERS = WhooshSearchBackend.RESERVED_CHARACTERS
    _from_python = WhooshSearchBackend._from_python  # noqa: SLF001 - and how it writes values

    def __init__(self, connection_alias: str, **options: Any) -> None:
        super().__init__(connection_alias, **options)
        self.directory = TantivyDirectory(options["PATH"])
        self._open: ExitStack | None = None
        self._writer: IndexWriter | None = None

    # The archive's doors

    def find(self, query: Query, *, per_page: int, counted: bool = False) -> Found:
        """`counted` says that the counts will be asked for: they are begun at once. Raises SearchUnavailable."""
        snapshot = self.snapshot()
        with readable("The search index cannot be read"):
            return answer(snapshot, query, per_page=per_page, counted=counted)

    def snapshot(self) -> Snapshot:
        """The index as it is now. Raises SearchUnavailable."""
        return latest(self.directory)

    def slugs(self, name: str) -> Collection[str]:
        """The different values of a slug field. Raises SearchUnavailable."""
        return forms.slugs(self.snapshot(), name)

    def vocabulary(self) -> Sequence[str]:
        """The folded words of all texts, sorted. Raises SearchUnavailable."""
        return forms.vocabulary(self.snapshot())

    def frequency(self, word: str) -> int:
        """How many turns have this folded word in their text, about. Raises SearchUnavailable."""
        return forms.frequency(self.snapshot(), word)

    @contextmanager
    def writing(self, timeout: float) -> Iterator[None]:
        """Hold the writer's lock. Raises IndexBusy after `timeout` seconds.

        What is written is found as soon as it is committed; merging is waited for at the end.
        """
        with self.directory.writing(timeout), ExitStack() as self._open:
            try:
                yield
            finally:
                self._writer = None

    def is_empty(self) -> bool:
        """Whether there are no documents. Raises SearchUnavailable."""
        return self.snapshot().size == 0

    def replace_events(self, event_ids: Collection[int], documents: Iterable[TurnDocument]) -> None:
        """Under the writer's lock: these documents are all that the index has of these events, in one commit."""
        self._commit(writing.replace_events(self._opened(), event_ids, documents))
        self.directory.note_changed(event_ids)

    def create(self, *, timeout: float) -> None:
        """An index of the whole archive where there is none. Raises IndexBusy after `timeout` seconds."""
        with self.directory.rebuilding(timeout):
            if not self.exists():
                build(self.directory, workers=1, progress=None)

    def rebuild(self, *, workers: int, progress: Progress | None) -> int:
        """A new index of the whole archive. Raises IndexBusy where another rebuild runs."""
        with self.directory.rebuilding(0):
            return build(self.directory, workers=workers, progress=progress)

    def contents(self) -> dict[int, dict[str, int]]:
        """By event the public ids of its turns in the index, with the fingerprints of their documents."""
        snapshot = self.snapshot()
        with readable("The search index cannot be read"):
            return dict(contents.contents(snapshot))

    def _opened(self) -> IndexWriter:
        """tantivy's writer of the live directory, opened once for all that is written under one lock."""
        if self._open is None:
            raise RuntimeError("The writer's lock must be held: with backend.writing(timeout).")
        if self._writer is None:
            live = self.directory.path / self.directory.pointer().name
            with readable("The search index cannot be written"):
                self._writer = self._open.enter_context(writing.opened(live))
        return self._writer

    def _commit(self, generation: int) -> None:
        self.directory.point_to(self.directory.pointer().name, generation)

    # Haystack's doors

    def build_schema(self, _fields: Any) -> None:
        """Nothing: the schema is of one piece with this code."""

    def search(self, query_string: str, **options: Any) -> dict[str, Any]:
        return haystack_doors.search(self.snapshot(), query_string, **options)

    def _replace_turns(self, keys: Collection[str], documents: Iterable[TurnDocument]) -> None:
        self._commit(writing.replace_turns(self._opened(), keys, documents))

    def _remove_turn(self, number: int) -> None:
        self._commit(writing.remove_turn(self._opened(), number))

    def _create_empty(self, directory: Path) -> None:
        writing.create(directory)
