"""The Haystack backend: the archive's own doors, and Haystack's ordinary ones on top of the same parts."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from haystack import connections
from haystack.backends.whoosh_backend import WhooshSearchBackend
from haystack.utils import get_model_ct

from transcripts.models import Turn
from transcripts.search.backends.readable import readable
from transcripts.search.backends.turn_doors import TurnDoors
from transcripts.search.backends.whoosh import haystack_doors, writing
from transcripts.search.backends.whoosh.answering import answer
from transcripts.search.backends.whoosh.directory import WhooshDirectory
from transcripts.search.backends.whoosh.forms import frequencies_of, vocabulary_of
from transcripts.search.backends.whoosh.rebuilding import Progress, build
from transcripts.search.backends.whoosh.schema import FINGERPRINT, schema_of
from transcripts.search.backends.whoosh.snapshot import Snapshot, latest
from transcripts.search.documents import TurnDocument
from transcripts.search.query import Query
from transcripts.search.results import Found

logger = logging.getLogger(__name__)

REBUILD_WAIT = 2.0  # seconds in which the workers of a rebuild that was killed have ended


class ArchiveBackend(TurnDoors, WhooshSearchBackend):
    """Nothing is opened before it is needed, and readers create nothing."""

    def __init__(self, connection_alias: str, **options: Any) -> None:
        super().__init__(connection_alias, **options)
        self.directory = WhooshDirectory(options["PATH"])
        self.content_field_name = "text"
        self.setup_complete = True
        self.model = get_model_ct(Turn)

    @property
    def schema(self) -> Any:
        return schema_of(connections[self.connection_alias].get_unified_index().all_searchfields())

    # The archive's doors

    def find(self, query: Query, *, per_page: int, counted: bool = False) -> Found:  # noqa: ARG002 - Python's threads take turns
        """`counted` says that the counts will be asked for. Raises SearchUnavailable."""
        snapshot = latest(self.directory)
        with readable("The search index cannot be read", logger=logger):
            return answer(snapshot, query, per_page=per_page)

    def snapshot(self) -> Snapshot:
        """The index as it is now. Raises SearchUnavailable."""
        return latest(self.directory)

    def slugs(self, name: str) -> Collection[str]:
        """The different values of a slug field, empty ones too. Raises SearchUnavailable."""
        return self.snapshot().slugs(name)[0]

    def vocabulary(self) -> Sequence[str]:
        """The folded words of all texts, sorted. Raises SearchUnavailable."""
        return vocabulary_of(self.snapshot())

    def frequency(self, word: str) -> int:
        """How many turns have this folded word in their text, or else in names, about. Raises SearchUnavailable."""
        snapshot = self.snapshot()
        return frequencies_of(snapshot).get(word, 0) or snapshot.count("names", word)

    @contextmanager
    def writing(self, timeout: float) -> Iterator[None]:
        """Hold the writer's lock. Raises IndexBusy after `timeout` seconds."""
        with self.directory.writing(timeout):
            yield

    def is_empty(self) -> bool:
        """Whether there are no documents. Raises SearchUnavailable."""
        return not self.snapshot().live.any()

    def replace_events(self, event_ids: Collection[int], documents: Iterable[TurnDocument]) -> None:
        """Under the writer's lock: these documents are all that the index has of these events, in one commit."""
        self._commit(writing.of_events(self.snapshot(), event_ids), documents)
        self.directory.note_changed(event_ids)
        self._tidy()

    def create(self, *, timeout: float) -> None:
        """An index of the whole archive where there is none. Raises IndexBusy after `timeout` seconds."""
        with self.directory.rebuilding(timeout):
            if not self.exists():
                build(self.directory, self.schema, self.model, workers=1, progress=None)

    def rebuild(self, *, workers: int, progress: Progress | None) -> int:
        """A new index of the whole archive. Raises IndexBusy where another rebuild runs."""
        with self.directory.rebuilding(REBUILD_WAIT):
            return build(self.directory, self.schema, self.model, workers=workers, progress=progress)

    def contents(self) -> dict[int, dict[str, int]]:
        """By event the public ids of its turns in the index, with the fingerprints of their documents."""
        snapshot = self.snapshot()
        columns = (snapshot.numbers("event_id"), snapshot.keys("public_id"), snapshot.numbers(FINGERPRINT))
        found: dict[int, dict[str, int]] = {}
        for event_id, key, fingerprint in zip(*(column[snapshot.live].tolist() for column in columns), strict=True):
            found.setdefault(event_id, {})[key.decode("ascii")] = fingerprint
        return found

    def _commit(self, stale: np.ndarray, documents: Iterable[TurnDocument]) -> None:
        name = self.directory.pointer().name
        generation = writing.write(self.directory.path / name, documents, model=self.model, stale=stale)
        self.directory.point_to(name, generation)

    def _tidy(self) -> None:
        name = self.directory.pointer().name
        generation = writing.tidied(self.directory.path / name)
        if generation is not None:
            self.directory.point_to(name, generation)

    # Haystack's doors

    def setup(self) -> None:
        """Nothing: Haystack's own creates an empty index for a reader."""

    def optimize(self) -> None:
        """Nothing: rebuild_search does it, while searches go on."""

    def search(self, query_string: str, **options: Any) -> dict[str, Any]:
        return haystack_doors.search(self.snapshot(), query_string, **options)

    def _replace_turns(self, keys: Collection[str], documents: Iterable[TurnDocument]) -> None:
        self._commit(writing.of_keys(self.snapshot(), keys), documents)
        self._tidy()

    def _remove_turn(self, number: int) -> None:
        snapshot = self.snapshot()
        self._commit(np.flatnonzero(snapshot.live & (snapshot.numbers("django_id") == number)), ())

    def _create_empty(self, directory: Path) -> None:
        writing.create(directory, self.schema)
