"""Turns in forms other than pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.views.decorators.http import conditional_page, require_safe

from transcripts.exports import turns as exported
from transcripts.exports.places import Places
from transcripts.models import Event, Turn
from transcripts.templatetags.transcript import full_title
from transcripts.views.addresses import absolute
from transcripts.views.citing import FORMS, citable
from transcripts.views.exchanges import exchange_of, head_of
from transcripts.views.permalinks import of_turn
from transcripts.views.provenance import provenance_record
from transcripts.views.sights import Sight, sight_of

PLAIN = "text/plain; charset=utf-8"
READABLE = {"ensure_ascii": False, "indent": 2}


@require_safe
@conditional_page
@of_turn("turn-json", "json")
def turn_json(request: HttpRequest, turn: Turn) -> HttpResponse:
    """The turn as data: today's wording, or that of `?rev=N`."""
    sight = sight_of(request, turn)
    record = turn_record(turn, places_of(request))
    record |= _as_it_was(sight, record["speaker"], record["affiliation"])
    record["exchange"] = _exchange_record(request, turn)
    record["provenance"] = provenance_record(request, sight.provenance)
    record["citations"] = {
        name.removeprefix("turn-"): absolute(request, reverse(name, args=[turn.public_id])) for name, *_rest in FORMS
    }
    return sight.dated(JsonResponse(record, json_dumps_params=READABLE))


@require_safe
@conditional_page
@of_turn("turn-text", "txt")
def turn_text(request: HttpRequest, turn: Turn) -> HttpResponse:
    """The words, who said them, where, the permalink, and where they are from."""
    sight = sight_of(request, turn)
    item = citable(request, turn, sight.provenance, sight.wording)
    event = turn.event
    source = ", ".join(filter(None, (full_title(event), event.date and event.date.isoformat())))
    lines = [f"— {sight.said_by}", source, item.address, sight.notice, *item.notes]
    text = "\n".join([sight.words, "", *filter(None, lines), ""])
    return sight.dated(HttpResponse(text, content_type=PLAIN))


def _as_it_was(sight: Sight, speaker, affiliation) -> dict[str, object]:
    """What is another where the wording of a revision was asked for, and a sentence where it is not what it seems."""
    shown: dict[str, object] = {"notice": sight.notice or None}
    if sight.wording and sight.wording.turn:
        then = sight.wording.turn
        shown |= {"kind": str(then.kind), "label": then.label or None, "role": then.role or None}
        shown |= {"paragraphs": list(then.paragraphs), "start": then.start}
        shown |= {"speaker": _then(speaker, then.speaker), "affiliation": _then(affiliation, then.affiliation)}
    return shown


def _then(today: dict[str, str] | None, name: str) -> dict[str, str | None] | None:
    """A bearer by the name that a revision has. Only today's has an address: names are all that a revision keeps."""
    if not name:
        return None
    return today if today and today["name"] == name else {"slug": None, "name": name, "url": None}


def _exchange_record(request: HttpRequest, turn: Turn) -> dict[str, object] | None:
    """The exchange by its number, its address and those of its turns."""
    exchange = exchange_of(turn)
    head = head_of(exchange)
    if head is None:
        return None
    turns = [absolute(request, other.get_absolute_url()) for other in exchange]
    return {"number": turn.exchange.position, "url": absolute(request, head.get_absolute_url()), "turns": turns}


def places_of(request: HttpRequest) -> Places:
    return Places(absolute(request, ""))


def turn_record(turn: Turn | exported.Turn, places: Places) -> dict[str, object]:
    """A turn as every JSON answer shows it: absent values are null, dates ISO 8601, addresses absolute."""
    return {
        "id": turn.public_id,
        "url": places.turn(turn),
        "position": turn.position,
        "kind": turn.kind,
        "label": turn.label or None,
        "speaker": _named(turn.speaker, places.person),
        "role": turn.role or None,
        "affiliation": _named(turn.affiliation, places.outlet),
        "paragraphs": turn.paragraphs,
        "start": turn.start,
        "event": event_record(turn.event, places),
    }


def event_record(event: Event | exported.Event, places: Places) -> dict[str, object]:
    return {
        "slug": event.slug,
        "url": places.event(event),
        "title": event.title,
        "subtitle": event.subtitle or None,
        "date": event.date.isoformat() if event.date else None,
        "status": event.delivery_status or None,
        "source": event.source_url or None,
        "recording": event.media_url or None,
    }


def question_record(question: Turn | exported.Turn, places: Places) -> dict[str, object]:
    """A question above the answer that something else is about."""
    return {
        "id": question.public_id,
        "url": places.turn(question),
        "speaker": question.speaker.name if question.speaker else None,
        "text": question.text,
    }


def _named(bearer: Any, address: Callable[[Any], str]) -> dict[str, str] | None:
    return {"slug": bearer.slug, "name": bearer.name, "url": address(bearer)} if bearer else None
