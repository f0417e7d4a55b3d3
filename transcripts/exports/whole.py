"""Everything that a query finds, from the first hit to the last, in memory for one batch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from transcripts.exports.turns import ExportedHit, exported
from transcripts.search.engine import answered
from transcripts.search.facets import facets_of
from transcripts.search.query import Query
from transcripts.search.results import Facet, Found

IDS = 100_000  # ids of eight characters that are held at once; few enough to hold, and one evaluation for most queries
BATCH = 900  # turns with their texts, below the number of parameters that any database takes


@dataclass(frozen=True, slots=True)
class Whole:
    """The query as it was answered, what the engine found first, and an iterator of all hits in the query's order.

    A turn that readers may no longer see when it is reached is left out; `total` counts it still.
    """

    query: Query
    first: Found
    hits: Iterator[ExportedHit]

    @property
    def total(self) -> int:
        return self.first.total

    @property
    def facets(self) -> tuple[Facet, ...]:
        """Counted when they are asked for: a table has none. Raises SearchUnavailable."""
        return facets_of(self.first.counts(), self.query)

    @property
    def years(self) -> tuple[tuple[int, int], ...]:
        """As the facets."""
        return self.first.counts().years


def whole(query: Query) -> Whole:
    """The engine is asked at once, so that SearchUnavailable is raised here.

    After that, four database queries for every 900 hits, and the engine once more for every 100,000.
    """
    query, first = answered(query.grouped_by(""), per_page=IDS)
    batches = (batch for found in _pages(query, first) for batch in _batches(found))
    return Whole(query, first, chain.from_iterable(map(exported, batches)))


def _pages(query: Query, first: Found) -> Iterator[Found]:
    yield first
    for page in range(2, first.pages + 1):
        yield answered(query.on_page(page), per_page=IDS)[1]


def _batches(found: Found) -> Iterator[tuple[str, ...]]:
    ids = found.public_ids
    return (ids[start : start + BATCH] for start in range(0, len(ids), BATCH))
