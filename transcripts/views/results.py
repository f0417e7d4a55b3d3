"""A page of results made ready to show: chips, links between pages, bars over time, what else to try."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from transcripts.search.query import Query, Sort, to_params
from transcripts.search.relaxing import MOSTLY
from transcripts.search.results import Facet, HitGroup, ResultPage
from transcripts.views.chips import FILTER_TITLES, Chip, chips
from transcripts.views.timeline import Timeline, timeline

SORTS: dict[Sort, Promise] = {
    Sort.RELEVANCE: pgettext_lazy("sort", "Best match"),
    Sort.NEWEST: pgettext_lazy("sort", "Newest first"),
    Sort.OLDEST: pgettext_lazy("sort", "Oldest first"),
}


@dataclass(frozen=True, slots=True)
class ShownFacet:
    name: str
    title: str
    facet: Facet


@dataclass(frozen=True, slots=True)
class ShownGroup:
    """An event with its first hits; `rest` is the address of them all, where there are more."""

    group: HitGroup
    rest: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class ShownResults:
    """`strictly` is the address of the turns with all words, where those with most of them are shown."""

    chips: tuple[Chip, ...]
    facets: tuple[ShownFacet, ...]
    sorts: tuple[tuple[str, str, bool], ...]
    timeline: Timeline | None
    groups: tuple[ShownGroup, ...]
    suggestions: tuple[Suggestion, ...]
    strictly: str
    everything: str
    previous: str
    next: str


def shown(page: ResultPage) -> ShownResults:
    """What the search page shows around its hits."""
    query, here = page.query, reverse("search")
    return ShownResults(
        chips=tuple(chips(page, address)),
        facets=tuple(_facets(page)),
        sorts=tuple((str(sort), str(name), sort is query.sort) for sort, name in SORTS.items()),
        timeline=timeline(page.months, lambda since, until: _at(here, query.between(since, until))),
        groups=tuple(ShownGroup(group, _rest(query, group)) for group in page.groups),
        suggestions=tuple(Suggestion(text, address(replace(query, text=text, page=1))) for text in page.suggestions),
        strictly=address(replace(query, strict=True, page=1)) if MOSTLY in query.notes else "",
        everything=address(query.unfiltered()),
        previous=address(query.on_page(page.page - 1)) if page.page > 1 else "",
        next=address(query.on_page(page.page + 1)) if page.page < page.pages else "",
    )


def address(query: Query) -> str:
    """Where the search page answers that query."""
    return _at(reverse("search"), query)


def _at(page: str, query: Query) -> str:
    return f"{page}?{urlencode(to_params(query))}"


def _rest(query: Query, group: HitGroup) -> str:
    if group.total <= len(group.hits):
        return ""
    return address(query.with_filters({"event": (group.event.slug,)}).grouped_by(""))


def _facets(page: ResultPage) -> Iterator[ShownFacet]:
    """Those that can narrow the results down: one value that all hits share cannot."""
    for facet in page.facets:
        if len(facet.values) > 1 or any(value.selected for value in facet.values):
            yield ShownFacet(name=facet.name, title=str(FILTER_TITLES.get(facet.name, facet.name)), facet=facet)
