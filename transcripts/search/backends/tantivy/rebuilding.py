"""A new index beside the live one, from the whole database, swapped in at once when it is complete.

What a rebuild that was killed has left is gone on with: every event is compared with it, and only what is missing or
differs is indexed.
"""

from __future__ import annotations

import shutil
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tantivy import Document, IndexWriter

from transcripts.models import Event
from transcripts.search.backends.directory import Pointer
from transcripts.search.backends.readable import readable
from transcripts.search.backends.tantivy import writing
from transcripts.search.backends.tantivy.contents import Fingerprints, contents
from transcripts.search.backends.tantivy.directory import TantivyDirectory
from transcripts.search.backends.tantivy.schema import schema, values_of
from transcripts.search.backends.tantivy.snapshot import Snapshot
from transcripts.search.backends.workers import pool
from transcripts.search.documents import TurnDocument, documents_of
from transcripts.search.unavailable import SearchUnavailable

EVENTS_A_PART = 250
PARTS_A_COMMIT = 8
SWAP_WAIT = 60.0  # seconds for the writer's lock: the longest batch that a drain commits under it
Progress = Callable[[int, int], None]
Values = dict[str, Any]
Part = tuple[list[int], dict[int, Fingerprints]]
Written = tuple[list[int], list[Values]]  # events of which the index must have these documents and no others


def build(directory: TantivyDirectory, *, workers: int, progress: Progress | None) -> int:
    """Under the rebuilder's lock: index every public event and swap. How many turns the new index has.

    What others publish meanwhile goes into the live index and is noted; the noted events are read once more under
    the writer's lock, just before the swap.
    """
    try:
        with _reading(workers) as read:
            with directory.writing(SWAP_WAIT):
                directory.start_noting()
            fresh = _unfinished(directory) or _begun(directory)
            _fill(fresh, read, progress)
        with directory.writing(SWAP_WAIT):
            return _swap(directory, fresh)
    finally:
        directory.stop_noting()


def _begun(directory: TantivyDirectory) -> Path:
    fresh = directory.new_directory()
    writing.create(fresh)
    return fresh


def _unfinished(directory: TantivyDirectory) -> Path | None:
    """What a killed rebuild has left; it is removed where it cannot be read."""
    live = directory.pointer().name if directory.exists() else ""
    for path in reversed(directory.directories()):
        if path.name != live:
            try:
                _snapshot(path)
            except SearchUnavailable:
                shutil.rmtree(path, ignore_errors=True)
            else:
                return path
    return None


def _snapshot(path: Path) -> Snapshot:
    with readable(f"{path} is damaged"):
        return Snapshot(path, Pointer(path.name, 0))


def _fill(fresh: Path, read: Callable[[Iterator[Part]], Iterator[Written]], progress: Progress | None) -> None:
    event_ids = list(Event.objects.published().order_by("pk").values_list("pk", flat=True))
    before, done = _snapshot(fresh), 0
    with writing.opened(fresh) as writer:
        for number, (events, stale, documents) in enumerate(_parts_written(before, event_ids, read), start=1):
            _write(writer, stale, documents)
            if number % PARTS_A_COMMIT == 0:
                writer.commit()
            done += events
            if progress and events:
                progress(done, len(event_ids))
        writer.commit()


def _parts_written(
    before: Snapshot, event_ids: list[int], read: Callable[[Iterator[Part]], Iterator[Written]]
) -> Iterator[tuple[int, list[int], list[Values]]]:
    """How many events each part had, those of them to be written, and their documents."""
    sizes: deque[int] = deque()

    def parts() -> Iterator[Part]:
        low = 0
        for start in range(0, len(event_ids), EVENTS_A_PART):
            events = event_ids[start : start + EVENTS_A_PART]
            sizes.append(len(events))
            yield events, dict(contents(before, low, events[-1])) if before.size else {}
            low = events[-1] + 1

    for stale, documents in read(parts()):
        yield sizes.popleft(), stale, documents
    high = event_ids[-1] + 1 if event_ids else 0
    yield 0, [event for event, _turns in contents(before, high)] if before.size else [], []


def _write(writer: IndexWriter, stale: list[int], documents: list[Values]) -> None:
    writing.delete(writer, "event_id", stale)
    for values in documents:
        writer.add_document(Document.from_dict(values, schema()))


@contextmanager
def _reading(workers: int) -> Iterator[Callable[[Iterator[Part]], Iterator[Written]]]:
    """How to get parts read from the database and cut into words: here, or by other processes and in order."""
    if workers <= 1:
        yield lambda parts: map(_read, parts)
        return
    with pool(workers) as processes:
        processes.submit(int).result()  # starts them all now, while there are no threads that a fork would cut off
        yield lambda parts: _read_ahead(processes, parts, 2 * workers)


def _read_ahead(processes: ProcessPoolExecutor, parts: Iterator[Part], most: int) -> Iterator[Written]:
    waiting: deque[Future[Written]] = deque()
    for part in parts:
        waiting.append(processes.submit(_read, part))
        if len(waiting) >= most:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _read(part: Part) -> Written:
    """What the index before lacks of these events, or has that it must not have."""
    event_ids, before = part
    turns: dict[int, list[TurnDocument]] = {event_id: [] for event_id in (*event_ids, *before)}
    for document in documents_of(event_ids):
        turns[document.event_id].append(document)
    changed = [event_id for event_id in turns if event_id not in before or _differs(turns[event_id], before[event_id])]
    documents = [values_of(document) for event_id in changed for document in turns[event_id]]
    return [event_id for event_id in changed if event_id in before], documents


def _differs(turns: list[TurnDocument], before: Fingerprints) -> bool:
    return {turn.public_id: turn.fingerprint for turn in turns} != before


def _swap(directory: TantivyDirectory, fresh: Path) -> int:
    with writing.opened(fresh) as writer:
        changed = directory.changed()
        generation = writing.replace_events(writer, changed, documents_of(changed))
    directory.point_to(fresh.name, generation)
    directory.stop_noting()
    directory.discard_others(fresh.name)
    return _snapshot(fresh).size
