"""What narrows a search down, each with the address without it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from transcripts.search.query import Query
from transcripts.search.results import ResultPage

FILTER_TITLES: dict[str, Promise] = {
    "speaker": gettext_lazy("Speaker"),
    "outlet": gettext_lazy("Outlet"),
    "role": gettext_lazy("Role"),
    "kind": gettext_lazy("Kind of turn"),
    "event": gettext_lazy("Event"),
    "series": gettext_lazy("Series"),
    "language": gettext_lazy("Language"),
    "year": gettext_lazy("Year"),
}


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that is set, and the address without it."""

    name: str
    label: str
    without: str


def chips(page: ResultPage, address: Callable[[Query], str]) -> Iterator[Chip]:
    """One for each value of each filter, for either date, and for asking for all words."""
    query = page.query
    labels = {(facet.name, value.slug): value.label for facet in page.facets for value in facet.values}
    for name, title in FILTER_TITLES.items():
        for slug in query.values(name):
            yield Chip(str(title), labels.get((name, slug), slug), address(query.without(**{name: slug})))
    if query.since:
        yield Chip(_("From"), date_format(query.since, "j F Y"), address(query.between(None, query.until)))
    if query.until:
        yield Chip(_("Until"), date_format(query.until, "j F Y"), address(query.between(query.since, None)))
    if query.strict:
        yield Chip(_("Words"), _("all of them"), address(replace(query, strict=False, page=1)))
