"""A Query and a snapshot → what was found: one page of public ids, the total, facets and months."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import cache, partial, reduce
from typing import Any

import numpy as np

from transcripts.search.backends.readable import readable
from transcripts.search.backends.whoosh.counting import facet_counts, month_counts, selected_counts
from transcripts.search.backends.whoosh.evaluating import Evaluator, Matches, days_mask, slug_mask
from transcripts.search.backends.whoosh.paging import by_event, one_by_one
from transcripts.search.backends.whoosh.ranking import Order
from transcripts.search.backends.whoosh.snapshot import Snapshot
from transcripts.search.backends.whoosh.translating import translated
from transcripts.search.query import FILTERS, Query
from transcripts.search.results import Counts, Found, tells

logger = logging.getLogger(__name__)


def answer(snapshot: Snapshot, query: Query, *, per_page: int) -> Found:
    """A page beyond the last is the last one."""
    evaluator = Evaluator(snapshot)
    matches = evaluator.evaluate(translated(query.node))
    within = matches.mask & snapshot.live & _dates(snapshot, query)
    filters = {name: slug_mask(snapshot, name, query.values(name)) for name in FILTERS if query.values(name)}
    mask = reduce(np.logical_and, filters.values(), within)
    total = int(np.count_nonzero(mask))
    order = Order(evaluator, Matches(mask, matches.scores), query)
    of = partial(_counted, order.ids, filters, within)
    page = by_event(order, per_page) if query.group == "event" else one_by_one(order, per_page)
    return Found(
        public_ids=page.public_ids,
        total=total,
        page=page.number,
        pages=page.pages,
        groups=page.groups,
        events=page.events,
        counts=cache(partial(_counts, snapshot, query, order.ids, of)),
    )


def _counts(snapshot: Snapshot, query: Query, ids: np.ndarray, of: Callable[[str], np.ndarray]) -> Counts:
    """`of` gives for a facet the documents of which it counts the values."""
    with readable("The search index cannot be read", logger=logger):
        return Counts(
            facets={name: _facet(snapshot, name, of(name), query) for name in FILTERS},
            roles=_role_samples(snapshot),
            months=month_counts(snapshot, ids),
        )


def _facet(snapshot: Snapshot, name: str, ids: np.ndarray, query: Query) -> dict[str, int]:
    counts = facet_counts if tells(name, len(ids)) else selected_counts
    return counts(snapshot, name, ids, query.values(name))


def _dates(snapshot: Snapshot, query: Query) -> Any:
    """A mask, or True where every date will do. What has no date is outside of any dates."""
    if not (query.since or query.until):
        return True
    return days_mask(snapshot, "date", query.since, query.until)


def _counted(found: np.ndarray, filters: dict[str, np.ndarray], within: np.ndarray, name: str) -> np.ndarray:
    """The documents of which a facet counts the values: all found, where the facet's filter narrows nothing."""
    return np.flatnonzero(_others(name, filters, within)) if name in filters else found


def _others(name: str, filters: dict[str, np.ndarray], within: np.ndarray) -> np.ndarray:
    """What matches all filters but that one: its values are alternatives to each other."""
    return reduce(np.logical_and, (mask for other, mask in filters.items() if other != name), within)


def _role_samples(snapshot: Snapshot) -> dict[str, str]:
    """For each role a turn that has it."""

    def read() -> dict[str, str]:
        values, _codes = snapshot.slugs("role")
        keys = snapshot.keys("public_id")[snapshot.samples("role")]
        return {value: key.decode("ascii") for value, key in zip(values, keys, strict=True)}

    return snapshot.kept("roles", read)
