"""What was public once and is no more: 410, with the reason and where to look now."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from transcripts.models import Event, Turn
from transcripts.views.addresses import absolute
from transcripts.views.departures import Departure, departure_of
from transcripts.views.wording import quote_in, quoted_from

# Forms that are read as JSON, and those that are pages; all others are plain text.
JSON_FORMS = ("json",)
PAGES = ("", "embed")


def withdrawn(request: HttpRequest, event: Event, form: str = "") -> HttpResponse:
    """For an event that was withdrawn and for its turns: the reason, and nothing of the text."""
    reason = event.withdrawn_reason or _("This transcript was withdrawn from the archive.")
    if form in JSON_FORMS:
        return JsonResponse({"error": "withdrawn", "reason": reason}, status=410)
    if form not in PAGES:
        return _plainly(reason)
    if form == "embed":
        return render(request, "embeds/gone.html", {"title": _("Withdrawn"), "reason": reason}, status=410)
    return render(request, "events/withdrawn.html", {"reason": reason}, status=410)


def removed(request: HttpRequest, turn: Turn, form: str = "") -> HttpResponse:
    """For a turn that a correction took out: its last wording, which correction it was, and what stands there now."""
    departure = departure_of(turn)
    if form in JSON_FORMS:
        return JsonResponse(_removed_record(request, departure), status=410)
    if form not in PAGES:
        return _plainly("\n\n".join(_removed_words(request, departure)))
    quoted = quoted_from(turn, turn.text, quote_in(request), ())
    context = {"turn": turn, "departure": departure, "quoted": quoted}
    if form == "embed":
        context |= {"title": _("Removed by a correction"), "origin": absolute(request, "")}
        return render(request, "embeds/gone.html", context, status=410)
    return render(request, "turns/removed.html", context, status=410)


def _plainly(words: str) -> HttpResponse:
    return HttpResponse(f"{words}\n", status=410, content_type="text/plain; charset=utf-8")


def _removed_record(request: HttpRequest, departure: Departure) -> dict[str, object]:
    turn, revision = departure.turn, departure.revision
    return {
        "error": "removed",
        "id": turn.public_id,
        "text": turn.text,
        "paragraphs": turn.paragraphs,
        "event": absolute(request, turn.event.get_absolute_url()),
        "revision": revision and revision.number,
        "removed": revision and revision.created_at.isoformat(),
        "note": (revision and revision.note) or None,
        "successor": departure.successor and absolute(request, departure.successor.get_absolute_url()),
        "difference": departure.difference and absolute(request, departure.difference),
    }


def _removed_words(request: HttpRequest, departure: Departure) -> list[str]:
    turn, revision, successor = departure.turn, departure.revision, departure.successor
    words = [_("A correction removed this turn. Its last wording was:"), turn.text]
    if revision:
        day = date_format(revision.created_at, "j F Y")
        told = _("Removed by revision %(number)s on %(day)s.") % {"number": revision.number, "day": day}
        words.append(" ".join(filter(None, (told, revision.note))))
    if successor:
        where = absolute(request, successor.get_absolute_url())
        words.append(_("Where it stood, there stands now: %(address)s") % {"address": where})
    return [*words, absolute(request, turn.event.get_absolute_url())]
