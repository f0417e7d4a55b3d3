"""Where an index lies: generations of it side by side in directories, a pointer to the live one, one writer's lock.

index/
  current          the pointer: name of the live directory and number of its last commit, in one line
  writing.lock     held by whoever writes
  rebuilding.lock  held by whoever rebuilds
  v1.2-<name>/     an index
  changed          while rebuilding: numbers of the events written to the live directory meanwhile
"""

from __future__ import annotations

import fcntl
import os
import secrets
import shutil
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from transcripts.search.unavailable import IndexBusy, SearchUnavailable

PAUSE = 0.01  # seconds between two looks at a lock


class Pointer(NamedTuple):
    """The live directory's name and the number of its last commit."""

    name: str
    generation: int


class IndexDirectory:
    """Paths, pointer and locks; knows nothing of what is in an index.

    `version` begins the name of every directory that this release of an engine reads, with a "v".
    """

    version: str

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self._pointer = self.path / "current"
        self._changed = self.path / "changed"

    def pointer(self) -> Pointer:
        """What to read now. Raises SearchUnavailable where there is no index or one of another version."""
        try:
            name, generation = self._pointer.read_text(encoding="ascii").split()
        except FileNotFoundError:
            raise SearchUnavailable(f"There is no search index in {self.path}: run rebuild_search.") from None
        except (ValueError, OSError) as error:
            raise SearchUnavailable(f"{self._pointer} cannot be read ({error}): run rebuild_search.") from error
        if not name.startswith(self.version):
            raise SearchUnavailable(f"The search index in {self.path} is of another version: run rebuild_search.")
        return Pointer(name, int(generation))

    def exists(self) -> bool:
        """Whether there is an index of this version; what is in it is not looked at."""
        try:
            self.pointer()
        except SearchUnavailable:
            return False
        return True

    def point_to(self, name: str, generation: int) -> None:
        """Make that commit of that directory the live one, at once for every reader."""
        fresh = self.path / f"current.{os.getpid()}.{secrets.token_hex(4)}"
        with fresh.open("w", encoding="ascii") as file:
            file.write(f"{name} {generation}\n")
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self._pointer)

    def new_directory(self) -> Path:
        directory = self.path / f"{self.version}{time.strftime('%Y%m%d%H%M%S')}-{secrets.token_hex(4)}"
        directory.mkdir(parents=True)
        return directory

    def directories(self) -> list[Path]:
        """All that this release could read, the live one and unfinished ones, the oldest first."""
        return sorted(self.path.glob(f"{self.version}*"))

    def discard_others(self, *names: str) -> None:
        """Remove every directory but these: old generations, and what a rebuild that was killed has left."""
        for directory in self.path.glob("v*-*"):
            if directory.name not in names:
                shutil.rmtree(directory, ignore_errors=True)

    @contextmanager
    def writing(self, timeout: float) -> Iterator[None]:
        """Hold the writer's lock. Raises IndexBusy where another still holds it after `timeout` seconds."""
        with self._locked("writing.lock", timeout):
            yield

    @contextmanager
    def rebuilding(self, timeout: float) -> Iterator[None]:
        """Hold the rebuilder's lock. Raises IndexBusy where another still rebuilds after `timeout` seconds."""
        with self._locked("rebuilding.lock", timeout):
            yield

    @contextmanager
    def _locked(self, name: str, timeout: float) -> Iterator[None]:
        self.path.mkdir(parents=True, exist_ok=True)
        with (self.path / name).open("w") as file:
            _lock(file.fileno(), timeout, name)
            yield  # closing the file lets go; so does the end of the process, however it comes

    # A rebuild reads the database while others go on publishing into the live directory: what they write is noted.

    def start_noting(self) -> None:
        self._changed.write_text("", encoding="ascii")

    def is_noting(self) -> bool:
        return self._changed.exists()

    def note_changed(self, event_ids: Collection[int]) -> None:
        """Under the writer's lock: these events are new in the live directory. Nothing where nobody rebuilds."""
        if self.is_noting():
            with self._changed.open("a", encoding="ascii") as file:
                file.writelines(f"{event_id}\n" for event_id in event_ids)

    def changed(self) -> set[int]:
        return {int(line) for line in self._changed.read_text(encoding="ascii").split()}

    def stop_noting(self) -> None:
        with suppress(FileNotFoundError):
            self._changed.unlink()


def _lock(descriptor: int, timeout: float, name: str) -> None:
    deadline = time.monotonic() + timeout
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= deadline:
                raise IndexBusy(f"Another process holds {name} of the search index: try again later.") from None
            time.sleep(PAUSE)
        else:
            return
