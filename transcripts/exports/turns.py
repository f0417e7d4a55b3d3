"""Public ids → turns as plain values, all that an export writes of them: making models would take most of its time.

The values have the names of the models' fields, so that what shows a turn shows either.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from django.utils import timezone

from transcripts import models
from transcripts.search.asking import nearest_questions

EVENT = ("pk", "slug", "title", "subtitle", "date", "delivery_status", "source_url", "media_url", "series__name")
TURN = (
    "pk", "event_id", "exchange_id", "public_id", "position", "kind", "label", "text", "role", "start",
    "speaker__slug", "speaker__name", "affiliation__slug", "affiliation__name",
)  # fmt: skip


class Bearer(NamedTuple):
    """A person or an outlet."""

    slug: str
    name: str


class Event(NamedTuple):
    """`series` is the series' name, empty where there is none."""

    pk: int
    slug: str
    title: str
    subtitle: str
    date: date | None
    delivery_status: str
    source_url: str
    media_url: str
    series: str


class Turn(NamedTuple):
    pk: int
    event: Event
    exchange_id: int | None
    public_id: str
    position: int
    kind: str
    label: str
    text: str
    role: str
    start: float | None
    speaker: Bearer | None
    affiliation: Bearer | None

    @property
    def paragraphs(self) -> list[str]:
        return self.text.split("\n\n")


class ExportedHit(NamedTuple):
    """A turn and, for an answer, the nearest question before it in its exchange."""

    turn: Turn
    question: Turn | None


def exported(public_ids: Sequence[str]) -> Iterator[ExportedHit]:
    """Those that readers may see now, in that order. Four queries, however many there are."""
    events: dict[int, Event] = {}
    turns = {turn.public_id: turn for turn in _turns(events, public_id__in=public_ids)}
    questions = _questions(turns.values(), events)
    found = (turns[public_id] for public_id in public_ids if public_id in turns)
    return (ExportedHit(turn, questions.get(turn.pk)) for turn in found)


def _turns(events: dict[int, Event], **chosen: Any) -> Iterator[Turn]:
    """In no order. `events` are those known, and get more: read by themselves, since hundreds of turns share one."""
    rows = list(models.Turn.objects.current().filter(**chosen).order_by().values_list(*TURN))
    if unknown := {row[1] for row in rows} - events.keys():
        events |= _events(unknown)
    for pk, event, exchange, *said, speaker_slug, speaker, outlet_slug, outlet in rows:
        if event in events:
            yield Turn(pk, events[event], exchange, *said, _bearer(speaker_slug, speaker), _bearer(outlet_slug, outlet))


def _events(keys: Iterable[int]) -> dict[int, Event]:
    """Those that readers may see now. Looked at here, since SQLite would go through all published ones for a query."""
    now, state = timezone.now(), models.Event.State.PUBLISHED
    rows = models.Event.objects.filter(pk__in=keys).order_by().values_list("state", "published_at", *EVENT)
    public = (said for is_in, since, *said in rows if is_in == state and since <= now)
    return {pk: Event(pk, *said, series or "") for pk, *said, series in public}


def _bearer(slug: str | None, name: str | None) -> Bearer | None:
    return Bearer(slug, name) if slug and name else None


def _questions(turns: Iterable[Turn], events: dict[int, Event]) -> dict[int, Turn]:
    """By an answer's key. Only the questions that are shown are read with their texts."""
    nearest = nearest_questions(turns)
    questions = {turn.pk: turn for turn in _turns(events, pk__in=set(nearest.values()))} if nearest else {}
    return {answer: questions[key] for answer, key in nearest.items() if key in questions}
