"""A new index beside the live one, from the whole database, swapped in at once when it is complete.

Killed at any moment it leaves the live index as it is, and what it has made for the rebuild that is begun next.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from transcripts.search.backends.directory import IndexDirectory, Pointer
from transcripts.search.backends.whoosh import parts, writing
from transcripts.search.backends.whoosh.parts import Part
from transcripts.search.backends.whoosh.snapshot import Snapshot
from transcripts.search.backends.workers import pool
from transcripts.search.documents import documents_of

SWAP_WAIT = 60.0  # seconds for the writer's lock: the longest batch that a drain commits under it
OLDEST = 24 * 60 * 60  # seconds since a rebuild was begun within which it is gone on with
Progress = Callable[[int, int], None]


def build(directory: IndexDirectory, schema: Any, model: str, *, workers: int, progress: Progress | None) -> int:
    """Under the rebuilder's lock: index every public event and swap. How many turns the new index has.

    What others publish meanwhile goes into the live index and is noted; the noted events are read once more under
    the writer's lock, just before the swap. That holds too for what they publish after a rebuild was killed.
    """
    with directory.writing(SWAP_WAIT):
        fresh = _unfinished(directory) or _begun(directory, workers)
    try:
        _build_parts(parts.planned(fresh), schema, model, workers=workers, progress=progress)
        with directory.writing(SWAP_WAIT):
            return _swap(directory, fresh, schema, model)
    except Exception:
        directory.stop_noting()
        if not _is_live(directory, fresh):
            shutil.rmtree(fresh, ignore_errors=True)
        raise


def _begun(directory: IndexDirectory, workers: int) -> Path:
    fresh = directory.new_directory()
    directory.start_noting()
    parts.plan(fresh, workers)
    return fresh


def _unfinished(directory: IndexDirectory) -> Path | None:
    """The directory of a rebuild that was killed, where what was published since has been noted."""
    youngest = time.time() - OLDEST
    candidates = (path for path in directory.directories() if parts.has_plan(path) and not _is_live(directory, path))
    unfinished = [path for path in candidates if (path / parts.PLAN).stat().st_mtime > youngest]
    return max(unfinished, default=None) if directory.is_noting() else None


def _is_live(directory: IndexDirectory, fresh: Path) -> bool:
    return directory.exists() and directory.pointer().name == fresh.name


def _build_parts(wanted: list[Part], schema: Any, model: str, *, workers: int, progress: Progress | None) -> None:
    done, total = 0, sum(part.count for part in wanted)
    for count in _built(wanted, partial(_make, schema=schema, model=model), workers):
        done += count
        if progress:
            progress(done, total)


def _built(wanted: list[Part], make: Callable[[Part], int], workers: int) -> Iterator[int]:
    """The number of events of each part, as it is done."""
    if workers <= 1 or len(wanted) <= 1:
        yield from map(make, wanted)
        return
    with pool(workers) as processes:
        yield from processes.map(make, wanted)


def _make(part: Part, *, schema: Any, model: str) -> int:
    parts.make(part, schema, model)
    return part.count


def _swap(directory: IndexDirectory, fresh: Path, schema: Any, model: str) -> int:
    made = [part.path for part in parts.planned(fresh)]
    generation = writing.assembled(fresh, made, schema)
    if changed := directory.changed():
        stale = writing.of_events(Snapshot(fresh, Pointer(fresh.name, generation)), changed)
        generation = writing.write(fresh, documents_of(changed), model=model, stale=stale)
    built = Snapshot(fresh, Pointer(fresh.name, generation))
    directory.point_to(fresh.name, generation)
    directory.stop_noting()
    directory.discard_others(fresh.name)
    for path in made:
        shutil.rmtree(path, ignore_errors=True)
    return int(built.live.sum())
