"""What was found, by event: the events in the order of their first hits, each with its first few."""

from __future__ import annotations

from dataclasses import replace

from tantivy import Query

from transcripts.search.backends.tantivy.counting import events_counted
from transcripts.search.backends.tantivy.ranking import ranked
from transcripts.search.backends.tantivy.snapshot import Snapshot
from transcripts.search.backends.tantivy.translating import any_number, both
from transcripts.search.query import Query as Asked
from transcripts.search.results import GROUPED, Found, Group

AT_ONCE = 1000  # hits that are gone through for events that have not been met


def grouped(snapshot: Snapshot, query: Query, asked: Asked, found: Found, *, per_page: int) -> Found:
    """The page of events that is asked for, put into what was found."""
    totals = events_counted(snapshot, query)
    pages = max(-(-len(totals) // per_page), 1)
    page = min(asked.page, pages)
    shown = _events(snapshot, query, asked, min(page * per_page, len(totals)))[(page - 1) * per_page :]
    groups = tuple(Group(totals[event], _first_hits(snapshot, query, asked, event)) for event in shown)
    public_ids = tuple(public_id for group in groups for public_id in group.public_ids)
    return replace(found, public_ids=public_ids, page=page, pages=pages, groups=groups, events=len(totals))


def _events(snapshot: Snapshot, query: Query, asked: Asked, count: int) -> list[int]:
    """The first `count` events by their first hits; there must be so many."""
    met: dict[int, None] = {}
    start = 0
    while len(met) < count:
        hits = ranked(snapshot, query, asked, start, max(AT_ONCE, start)).addresses
        met |= dict.fromkeys(snapshot.column("event_id", hits))
        start += len(hits)
    return list(met)[:count]


def _first_hits(snapshot: Snapshot, query: Query, asked: Asked, event: int) -> tuple[str, ...]:
    hits = ranked(snapshot, both([query, any_number("event_id", [event])]), asked, 0, GROUPED)
    return tuple(snapshot.public_ids(hits.addresses))
