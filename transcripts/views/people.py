"""People: the list, and the page of one with what they said, as what, and when."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from transcripts.models import Person, Turn
from transcripts.views.careers import career, offices, spoken_for
from transcripts.views.names import names
from transcripts.views.printed import also_printed


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    return render(request, "people/list.html", {"names": names(request, Person.objects.all(), "speaker")})


@require_safe
def person(request: HttpRequest, slug: str) -> HttpResponse:
    """One person; the address of one who turned out to be another leads to the other."""
    person = get_object_or_404(Person.objects.select_related("merged_into"), slug=slug)
    if person.merged_into:
        return redirect(person.standing(), permanent=True)
    turns = Turn.objects.published().by(person)
    context = {
        "person": person,
        "also": also_printed(person, turns),
        "career": career(request, turns, "speaker", person.slug),
        "offices": offices(turns),
        "spoken_for": spoken_for(turns),
    }
    return render(request, "people/person.html", context)
