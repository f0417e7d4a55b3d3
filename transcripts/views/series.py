"""Series: institutions' runs of events."""

from __future__ import annotations

from django.db.models import Count, Max, Min, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from transcripts.models import Event, Series
from transcripts.views.pages import page_of

PAGE_SIZE = 50


@require_safe
def series_list(request: HttpRequest) -> HttpResponse:
    return render(request, "series/list.html", {"page": page_of(request, _public_series(), PAGE_SIZE)})


@require_safe
def series(request: HttpRequest, slug: str) -> HttpResponse:
    """One series with its events, newest first."""
    series = get_object_or_404(Series, slug=slug)
    events = Event.objects.published().filter(series=series).newest_first()
    return render(request, "series/series.html", {"series": series, "page": page_of(request, events, PAGE_SIZE)})


def _public_series():
    shown = Q(events__in=Event.objects.published())
    span = {"first": Min("events__date__year", filter=shown), "last": Max("events__date__year", filter=shown)}
    counted = Series.objects.annotate(count=Count("events", filter=shown), **span)
    return counted.filter(count__gt=0).order_by("name")
