"""Outlets and other bodies that people spoke for: the list, and the page of one with its journalists."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from transcripts.models import Organization, Turn
from transcripts.views.careers import career, voices
from transcripts.views.names import names
from transcripts.views.printed import also_printed


@require_safe
def outlets(request: HttpRequest) -> HttpResponse:
    return render(request, "outlets/list.html", {"names": names(request, Organization.objects.all(), "affiliation")})


@require_safe
def outlet(request: HttpRequest, slug: str) -> HttpResponse:
    """One outlet; the address of one that turned out to be another leads to the other."""
    outlet = get_object_or_404(Organization.objects.select_related("merged_into"), slug=slug)
    if outlet.merged_into:
        return redirect(outlet.standing(), permanent=True)
    turns = Turn.objects.published().filter(affiliation=outlet)
    context = {
        "outlet": outlet,
        "also": also_printed(outlet, turns),
        "career": career(request, turns, "outlet", outlet.slug),
        "voices": voices(turns),
    }
    return render(request, "outlets/outlet.html", context)
