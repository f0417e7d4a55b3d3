"""Hits by when they became public, which is not when they were said: an old transcript may come in today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from transcripts.models import Event, Turn
from transcripts.search.engine import answered
from transcripts.search.loading import hits_of
from transcripts.search.nodes import And, Field, Node, Not, Or
from transcripts.search.query import Query, Sort
from transcripts.search.results import Hit
from transcripts.text.transcript import TurnKind

LOOKED_AT = 5_000  # hits whose times are looked up, at most; of more, those of the latest events
FIRST_LOOK, SECOND_LOOK = 200, 2_000  # events that came in last, where the newest hits are likely to be
BATCH = 500


def newest(query: Query, count: int) -> list[Hit]:
    """The `count` hits that became public last, the latest first. Raises SearchUnavailable.

    Looks among the events that came in last before it looks at all of them, three times at most.
    """
    query = without_procedure(query)
    for size in (FIRST_LOOK, SECOND_LOOK):
        events = _came_last(size)
        ids = _ids(_among(query, events))
        if len(ids) >= count or len(events) < size:
            break
    else:
        ids = _ids(query)
    return hits_of(_latest_first(ids)[:count], query)


def released_since(query: Query, moment: datetime) -> list[str]:
    """Public ids of the hits that became public after `moment`, the latest first. Raises SearchUnavailable.

    The engine is not asked where nothing at all became public since.
    """
    events = _changed_since(moment)
    if not events:
        return []
    times = _times(_ids(_among(without_procedure(query), events)))
    return sorted((each for each, since in times.items() if since > moment), key=times.__getitem__, reverse=True)


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


def _came_last(size: int) -> set[str]:
    """Slugs of the `size` events published last, and of those that the last corrections added turns to."""
    published = Event.objects.published().order_by("-published_at").values_list("slug", flat=True)
    grown = Turn.objects.current().order_by("-added_at").values_list("event__slug", flat=True)
    return {*published[:size], *grown[:size]}


def _changed_since(moment: datetime) -> set[str]:
    """Slugs of the events that were published, or had turns added, after that moment."""
    published = Event.objects.published().filter(published_at__gt=moment)
    grown = Turn.objects.current().filter(added_at__gt=moment)
    return {*published.values_list("slug", flat=True), *grown.values_list("event__slug", flat=True).distinct()}


def _among(query: Query, events: Iterable[str]) -> Query:
    """The query in these events alone; in those that it names itself, where it names any."""
    return query if query.event else query.with_filters({"event": tuple(sorted(events))})


def _ids(query: Query) -> tuple[str, ...]:
    """To the word: where little is new, a search must not be widened to what is like it."""
    exact = replace(query, sort=Sort.NEWEST, page=1, group="", strict=True)
    return answered(exact, per_page=LOOKED_AT)[1].public_ids


def _latest_first(ids: Iterable[str]) -> list[str]:
    """By when they became public; of one moment in the order that they came in."""
    times = _times(ids)
    return sorted(times, key=times.__getitem__, reverse=True)


def _times(ids: Iterable[str]) -> dict[str, datetime]:
    """When each became public, in their order. A query for every 500."""
    times = {row[0]: max(row[1:]) for batch in _batches(list(ids)) for row in _rows(batch)}
    return {public_id: times[public_id] for public_id in ids if public_id in times}


def _rows(batch: list[str]) -> Iterable[tuple[str, datetime, datetime]]:
    turns = Turn.objects.filter(public_id__in=batch, event__published_at__isnull=False).order_by()
    return turns.values_list("public_id", "added_at", "event__published_at")


def _batches(ids: list[str]) -> Iterator[list[str]]:
    return (ids[start : start + BATCH] for start in range(0, len(ids), BATCH))
