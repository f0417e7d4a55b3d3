"""Events: the list by year, and the whole transcript of one."""

from __future__ import annotations

import re

from django.db.models import Count
from django.db.models.functions import ExtractYear
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import conditional_page, require_safe

from transcripts.models import Event
from transcripts.templatetags.transcript import dated_title
from transcripts.views import signposts
from transcripts.views.addresses import absolute
from transcripts.views.chronicle import corrected_turns, newest_of
from transcripts.views.inside import inside_of
from transcripts.views.pages import page_of
from transcripts.views.permalinks import of_event
from transcripts.views.provenance import Provenance
from transcripts.views.transcript import shown, turns_of
from transcripts.views.validators import dated

PAGE_SIZE = 50


@require_safe
def events(request: HttpRequest) -> HttpResponse:
    """All events, newest first; `?year=2024` those of one year, `?year=undated` those without a date."""
    public = Event.objects.published()
    chosen = request.GET.get("year", "")
    page = page_of(request, _of_year(public, chosen).select_related("series").newest_first(), PAGE_SIZE)
    years = public.values(year=ExtractYear("date")).annotate(count=Count("pk")).order_by("-year")
    return render(request, "events/list.html", {"page": page, "years": years, "chosen": chosen})


def _of_year(public, chosen: str):
    if chosen == "undated":
        return public.filter(date=None)
    if re.fullmatch("[0-9]{4}", chosen) and chosen != "0000":
        return public.filter(date__year=int(chosen))
    return public if not chosen else public.none()


@require_safe
@conditional_page
@of_event()
def event(request: HttpRequest, event: Event) -> HttpResponse:
    """The whole transcript, each turn with its own anchor."""
    origin = absolute(request, "")
    newest = newest_of(event)
    turns = list(turns_of(event))
    inside = inside_of(request, turns)
    corrections = corrected_turns(event, newest)
    context = {
        "event": event,
        "inside": inside,
        "transcript": shown(turns, origin=origin, corrections=corrections, found=inside.found),
        "provenance": Provenance(event, newest),
        "origin": origin,
        "event_source": dated_title(event),
    }
    response = dated(render(request, "events/event.html", context), event, [newest.created_at] if newest else [])
    return signposts.of_event(request, response, event)
