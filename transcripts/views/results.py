"""A page of results made ready to show: chips, links between pages, bars of years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from transcripts.search.query import Query, Sort, to_params
from transcripts.search.results import Facet, ResultPage
from transcripts.views.histogram import Histogram, histogram

FACETS: dict[str, Promise] = {
    "speaker": gettext_lazy("Speaker"),
    "outlet": gettext_lazy("Outlet"),
    "role": gettext_lazy("Role"),
    "kind": gettext_lazy("Kind of turn"),
    "event": gettext_lazy("Event"),
    "series": gettext_lazy("Series"),
    "language": gettext_lazy("Language"),
    "year": gettext_lazy("Year"),
}
SORTS: dict[Sort, Promise] = {
    Sort.RELEVANCE: pgettext_lazy("sort", "Best match"),
    Sort.NEWEST: pgettext_lazy("sort", "Newest first"),
    Sort.OLDEST: pgettext_lazy("sort", "Oldest first"),
}


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that is set, and the address without it."""

    name: str
    label: str
    without: str


@dataclass(frozen=True, slots=True)
class ShownFacet:
    name: str
    title: str
    facet: Facet


@dataclass(frozen=True, slots=True)
class ShownResults:
    chips: tuple[Chip, ...]
    facets: tuple[ShownFacet, ...]
    sorts: tuple[tuple[str, str, bool], ...]
    years: Histogram | None
    everything: str
    previous: str
    next: str


def shown(page: ResultPage) -> ShownResults:
    """What the search page shows around its hits."""
    query = page.query
    return ShownResults(
        chips=tuple(_chips(page)),
        facets=tuple(_facets(page)),
        sorts=tuple((str(sort), str(name), sort is query.sort) for sort, name in SORTS.items()),
        years=histogram(page.years, lambda year: _address(query.between(date(year, 1, 1), date(year, 12, 31)))),
        everything=_address(query.unfiltered()),
        previous=_address(query.on_page(page.page - 1)) if page.page > 1 else "",
        next=_address(query.on_page(page.page + 1)) if page.page < page.pages else "",
    )


def _address(query: Query) -> str:
    return f"{reverse('search')}?{urlencode(to_params(query))}"


def _facets(page: ResultPage) -> Iterator[ShownFacet]:
    """Those that can narrow the results down: one value that all hits share cannot."""
    for facet in page.facets:
        if len(facet.values) > 1 or any(value.selected for value in facet.values):
            yield ShownFacet(name=facet.name, title=str(FACETS.get(facet.name, facet.name)), facet=facet)


def _chips(page: ResultPage) -> Iterator[Chip]:
    query = page.query
    labels = {(facet.name, value.slug): value.label for facet in page.facets for value in facet.values}
    for name, title in FACETS.items():
        for slug in query.values(name):
            yield Chip(str(title), labels.get((name, slug), slug), _address(query.without(**{name: slug})))
    if query.since:
        yield Chip(_("From"), date_format(query.since, "j F Y"), _address(query.between(None, query.until)))
    if query.until:
        yield Chip(_("Until"), date_format(query.until, "j F Y"), _address(query.between(query.since, None)))
