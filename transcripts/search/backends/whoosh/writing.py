"""Documents into the index: one commit a batch, old documents found by column and not by searching."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC, FileIndex
from whoosh.reading import SegmentReader
from whoosh.writing import SegmentWriter

from transcripts.search.backends.whoosh.postings import ArchiveCodec, Pool
from transcripts.search.backends.whoosh.schema import values_of
from transcripts.search.backends.whoosh.snapshot import INDEX_NAME, Snapshot
from transcripts.search.documents import TurnDocument

LOCK_SECONDS = 30.0  # Whoosh's own lock, which nobody holds who does not hold ours
SIBLINGS = 8
MOST_MERGED = 2000  # documents: a second or two


def create(directory: Path, schema: Any) -> None:
    """An index without documents."""
    FileIndex.create(FileStorage(str(directory)), schema, INDEX_NAME)


def write(
    directory: Path,
    documents: Iterable[TurnDocument],
    *,
    model: str,
    stale: np.ndarray | None = None,
) -> int:
    """Delete the documents numbered `stale` and add `documents`, in one commit. The number of that commit.

    Of documents with the same public id the last one counts.
    """
    with _writer(directory) as writer:
        for number in () if stale is None else stale.tolist():
            writer.delete_document(number)
        for document in documents:
            writer.add_document(**values_of(document, model))
        writer.commit(mergetype=unmerged)
    return int(writer.generation)


def tidied(directory: Path) -> int | None:
    """Where there are many small segments, one instead of them. The number of that commit; None where there was none.

    A commit of its own, so that what was written is found before.
    """
    if not siblings(TOC.read(FileStorage(str(directory)), INDEX_NAME).segments):
        return None
    with _writer(directory) as writer:
        writer.commit(mergetype=merged)
    return int(writer.generation)


@contextmanager
def _writer(directory: Path) -> Iterator[SegmentWriter]:
    index = FileIndex(FileStorage(str(directory)), indexname=INDEX_NAME)
    writer = SegmentWriter(index, timeout=LOCK_SECONDS, codec=ArchiveCodec())
    writer.pool = Pool()
    try:
        yield writer
    except BaseException:
        if not writer.is_closed:
            writer.cancel()
        raise


def of_events(snapshot: Snapshot, event_ids: Collection[int]) -> np.ndarray:
    """The numbers of the live documents of these events."""
    return np.flatnonzero(snapshot.live & np.isin(snapshot.numbers("event_id"), list(event_ids)))


def of_keys(snapshot: Snapshot, public_ids: Collection[str]) -> np.ndarray:
    """The numbers of the live documents with these public ids."""
    keys = np.array([public_id.encode("ascii", "replace") for public_id in public_ids], "S8")
    return np.flatnonzero(snapshot.live & np.isin(snapshot.keys("public_id"), keys))


def unmerged(_writer: Any, segments: list[Any]) -> list[Any]:
    """Segments that have documents left, as they are."""
    return [segment for segment in segments if segment.doc_count()]


def siblings(segments: list[Any]) -> list[Any]:
    """Small segments of about one size, where there are many: few to look into, and each document copied seldom.

    Larger ones are left to the next rebuild, so that nobody who publishes waits for a long copy.
    """
    tiers: dict[int, list[Any]] = {}
    for segment in segments:
        tiers.setdefault(segment.doc_count().bit_length() // 3, []).append(segment)
    many = (tier[:SIBLINGS] for tier in tiers.values() if len(tier) >= SIBLINGS)
    return next((each for each in many if sum(segment.doc_count() for segment in each) <= MOST_MERGED), [])


def merged(writer: Any, segments: list[Any]) -> list[Any]:
    """Copy the siblings among them into the writer's new segment; the others as they are."""
    kept = unmerged(writer, segments)
    merging = siblings(kept)
    for segment in merging:
        writer.add_reader(SegmentReader(writer.storage, writer.schema, segment))
    return [segment for segment in kept if segment not in merging]


def assembled(directory: Path, parts: Iterable[Path], schema: Any) -> int:
    """One index of the segments of those in `parts`, which stay whole. The number of its commit.

    What an attempt that was killed has left in the directory is removed.
    """
    for left in (*directory.glob(f"{INDEX_NAME}_*"), *directory.glob(f"_{INDEX_NAME}_*")):
        left.unlink()
    segments = []
    for part in parts:
        segments += TOC.read(FileStorage(str(part)), INDEX_NAME).segments
        for file in part.glob(f"{INDEX_NAME}_*.seg"):
            _linked(file, directory / file.name)
    generation = 1
    TOC(schema, segments, generation).write(FileStorage(str(directory)), INDEX_NAME)
    return generation


def _linked(file: Path, to: Path) -> None:
    """The same bytes under a second name; a copy where the file system has no such thing."""
    try:
        to.hardlink_to(file)
    except OSError:
        shutil.copyfile(file, to)
