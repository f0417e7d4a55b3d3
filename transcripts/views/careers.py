"""What a person or an outlet said over the years, counted over turns that readers may see."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import Page
from django.db.models import Count, Max, Min, Q
from django.db.models.functions import ExtractYear
from django.http import HttpRequest
from django.urls import reverse

from transcripts.models import Event, Turn
from transcripts.models.people import name_key
from transcripts.views.histogram import Histogram, histogram
from transcripts.views.pages import page_of

LATEST = 5
EVENTS = 20
# An office or outlet is printed in many ways; beyond these the list says nothing more.
FACTS = 30


@dataclass(frozen=True, slots=True)
class Career:
    turns: int
    years: Histogram | None
    latest: tuple[Turn, ...]
    events: Page
    all_turns: str


@dataclass(frozen=True, slots=True)
class Span:
    """An office as printed, with the first and last year that it was spoken in; None where no date is known."""

    role: str
    first: int | None
    last: int | None

    def joined(self, row: dict) -> Span:
        """With another printing of the same office, in capitals only where none has small letters."""
        years = [year for year in (self.first, self.last, row["first"], row["last"]) if year]
        role = row["role"] if self.role.isupper() else self.role
        return Span(role, min(years, default=None), max(years, default=None))


def career(request: HttpRequest, turns, filter_name: str, slug: str) -> Career:
    """Counts, latest turns and a page of events. `filter_name` is the search filter that finds the same turns."""
    search = reverse("search")
    counts = turns.exclude(event__date=None).values_list(ExtractYear("event__date")).annotate(count=Count("pk"))
    newest = turns.with_names().order_by("-event__date", "-event_id", "position")
    return Career(
        turns=turns.count(),
        years=histogram(counts.order_by(), lambda year: f"{search}?{_of_year(filter_name, slug, year)}"),
        latest=tuple(newest[:LATEST]),
        events=page_of(request, _events(turns), EVENTS),
        all_turns=f"{search}?{urlencode({filter_name: slug, 'sort': 'newest'})}",
    )


def _of_year(filter_name: str, slug: str, year: int) -> str:
    return urlencode({filter_name: slug, "from": f"{year:04}-01-01", "to": f"{year:04}-12-31"})


def _events(turns):
    here = Q(turns__in=turns)
    events = Event.objects.filter(pk__in=turns.values("event")).select_related("series")
    return events.annotate(count=Count("turns", filter=here)).newest_first()


def _over_time(turns, *fields: str):
    """Each combination of these fields with its first and last year and its count, the latest first."""
    span = {"first": Min("event__date__year"), "last": Max("event__date__year"), "count": Count("pk")}
    return turns.values(*fields).annotate(**span).order_by("-last", "-count", *fields)[:FACTS]


def offices(turns):
    """The offices that the turns were spoken in, each once, whatever its capitals were."""
    spans: dict[str, Span] = {}
    for row in _over_time(turns.exclude(role=""), "role"):
        key = name_key(row["role"])
        spans[key] = spans[key].joined(row) if key in spans else Span(row["role"], row["first"], row["last"])
    return list(spans.values())


def spoken_for(turns):
    """The outlets and bodies that the turns were spoken for."""
    return _over_time(turns.exclude(affiliation=None), "affiliation__name", "affiliation__slug")


def voices(turns):
    """Those who spoke."""
    return _over_time(turns.exclude(speaker=None), "speaker__name", "speaker__slug")
