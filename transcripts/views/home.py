"""The front page."""

from __future__ import annotations

from django.db.models import Count, Exists, Max, Min, OuterRef, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from transcripts.models import Event, Organization, Person, Series, Turn
from transcripts.text.transcript import TurnKind
from transcripts.views.examples import SPEAKING, examples

NEWEST = 8
NAMES = 8
ASKING = (TurnKind.QUESTION,)


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Search box, newest events, ways in."""
    newest = list(Event.objects.published().select_related("series").newest_first()[:NEWEST])
    if not newest:
        return render(request, "home/empty.html")
    lately = Turn.objects.published().filter(event__in=newest)
    context = {
        "newest": newest,
        "examples": examples(lately),
        "numbers": numbers(),
        "speakers": _heard(Person, SPEAKING, lately),
        "outlets": _heard(Organization, ASKING, lately),
        "series": _series(),
    }
    return render(request, "home/home.html", context)


def numbers() -> dict[str, object]:
    """How much the archive holds that readers may see, and from which years."""
    public = Event.objects.published()
    span = public.aggregate(first=Min("date__year"), last=Max("date__year"), events=Count("pk"))
    turns = Turn.objects.published()
    return {
        **span,
        "turns": turns.count(),
        "people": Person.objects.filter(Exists(turns.filter(speaker=OuterRef("pk")))).count(),
        "outlets": Organization.objects.filter(Exists(turns.filter(affiliation=OuterRef("pk")))).count(),
    }


def _heard(model, kinds, lately):
    """The people or outlets heard most in the newest events: what is asked grows with those, not with the archive."""
    field = "speaker" if model is Person else "affiliation"
    of_late = Count("turns", filter=Q(turns__in=lately, turns__kind__in=kinds))
    named = model.objects.filter(pk__in=lately.values(field)).annotate(lately=of_late)
    return named.filter(lately__gt=0).order_by("-lately", "name")[:NAMES]


def _series():
    shown = Q(events__in=Event.objects.published())
    return Series.objects.annotate(count=Count("events", filter=shown)).filter(count__gt=0).order_by("-count")[:NAMES]
