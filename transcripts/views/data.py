"""Turns in forms other than pages."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.views.decorators.http import conditional_page, require_safe

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
    record = turn_record(request, turn)
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


def turn_record(request: HttpRequest, turn: Turn) -> dict[str, object]:
    """A turn as every JSON answer shows it: absent values are null, dates ISO 8601, addresses absolute."""
    return {
        "id": turn.public_id,
        "url": absolute(request, turn.get_absolute_url()),
        "position": turn.position,
        "kind": turn.kind,
        "label": turn.label or None,
        "speaker": _named(request, turn.speaker),
        "role": turn.role or None,
        "affiliation": _named(request, turn.affiliation),
        "paragraphs": turn.paragraphs,
        "start": turn.start,
        "event": event_record(request, turn.event),
    }


def event_record(request: HttpRequest, event: Event) -> dict[str, object]:
    return {
        "slug": event.slug,
        "url": absolute(request, event.get_absolute_url()),
        "title": event.title,
        "subtitle": event.subtitle or None,
        "date": event.date.isoformat() if event.date else None,
        "status": event.delivery_status or None,
        "source": event.source_url or None,
        "recording": event.media_url or None,
    }


def _named(request: HttpRequest, bearer) -> dict[str, str] | None:
    if bearer is None:
        return None
    return {"slug": bearer.slug, "name": bearer.name, "url": absolute(request, bearer.get_absolute_url())}
