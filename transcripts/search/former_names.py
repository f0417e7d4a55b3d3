"""A search by a former slug finds those who that person or outlet turned out to be."""

from __future__ import annotations

from dataclasses import replace

from transcripts.models import Organization, Person
from transcripts.models.people import Named
from transcripts.search.query import Query


def with_standing_names(query: Query) -> Query:
    """The query with each merged speaker's and outlet's slug replaced; the same where there is none. Two queries at
    most, and one more for each step of a merge that is met.
    """
    speaker, outlet = _standing(Person, query.speaker), _standing(Organization, query.outlet)
    if (speaker, outlet) == (query.speaker, query.outlet):
        return query
    return replace(query, speaker=speaker, outlet=outlet)


def _standing(model: type[Named], slugs: tuple[str, ...]) -> tuple[str, ...]:
    if not slugs:
        return slugs
    merged = model.objects.filter(slug__in=slugs, merged_into__isnull=False).select_related("merged_into")
    now = {bearer.slug: bearer.standing().slug for bearer in merged}
    return tuple(dict.fromkeys(now.get(slug, slug) for slug in slugs))
