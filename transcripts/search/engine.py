"""The one door to searching: a Query in, a page of results out, whatever engine stands behind it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from haystack import connections

from transcripts.models import Turn
from transcripts.search.facets import facets_of
from transcripts.search.former_names import with_standing_names
from transcripts.search.loading import groups_of, hits_of
from transcripts.search.naming import resolved
from transcripts.search.query import Query, Sort
from transcripts.search.relaxing import LITTLE, is_sentence, relaxed, says
from transcripts.search.respelling import respelt
from transcripts.search.results import Found, ResultPage
from transcripts.search.unavailable import SearchUnavailable

__all__ = ["SearchUnavailable", "answered", "find", "ping"]


def find(query: Query, *, per_page: int = 20) -> ResultPage:
    """One page of hits in the query's order, with facets and years; a page beyond the last is the last one.

    Ten database queries at most, and two for each name typed as a filter, however many hits there are. Raises
    SearchUnavailable when the index cannot answer.
    """
    query, found = answered(query, per_page=per_page, counted=True)
    hits = tuple(hits_of(found.public_ids, query))
    counts = found.counts()
    return ResultPage(
        query=query,
        hits=hits,
        total=found.total,
        page=found.page,
        pages=found.pages,
        facets=facets_of(counts, query),
        years=counts.years,
        months=counts.months,
        groups=groups_of(found.groups, hits),
        events=found.events,
        suggestions=respelt(query, _backend()) if found.total < LITTLE else (),
    )


def answered(query: Query, *, per_page: int, counted: bool = False) -> tuple[Query, Found]:
    """The query as it was answered and what the engine found for it, before the database is asked for the turns.

    What finds little, or nothing that says it so, is widened to turns with most of its words, unless it is strict, or
    the turn that has them nearest to each other has all of them. With `counted`, an engine that can count while other
    things go on begins at once. Raises SearchUnavailable.
    """
    backend = _backend()
    query = with_standing_names(resolved(query, lambda: backend.slugs("role")))
    found = backend.find(query, per_page=per_page, counted=counted)
    wider = relaxed(query, backend.frequency) if _may_mean_another(query, found) else None
    best = _best(query, found) if wider else ()
    if wider is None or _is_said_so(query, best):
        return query, found
    found_wider = backend.find(wider, per_page=per_page, counted=counted)
    is_nearer = found_wider.total > found.total and _best(wider, found_wider) != best
    return (wider, found_wider) if is_nearer else (query, found)


def _may_mean_another(query: Query, found: Found) -> bool:
    """What finds little, and a sentence however much it finds: its words are everybody's."""
    return not query.strict and (found.total < LITTLE or is_sentence(query))


def _best(query: Query, found: Found) -> tuple[str, ...]:
    """The public id of the most relevant hit; none where there are no hits."""
    if found.total and (query.sort is not Sort.RELEVANCE or found.page > 1 or query.group):
        found = _backend().find(replace(query, sort=Sort.RELEVANCE, page=1, group=""), per_page=1)
    return found.public_ids[:1]


def _is_said_so(query: Query, public_ids: tuple[str, ...]) -> bool:
    texts = Turn.objects.filter(public_id__in=public_ids).values_list("text", flat=True)
    return any(says(text, query) for text in texts)


def ping() -> None:
    """Raise SearchUnavailable when the index cannot answer."""
    _backend().find(Query(), per_page=1)


def _backend() -> Any:
    return connections["default"].get_backend()
