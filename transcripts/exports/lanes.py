"""How many long downloads one machine works on at once: each takes a core for seconds, and a thread until it is read.

A lane is a lock on a file, which the kernel lets go of when its holder ends, however that comes. Whoever holds one for
longer than LEASE is taken for a reader who has gone to sleep: the lane is the next one's, and the download goes on.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO

LANES = max(2, (os.cpu_count() or 1) // 2)
LEASE = 600.0  # seconds

Release = Callable[[], None]


def entered(folder: Path, *, lanes: int = LANES, lease: float = LEASE) -> Release | None:
    """What lets go of a lane of this machine's; None where all are taken. Twice is once."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "guard").open("w") as guard:
        fcntl.flock(guard, fcntl.LOCK_EX)  # for moments: whoever holds it only looks at the others
        return next((file.close for file in _taken(folder, lanes, lease)), None)


def _taken(folder: Path, lanes: int, lease: float) -> Iterator[IO[str]]:
    for number in range(1, lanes + 1):
        lane = folder / f"lane-{number}"
        file = _locked(lane)
        if file is None and time.time() - lane.stat().st_mtime > lease:
            lane.unlink()
            file = _locked(lane)
        if file:
            os.utime(lane)
            yield file


def _locked(lane: Path) -> IO[str] | None:
    file = lane.open("a")
    with suppress(BlockingIOError):
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return file
    file.close()
    return None


class Releasing:
    """Pieces that let go of their lane when they end, fail, or are given up before the first was asked for."""

    def __init__(self, pieces: Iterator[str], release: Release) -> None:
        self._pieces, self.close = pieces, release

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        try:
            return next(self._pieces)
        except BaseException:
            self.close()
            raise
