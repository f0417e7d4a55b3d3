"""A made archive in the database, every event of it published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from benchmarks.corpus import (
    SERIES,
    TURNS_AN_EXCHANGE,
    MadeEvent,
    made_events,
    names_of_outlets,
    names_of_speakers,
)
from transcripts.models import Event, Exchange, Organization, Person, Series, Turn

BATCH = 100  # events a transaction


class Archive:
    """Writes rows past the publishing verbs: no revisions, no sources, nothing in the outbox."""

    def __init__(self) -> None:
        self._speakers = _named(Person, names_of_speakers())
        self._outlets = _named(Organization, names_of_outlets())
        self._series = _named(Series, [f"Briefings {number}" for number in range(SERIES)])

    def add(self, made: list[MadeEvent]) -> None:
        events = Event.objects.bulk_create(map(self._event, made))
        exchanges = Exchange.objects.bulk_create(
            Exchange(event=event, position=position + 1)
            for event, each in zip(events, made, strict=True)
            for position in range(-(-len(each.turns) // TURNS_AN_EXCHANGE))
        )
        turns = self._turns(
            zip(events, made, strict=True), {(each.event_id, each.position): each for each in exchanges}
        )
        Turn.objects.bulk_create(turns, batch_size=500)

    def _event(self, made: MadeEvent) -> Event:
        return Event(
            slug=f"event-{made.number}",
            title=f"Press conference {made.number}",
            date=made.date,
            state=Event.State.PUBLISHED,
            published_at=timezone.now(),
            language="en",
            series=self._series[made.series],
        )

    def _turns(
        self, pairs: Iterable[tuple[Event, MadeEvent]], exchanges: dict[tuple[int, int], Exchange]
    ) -> Iterator[Turn]:
        for event, made in pairs:
            for place, turn in enumerate(made.turns):
                yield Turn(
                    event=event,
                    exchange=exchanges[event.pk, place // TURNS_AN_EXCHANGE + 1],
                    position=place + 1,
                    kind=turn.kind,
                    text=turn.text,
                    speaker=self._speakers[turn.speaker],
                    affiliation=None if turn.outlet is None else self._outlets[turn.outlet],
                    role=turn.role,
                )


def fill(turns: int) -> None:
    """Put an archive of about so many turns into an empty database."""
    archive, events = Archive(), made_events(turns)
    while made := list(islice(events, BATCH)):
        with transaction.atomic():
            archive.add(made)


def _named(model: type[Person | Organization | Series], names: list[str]) -> list:
    return model.objects.bulk_create(model(slug=slugify(name), name=name) for name in names)
