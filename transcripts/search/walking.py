"""Everything that a query finds, from the first hit to the last, in memory for one batch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from transcripts.search.engine import answered
from transcripts.search.facets import facets_of
from transcripts.search.loading import hits_of
from transcripts.search.query import Query
from transcripts.search.results import Facet, Found, Hit

IDS = 100_000  # ids of eight characters that are held at once; few enough to hold, and one evaluation for most queries
BATCH = 500  # turns with their texts, below the number of parameters that any database takes


@dataclass(frozen=True, slots=True)
class Walk:
    """The query as it was answered, how much it found, and an iterator of the hits in the query's order.

    A turn that readers may no longer see when it is reached is left out; `total` counts it still.
    """

    query: Query
    total: int
    facets: tuple[Facet, ...]
    years: tuple[tuple[int, int], ...]
    hits: Iterator[Hit]


def walk(query: Query, *, snippets: bool = True) -> Walk:
    """All hits; `snippets` as for `hits_of`. The engine is asked at once, so that SearchUnavailable is raised here.

    After that, two database queries for every 500 hits, and the engine once more for every 100,000.
    """
    query, first = answered(query.grouped_by(""), per_page=IDS)
    batches = (batch for found in _pages(query, first) for batch in _batches(found))
    hits = chain.from_iterable(hits_of(batch, query, snippets=snippets) for batch in batches)
    return Walk(query, first.total, facets_of(first, query), first.years, hits)


def _pages(query: Query, first: Found) -> Iterator[Found]:
    yield first
    for page in range(2, first.pages + 1):
        yield answered(query.on_page(page), per_page=IDS)[1]


def _batches(found: Found) -> Iterator[tuple[str, ...]]:
    ids = found.public_ids
    return (ids[start : start + BATCH] for start in range(0, len(ids), BATCH))
