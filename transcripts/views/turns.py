"""The page of one turn: its text, the exchange around it, and how to cite it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import conditional_page, require_safe

from transcripts.models import Turn
from transcripts.templatetags.transcript import dated_title, full_title
from transcripts.text.transcript import TurnKind
from transcripts.views import signposts
from transcripts.views.addresses import absolute
from transcripts.views.citing import citation
from transcripts.views.permalinks import of_turn
from transcripts.views.wording import quoted_from, wording_at


@require_safe
@conditional_page
@of_turn("turn")
def turn(request: HttpRequest, turn: Turn) -> HttpResponse:
    """The permalink of one turn."""
    address = absolute(request, turn.get_absolute_url())
    wording = wording_at(turn, request.GET.get("rev", ""))
    words = (wording and wording.text) or turn.text
    context = {
        "turn": turn,
        "event": turn.event,
        "event_title": full_title(turn.event),
        "asked": request.GET.get("rev", ""),
        "wording": wording,
        "words": words,
        "quoted": quoted_from(turn, words, request.GET.get("quote", "")),
        "event_source": dated_title(turn.event),
        "origin": absolute(request, ""),
        "citation": citation(turn, address, accessed=timezone.localdate()),
        "linked": linked_facts(turn, address, absolute(request, turn.event.get_absolute_url())),
        **_around(turn),
    }
    return signposts.of_turn(request, render(request, "turns/turn.html", context), turn)


def _around(turn: Turn) -> dict[str, object]:
    """The other turns of its exchange, before and after it, and its neighbours in the event."""
    current = Turn.objects.current().filter(event=turn.event_id).select_related("speaker", "affiliation")
    exchange = list(current.filter(exchange=turn.exchange_id).in_order()) if turn.exchange_id else []
    return {
        "before": [other for other in exchange if other.position < turn.position],
        "after": [other for other in exchange if other.position > turn.position],
        "previous": current.filter(position__lt=turn.position).order_by("-position").first(),
        "next": current.filter(position__gt=turn.position).order_by("position").first(),
    }


def linked_facts(turn: Turn, address: str, event_address: str) -> dict[str, object]:
    """The turn as schema.org describes a quotation (https://schema.org/Quotation)."""
    facts: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Question" if turn.kind == TurnKind.QUESTION else "Quotation",
        "@id": address,
        "url": address,
        "text": turn.text,
        "isPartOf": {"@type": "CreativeWork", "name": full_title(turn.event), "url": event_address},
    }
    if turn.speaker:
        facts["author"] = {"@type": "Person", "name": turn.speaker.name}
    if turn.event.date:
        facts["dateCreated"] = turn.event.date.isoformat()
    if turn.event.language:
        facts["inLanguage"] = turn.event.language
    return facts
