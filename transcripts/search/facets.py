"""Counts by slug → facets with names for readers, with a query for each kind of name and none for each value."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from django.utils.formats import date_format
from django.utils.translation import get_language_info

from transcripts.models import Event, Organization, Person, Series, Turn
from transcripts.search.query import FILTERS, Query
from transcripts.search.results import Counts, Facet, FacetValue

Labels = Mapping[str, str]
# Not in the query: SQLite would go through all published events instead of looking up these few.
LOOKED_AT = ("state", "published_at")


def facets_of(found: Counts, query: Query) -> tuple[Facet, ...]:
    """One facet for each filter that has any value here. Five queries at most."""
    return tuple(_facet(name, found, query) for name in FILTERS if found.facets.get(name))


def _facet(name: str, found: Counts, query: Query) -> Facet:
    counts, selected = found.facets[name], query.values(name)
    labels = _role_labels(found) if name == "role" else LABELS[name](counts)
    return Facet(
        name,
        tuple(
            FacetValue(slug, labels.get(slug) or slug.replace("-", " "), count, slug in selected)
            for slug, count in counts.items()
        ),
    )


def _named(model: type[Person | Organization | Series]) -> Callable[[Collection[str]], Labels]:
    return lambda slugs: dict(model.objects.filter(slug__in=slugs).order_by().values_list("slug", "name"))


def _event_titles(slugs: Collection[str]) -> Labels:
    """Title and date, since many events are called "Press conference"."""
    events = Event.objects.filter(slug__in=slugs).order_by().only("slug", "title", "date", *LOOKED_AT)
    return {event.slug: _dated(event) for event in events if event.is_public}


def _dated(event: Event) -> str:
    return f"{event.title} ({date_format(event.date)})" if event.date else event.title


def _kind_names(_slugs: Collection[str]) -> Labels:
    return {str(kind): str(name) for kind, name in Turn.KINDS}


def _language_names(codes: Collection[str]) -> Labels:
    return {code: _language_name(code) for code in codes}


def _language_name(code: str) -> str:
    try:
        return str(get_language_info(code)["name_local"])
    except KeyError:
        return code


def _role_labels(found: Counts) -> Labels:
    """A role as one turn that has it prints it."""
    samples = {public_id: slug for slug, public_id in found.roles.items() if slug in found.facets["role"]}
    turns = Turn.objects.filter(public_id__in=samples).select_related("event").order_by()
    known = turns.only("public_id", "role", *(f"event__{field}" for field in LOOKED_AT))
    return {samples[turn.public_id]: turn.role for turn in known if turn.event.is_public}


LABELS: dict[str, Callable[[Collection[str]], Labels]] = {
    "speaker": _named(Person),
    "outlet": _named(Organization),
    "series": _named(Series),
    "event": _event_titles,
    "kind": _kind_names,
    "language": _language_names,
    "year": lambda years: {year: year for year in years},
}
