"""Those of Haystack's doors that are alike on every engine: they take turns, and write under the writer's lock."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Collection, Iterable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from transcripts.models import Turn
from transcripts.search.backends.directory import IndexDirectory
from transcripts.search.documents import TurnDocument, document_of

WAIT = 10.0  # seconds that they wait for the lock, where the caller can't say


class TurnDoors:
    """To be mixed into a Haystack backend, before Haystack's own class."""

    directory: IndexDirectory

    def exists(self) -> bool:
        """Whether there is an index at all."""
        return self.directory.exists()

    def update(self, index: Any, iterable: Iterable[Turn], commit: bool = True) -> None:  # noqa: ARG002 - Haystack's signature
        """Index these turns, and take out those among them that readers may not see."""
        turns = list(iterable)
        keys = [turn.public_id for turn in turns]
        public = Turn.objects.published().filter(public_id__in=keys)
        documents = map(document_of, public.select_related("event__series", "speaker", "affiliation"))
        if not self.exists():
            self._start_empty(unless_there=True)
        with self.writing(WAIT):
            self.directory.note_changed({turn.event_id for turn in turns})
            self._replace_turns(keys, documents)

    def remove(self, obj_or_string: Any, commit: bool = True) -> None:  # noqa: ARG002 - Haystack's signature
        """A turn, or Haystack's identifier of one."""
        number = int(obj_or_string.rpartition(".")[2]) if isinstance(obj_or_string, str) else obj_or_string.pk
        with self.writing(WAIT):
            self._remove_turn(number)

    def clear(self, models: Any = None, commit: bool = True) -> None:  # noqa: ARG002 - Haystack's signature
        """An index without documents. Readers keep the one before until this one is there."""
        if models is None or Turn in models:
            self._start_empty()

    def more_like_this(self, *_args: Any, **_options: Any) -> dict[str, Any]:
        """Nothing: it is not offered."""
        return {"results": [], "hits": 0}

    def _start_empty(self, *, unless_there: bool = False) -> None:
        # The rebuilder's lock too, so that its unfinished directory is not taken for a forgotten one.
        with self.directory.rebuilding(WAIT), self.directory.writing(WAIT):
            if unless_there and self.exists():
                return
            fresh = self.directory.new_directory()
            self._create_empty(fresh)
            self.directory.point_to(fresh.name, 0)
            self.directory.discard_others(fresh.name)

    # What an engine gives

    @abstractmethod
    def writing(self, timeout: float) -> AbstractContextManager[None]:
        """Hold the writer's lock. Raises IndexBusy after `timeout` seconds."""

    @abstractmethod
    def _replace_turns(self, keys: Collection[str], documents: Iterable[TurnDocument]) -> None:
        """Under the lock: these documents are all that the index has under these ids."""

    @abstractmethod
    def _remove_turn(self, number: int) -> None:
        """Under the lock: without the turn of that number."""

    @abstractmethod
    def _create_empty(self, directory: Path) -> None:
        """An index without documents in that directory."""
