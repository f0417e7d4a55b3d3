"""What was public once and is no more: 410, with the reason and where to look now."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from transcripts.models import Event, Turn
from transcripts.views.addresses import absolute


def withdrawn(request: HttpRequest, event: Event, form: str = "") -> HttpResponse:
    """For an event that was withdrawn and for its turns: the reason, and nothing of the text."""
    reason = event.withdrawn_reason or _("This transcript was withdrawn from the archive.")
    if form == "json":
        return JsonResponse({"error": "withdrawn", "reason": reason}, status=410)
    if form:
        return HttpResponse(f"{reason}\n", status=410, content_type="text/plain; charset=utf-8")
    return render(request, "events/withdrawn.html", {"reason": reason}, status=410)


def removed(request: HttpRequest, turn: Turn, form: str = "") -> HttpResponse:
    """For a turn that a correction took out: its last wording, and its event."""
    where = absolute(request, turn.event.get_absolute_url())
    if form == "json":
        return JsonResponse({"error": "removed", "text": turn.text, "event": where}, status=410)
    if form:
        notice = _("A correction removed this turn. Its last wording was:")
        return HttpResponse(
            f"{notice}\n\n{turn.text}\n\n{where}\n", status=410, content_type="text/plain; charset=utf-8"
        )
    return render(request, "turns/removed.html", {"turn": turn}, status=410)
