"""Hits by when they became public, which is not when they were said: an old transcript may come in today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from heapq import heapify, heappop, heappush
from itertools import islice
from typing import NamedTuple

from transcripts.models import Event, Turn
from transcripts.search.engine import answered
from transcripts.search.loading import hits_of
from transcripts.search.nodes import And, Field, Node, Not, Or
from transcripts.search.origins import Origins
from transcripts.search.query import Query, Sort
from transcripts.search.results import Hit
from transcripts.text.transcript import TurnKind

LOOKS = (50, 1_000)  # events that came in last, where the newest hits are likely to be; then all events
TURNS = 10  # for each such event, so many of the turns that were added last
IDS = 100_000  # held at once
BATCH = 500


LONG_AGO = datetime.min.replace(tzinfo=UTC)


class Release(NamedTuple):
    """A hit and since when readers have known its words.

    Of a turn that a correction has parted from another, `parts_of` are the ids that its words had before.
    """

    public_id: str
    since: datetime
    parts_of: tuple[str, ...] = ()


class ReleasedHit(NamedTuple):
    hit: Hit
    since: datetime


class _Row(NamedTuple):
    """A hit, and what its time depends on. It is settled once its origin was looked for."""

    public_id: str
    event: int
    added: datetime
    published: datetime
    parts_of: tuple[str, ...] = ()
    is_settled: bool = False

    @property
    def since(self) -> datetime:
        return max(self.added, self.published)


def newest(query: Query, count: int) -> list[ReleasedHit]:
    """The `count` hits that became public last, the latest first. Raises SearchUnavailable.

    Looks among the events that came in last before it looks at all of them; whatever was said when, none that came in
    later is left out.
    """
    query = without_procedure(query)
    for size in LOOKS if not query.event else ():
        events, horizon = _came_last(size)
        if horizon is None:
            break
        found = list(islice(_latest_first(_among(query, events)), count))
        if len(found) == count and found[-1].since >= horizon:
            return _hits(found, query)
    return _hits(list(islice(_latest_first(query), count)), query)


def _hits(found: Sequence[Release], query: Query) -> list[ReleasedHit]:
    since = {release.public_id: release.since for release in found}
    hits = hits_of([release.public_id for release in found], query)
    return [ReleasedHit(hit, since[hit.turn.public_id]) for hit in hits]


def released_since(query: Query, moment: datetime) -> list[Release]:
    """The hits that became public after `moment`, the latest first. Raises SearchUnavailable.

    The engine is not asked where nothing at all became public since.
    """
    events = _changed_since(moment)
    if not events:
        return []
    found = _latest_first(_among(without_procedure(query), events), after=moment)
    return list(found)


def without_procedure(query: Query) -> Query:
    """Moderators' words, such as who speaks next, are left out where the query does not ask for them."""
    if query.kind or _asks_for_a_kind(query.node):
        return query
    return query.with_filters({"kind": tuple(str(kind) for kind in TurnKind if kind is not TurnKind.MODERATION)})


def _asks_for_a_kind(node: Node | None) -> bool:
    match node:
        case And(parts) | Or(parts):
            return any(_asks_for_a_kind(part) for part in parts)
        case Not(part):
            return _asks_for_a_kind(part)
        case Field(name, _):
            return name == "kind"
    return False


def _came_last(size: int) -> tuple[set[str], datetime | None]:
    """Slugs of the events published last and of those that turns were added to last, and a time: nothing became public
    after it in any other event. None where these are all events.
    """
    published = Event.objects.published().order_by("-published_at").values_list("slug", "published_at")[:size]
    added = Turn.objects.current().order_by("-added_at").values_list("event__slug", "added_at")[: size * TURNS]
    rows = [*published, *added]
    if len(published) < size:
        return {slug for slug, _since in rows}, None
    ends = (list(each)[-1][1] for each in (published, added) if len(each) in (size, size * TURNS))
    return {slug for slug, _since in rows}, max(ends)


def _changed_since(moment: datetime) -> set[str]:
    """Slugs of the events that were published, or had turns added, after that moment."""
    published = Event.objects.published().filter(published_at__gt=moment)
    grown = Turn.objects.current().filter(added_at__gt=moment)
    return {*published.values_list("slug", flat=True), *grown.values_list("event__slug", flat=True).distinct()}


def _among(query: Query, events: Iterable[str]) -> Query:
    """The query in these events alone; in those that it names itself, where it names any."""
    return query if query.event else query.with_filters({"event": tuple(sorted(events))})


def _latest_first(query: Query, *, after: datetime = LONG_AGO) -> Iterator[Release]:
    """Those that became public after that time; of one moment the latest event's first. Origins are looked up as it is
    read on.
    """
    origins = Origins()
    heap = [(-row.since.timestamp(), place, row) for place, row in enumerate(_rows(query)) if row.since > after]
    heapify(heap)
    while heap:
        _time, place, row = heappop(heap)
        if row.is_settled or row.added <= row.published:
            yield Release(row.public_id, row.since, row.parts_of)
            continue
        row = _settled(row, origins)
        if row.since > after:
            heappush(heap, (-row.since.timestamp(), place, row))


def _settled(row: _Row, origins: Origins) -> _Row:
    """With the time of the turn that it was part of, and of the one that that was part of."""
    known = (row.public_id, row.added)
    parts: list[str] = []
    while known[1] > row.published and (before := origins.of(row.event, *known)):
        known = before
        parts.append(before[0])
    return row._replace(added=known[1], parts_of=tuple(parts), is_settled=True)


def _rows(query: Query) -> Iterator[_Row]:
    """Every hit, the latest events' first. A database query for every 500, and the engine once for every 100,000."""
    for ids in _ids(query):
        for start in range(0, len(ids), BATCH):
            batch = ids[start : start + BATCH]
            turns = Turn.objects.filter(public_id__in=batch, event__published_at__isnull=False).order_by()
            found = {
                row[0]: row for row in turns.values_list("public_id", "event_id", "added_at", "event__published_at")
            }
            yield from (_Row(*found[each]) for each in batch if each in found)


def _ids(query: Query) -> Iterator[tuple[str, ...]]:
    """To the word: where little is new, a search must not be widened to what is like it."""
    exact = replace(query, sort=Sort.NEWEST, page=1, group="", strict=True)
    found = answered(exact, per_page=IDS)[1]
    yield found.public_ids
    for page in range(2, found.pages + 1):
        yield answered(exact.on_page(page), per_page=IDS)[1].public_ids
