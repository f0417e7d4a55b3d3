"""A small archive made by hand."""

from __future__ import annotations

from datetime import date
from itertools import count

from django.utils import timezone
from django.utils.text import slugify

from transcripts.models import Event, Exchange, Organization, OutboxEntry, Person, Series, Turn
from transcripts.search import engine, indexing
from transcripts.search.query import parse_query
from transcripts.search.results import ResultPage

_numbers = count(1)


def _named(model, name: str):
    return model.objects.get_or_create(slug=slugify(name), defaults={"name": name})[0] if name else None


def add_turn(event: Event, text: str, *, kind="answer", by="", of="", role="", exchange=None) -> Turn:
    exchange_row = Exchange.objects.get_or_create(event=event, position=exchange)[0] if exchange else None
    return Turn.objects.create(
        event=event,
        exchange=exchange_row,
        position=event.turns.count() + 1,
        kind=kind,
        text=text,
        speaker=_named(Person, by),
        affiliation=_named(Organization, of),
        role=role,
    )


def add_event(title="Press conference", *, on="2024-04-04", state="published", at=None, series="", language="en"):
    """An event without turns; `on` is an ISO date, or empty."""
    return Event.objects.create(
        slug=f"{slugify(title)}-{next(_numbers)}",
        title=title,
        date=date.fromisoformat(on) if on else None,
        state=state,
        published_at=at or timezone.now(),
        series=_named(Series, series),
        language=language,
    )


def mark_stale(event: Event, due_at=None) -> None:
    OutboxEntry.objects.create(event_id=event.pk, due_at=due_at or timezone.now())


def say(*texts: str, **event_fields) -> Event:
    """An event with these answers, in the index."""
    event = add_event(**event_fields)
    for text in texts:
        add_turn(event, text)
    mark_stale(event)
    indexing.drain()
    return event


def search(q="", *, per_page=20, **params) -> ResultPage:
    """`search("ferry", speaker="ada-quill")`; `since` and `until` are the address's from and to."""
    names = {"since": "from", "until": "to"}
    lists = {names.get(name, name): [value] if isinstance(value, str) else value for name, value in params.items()}
    return engine.find(parse_query({"q": [q], **lists}), per_page=per_page)


def texts(page: ResultPage) -> list[str]:
    return [hit.turn.text for hit in page.hits]
