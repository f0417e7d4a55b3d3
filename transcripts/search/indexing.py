"""The outbox → the index. An entry means: what the index has of that event may be stale; make it right.

Rows are read after the entries that name them, and entries are deleted after the index has committed, so that a
process that dies anywhere in between leaves at worst an entry for what is already right.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from typing import Any

from haystack import connections

from transcripts.models import OutboxEntry
from transcripts.search.comparing import differences
from transcripts.search.documents import documents_of
from transcripts.search.unavailable import IndexBusy, SearchUnavailable

logger = logging.getLogger(__name__)
BATCH = 200  # events a commit


def drain(*, timeout: float = 5.0) -> int:
    """Index the events of all due entries. How many events that were; 0 where another process is at it.

    To be called after the transaction that wrote the entries. Whoever holds the lock also takes the entries that
    others commit meanwhile. Where there is no index, one of the whole archive is made first. Raises
    SearchUnavailable when the index is damaged: the entries stay.
    """
    backend = _backend()
    try:
        if not backend.exists():
            backend.create(timeout=timeout)
            backend.vocabulary()
        if not OutboxEntry.objects.due().exists():
            return 0
        with backend.writing(timeout):
            return sum(_drained(backend))
    except IndexBusy:
        logger.debug("the index is being written by another process, which will take what is due")
        return 0


def _drained(backend: Any) -> Iterator[int]:
    """Batch after batch until nothing is due; how many events each had."""
    while entries := dict(OutboxEntry.objects.due().order_by("pk").values_list("pk", "event_id")[:BATCH]):
        event_ids = set(entries.values())
        backend.replace_events(event_ids, documents_of(event_ids))
        OutboxEntry.objects.filter(pk__in=list(entries)).delete()
        yield len(event_ids)


def drain_if_due() -> None:
    """Drain when something is due, such as an embargo that has lapsed. Raises nothing, waits for nobody.

    One cheap query when nothing is due. A missing index is not made here: that is no reader's work.
    """
    try:
        if OutboxEntry.objects.due().exists() and exists():
            drain(timeout=0)
    except Exception:
        logger.exception("what is due could not be indexed")


def rebuild(*, workers: int = 1, progress: Callable[[int, int], None] | None = None) -> int:
    """Make a new index of the whole archive and swap it in; searches answer throughout. How many turns it has.

    `progress` is told how many of how many events are done. Raises IndexBusy where another rebuild runs.
    """
    backend = _backend()
    turns: int = backend.rebuild(workers=workers, progress=progress)
    backend.vocabulary()  # else the first reader who misspells a word waits until all words are taken from the postings
    drain()
    return turns


def exists() -> bool:
    """Whether there is an index at all."""
    return bool(_backend().exists())


def is_empty() -> bool:
    """Whether the index has no documents. Raises SearchUnavailable."""
    return bool(_backend().is_empty())


def compare() -> list[str]:
    """Differences between the database and the index, a sentence each, apart from what the outbox knows."""
    try:
        return list(differences(_backend().contents()))
    except SearchUnavailable as error:
        return [str(error)]


def _backend() -> Any:
    return connections["default"].get_backend()
