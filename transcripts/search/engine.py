"""The one door to searching: a Query in, a page of results out, whatever engine stands behind it."""

from __future__ import annotations

from haystack import connections

from transcripts.search.facets import facets_of
from transcripts.search.former_names import with_standing_names
from transcripts.search.loading import hits_of
from transcripts.search.query import Query
from transcripts.search.results import Found, ResultPage
from transcripts.search.unavailable import SearchUnavailable

__all__ = ["SearchUnavailable", "answered", "find", "ping"]


def find(query: Query, *, per_page: int = 20) -> ResultPage:
    """One page of hits in the query's order, with facets and years; a page beyond the last is the last one.

    Nine database queries at most, however many hits there are. Raises SearchUnavailable when the index cannot answer.
    """
    query, found = answered(query, per_page=per_page)
    return ResultPage(
        query=query,
        hits=tuple(hits_of(found.public_ids, query)),
        total=found.total,
        page=found.page,
        pages=found.pages,
        facets=facets_of(found, query),
        years=found.years,
        months=found.months,
    )


def answered(query: Query, *, per_page: int) -> tuple[Query, Found]:
    """The query as it was answered and what the engine found for it, before the database is asked for the turns.

    Raises SearchUnavailable.
    """
    query = with_standing_names(query)
    return query, connections["default"].get_backend().find(query, per_page=per_page)


def ping() -> None:
    """Raise SearchUnavailable when the index cannot answer."""
    connections["default"].get_backend().find(Query(), per_page=1)
