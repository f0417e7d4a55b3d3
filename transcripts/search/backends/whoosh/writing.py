"""Documents into the index: one commit a batch, old documents found by column and not by searching."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterable
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
MOST_MERGED = 4000


def create(directory: Path, schema: Any) -> None:
    """An index without documents."""
    FileIndex.create(FileStorage(str(directory)), schema, INDEX_NAME)


def write(
    directory: Path,
    documents: Iterable[TurnDocument],
    *,
    model: str,
    stale: np.ndarray | None = None,
    merge: bool = True,
) -> int:
    """Delete the documents numbered `stale` and add `documents`, in one commit. The number of that commit.

    Of documents with the same public id the last one counts.
    """
    index = FileIndex(FileStorage(str(directory)), indexname=INDEX_NAME)
    writer = SegmentWriter(index, timeout=LOCK_SECONDS, codec=ArchiveCodec())
    writer.pool = Pool()
    try:
        for number in () if stale is None else stale.tolist():
            writer.delete_document(number)
        for document in documents:
            writer.add_document(**values_of(document, model))
        writer.commit(mergetype=merged_small if merge else unmerged)
    except BaseException:
        if not writer.is_closed:
            writer.cancel()
        raise
    return writer.generation


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


def merged_small(writer: Any, segments: list[Any]) -> list[Any]:
    """Where there are many small segments of about one size, one instead: few to read, and each copied seldom.

    Larger ones are left to the next rebuild, so that no publication waits for a long copy.
    """
    kept = unmerged(writer, segments)
    tiers: dict[int, list[Any]] = {}
    for segment in kept:
        if segment.doc_count() <= MOST_MERGED:
            tiers.setdefault(segment.doc_count().bit_length() // 3, []).append(segment)
    merging = next((tier for tier in tiers.values() if len(tier) >= SIBLINGS), [])
    for segment in merging:
        reader = SegmentReader(writer.storage, writer.schema, segment)
        writer.add_reader(reader)
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
