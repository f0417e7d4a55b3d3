"""The page of one turn: its text, the exchange around it, where it is from and how to cite it."""

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
from transcripts.views.citing import FORMS, citable, panel
from transcripts.views.exchanges import around
from transcripts.views.permalinks import of_turn
from transcripts.views.sights import sight_of
from transcripts.views.validators import tagged
from transcripts.views.wording import quote_in, quoted_from


@require_safe
@conditional_page
@of_turn("turn")
def turn(request: HttpRequest, turn: Turn) -> HttpResponse:
    """The permalink of one turn, and of the exchange that it opens."""
    sight = sight_of(request, turn)
    surroundings = around(turn)
    item = citable(request, turn, sight.provenance, sight.wording)
    cite = panel(item, accessed=timezone.localdate())
    context = {
        "turn": turn,
        "event": turn.event,
        "event_title": full_title(turn.event),
        "sight": sight,
        "around": surroundings,
        "quoted": quoted_from(turn, sight.words, quote_in(request), sight.revisions),
        "event_source": dated_title(turn.event),
        "origin": absolute(request, ""),
        "item": item,
        "cite": cite,
        "citation_forms": FORMS,
        "oembed_url": item.address,
        "linked": linked_facts(turn, request),
    }
    response = tagged(render(request, "turns/turn.html", context), daily=cite, lasting=repr(item))
    return signposts.of_turn(request, sight.dated(response), surroundings)


def linked_facts(turn: Turn, request: HttpRequest) -> dict[str, object]:
    """The turn as schema.org describes a quotation (https://schema.org/Quotation)."""
    address = absolute(request, turn.get_absolute_url())
    event_address = absolute(request, turn.event.get_absolute_url())
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
    if turn.event.source_url:
        facts["isBasedOn"] = turn.event.source_url
    return facts
