"""A new index beside the live one, from the whole database, swapped in at once when it is complete."""

from __future__ import annotations

import multiprocessing
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from django.db import connections as databases

from transcripts.models import Event
from transcripts.search.backends.whoosh import writing
from transcripts.search.backends.whoosh.directory import IndexDirectory, Pointer
from transcripts.search.backends.whoosh.snapshot import Snapshot
from transcripts.search.documents import documents_of

EVENTS_A_PART = 500
SWAP_WAIT = 60.0  # seconds for the writer's lock: the longest batch that a drain commits under it
Progress = Callable[[int, int], None]
Part = tuple[Path, list[int], Any, str]


def build(directory: IndexDirectory, schema: Any, model: str, *, workers: int, progress: Progress | None) -> int:
    """Under the rebuilder's lock: index every public event and swap. How many turns the new index has.

    What others publish meanwhile goes into the live index and is noted; the noted events are read once more under
    the writer's lock, just before the swap.
    """
    fresh = directory.new_directory()
    with directory.writing(SWAP_WAIT):
        directory.start_noting()
    try:
        _build_parts(_parts(fresh, schema, model, workers), workers=workers, progress=progress)
        with directory.writing(SWAP_WAIT):
            return _swap(directory, fresh, schema, model)
    finally:
        directory.stop_noting()
        if not _is_live(directory, fresh):
            shutil.rmtree(fresh, ignore_errors=True)


def _is_live(directory: IndexDirectory, fresh: Path) -> bool:
    return directory.exists() and directory.pointer().name == fresh.name


def _parts(fresh: Path, schema: Any, model: str, workers: int) -> list[Part]:
    """Enough for every worker, and none larger than memory should hold."""
    event_ids = list(Event.objects.published().order_by("pk").values_list("pk", flat=True))
    size = min(EVENTS_A_PART, max(-(-len(event_ids) // workers), 1))
    starts = range(0, len(event_ids), size)
    return [(fresh / f"part-{start}", event_ids[start : start + size], schema, model) for start in starts]


def _build_parts(parts: list[Part], *, workers: int, progress: Progress | None) -> None:
    done, total = 0, sum(len(event_ids) for _path, event_ids, *_rest in parts)
    for count in _built(parts, workers):
        done += count
        if progress:
            progress(done, total)


def _built(parts: list[Part], workers: int) -> Iterator[int]:
    """The number of events of each part, as it is done."""
    if workers <= 1 or len(parts) <= 1:
        yield from map(_build_part, parts)
        return
    databases.close_all()  # a connection must not be shared by two processes
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("fork")) as pool:
        yield from pool.map(_build_part, parts)


def _build_part(part: Part) -> int:
    path, event_ids, schema, model = part
    path.mkdir()
    writing.create(path, schema)
    writing.write(path, documents_of(event_ids), model=model, merge=False)
    return len(event_ids)


def _swap(directory: IndexDirectory, fresh: Path, schema: Any, model: str) -> int:
    parts = sorted(fresh.glob("part-*"))
    generation = writing.assembled(fresh, parts, schema)
    for part in parts:
        shutil.rmtree(part)
    if changed := directory.changed():
        stale = writing.of_events(Snapshot(fresh, Pointer(fresh.name, generation)), changed)
        generation = writing.write(fresh, documents_of(changed), model=model, stale=stale)
    built = Snapshot(fresh, Pointer(fresh.name, generation))
    directory.point_to(fresh.name, generation)
    directory.discard_others(fresh.name)
    return int(built.live.sum())
