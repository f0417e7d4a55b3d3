"""The last commit of an index, opened once in a process and read by all its threads, whatever the engine."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from transcripts.search.backends.directory import PAUSE, IndexDirectory, Pointer
from transcripts.search.unavailable import SearchUnavailable

TRIES = 5


class Pointed(Protocol):
    """What was opened where that pointer leads."""

    pointer: Pointer


Snapshot = TypeVar("Snapshot", bound=Pointed)


class Latest(Generic[Snapshot]):
    """By directory the snapshot of its last commit, opened anew only when there was one.

    `opened` opens one, given its path, its pointer and the snapshot before it. It raises SearchUnavailable.
    """

    def __init__(self, opened: Callable[[Path, Pointer, Snapshot | None], Snapshot]) -> None:
        self._opened = opened
        self._known: dict[Path, Snapshot] = {}
        self._opening = threading.Lock()

    def __call__(self, directory: IndexDirectory) -> Snapshot:
        """Raises SearchUnavailable."""
        pointer = directory.pointer()
        known = self._known.get(directory.path)
        if known is not None and known.pointer == pointer:
            return known
        with self._opening:
            return self._reopened(directory)

    def _reopened(self, directory: IndexDirectory) -> Snapshot:
        """A writer may remove files between our look at the pointer and our opening them: look again."""
        for attempt in range(TRIES):
            pointer, known = directory.pointer(), self._known.get(directory.path)
            if known is not None and known.pointer == pointer:
                return known
            try:
                self._known[directory.path] = self._opened(directory.path / pointer.name, pointer, known)
            except SearchUnavailable:
                if attempt == TRIES - 1:
                    raise
                time.sleep(PAUSE)
            else:
                break
        return self._known[directory.path]
