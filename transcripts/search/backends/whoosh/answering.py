"""A Query and a snapshot → what was found: one page of public ids, the total, facets and years."""

from __future__ import annotations

from functools import reduce
from typing import Any

import numpy as np

from transcripts.search.backends.whoosh.evaluating import Evaluator, Matches, slug_mask
from transcripts.search.backends.whoosh.paging import by_event, one_by_one
from transcripts.search.backends.whoosh.ranking import Order
from transcripts.search.backends.whoosh.schema import day_number
from transcripts.search.backends.whoosh.snapshot import Snapshot
from transcripts.search.backends.whoosh.translating import translated
from transcripts.search.query import FILTERS, Query
from transcripts.search.results import Found

FACET_VALUES = 20


def answer(snapshot: Snapshot, query: Query, *, per_page: int) -> Found:
    """A page beyond the last is the last one."""
    evaluator = Evaluator(snapshot)
    matches = evaluator.evaluate(translated(query.node))
    within = matches.mask & snapshot.live & _dates(snapshot, query)
    filters = {name: slug_mask(snapshot, name, query.values(name)) for name in FILTERS if query.values(name)}
    mask = reduce(np.logical_and, filters.values(), within)
    total = int(np.count_nonzero(mask))
    order = Order(evaluator, Matches(mask, matches.scores), query)
    page = by_event(order, per_page) if query.group == "event" else one_by_one(order, per_page)
    return Found(
        public_ids=page.public_ids,
        total=total,
        page=page.number,
        pages=page.pages,
        groups=page.groups,
        events=page.events,
        facets={name: _counts(snapshot, name, _others(name, filters, within), query) for name in FILTERS},
        roles=_role_samples(snapshot),
        years=_by_year(months := _months(snapshot, mask)),
        months=months,
    )


def _dates(snapshot: Snapshot, query: Query) -> Any:
    """A mask, or True where every date will do. What has no date is outside of any dates."""
    if not (query.since or query.until):
        return True
    days = snapshot.numbers("date")
    last = day_number(query.until) if query.until else np.iinfo(np.int64).max
    return (days >= max(day_number(query.since), 1)) & (days <= last)


def _others(name: str, filters: dict[str, np.ndarray], within: np.ndarray) -> np.ndarray:
    """What matches all filters but that one: its values are alternatives to each other."""
    return reduce(np.logical_and, (mask for other, mask in filters.items() if other != name), within)


def _counts(snapshot: Snapshot, name: str, mask: np.ndarray, query: Query) -> dict[str, int]:
    """The commonest values and all selected ones, by count and then by slug."""
    values, codes = snapshot.slugs(name)
    counted = np.bincount(codes[mask], minlength=len(values)).tolist()
    counts = {value: count for value, count in zip(values, counted, strict=True) if value and count}
    order = sorted(counts, key=lambda value: (-counts[value], value))
    selected = [value for value in query.values(name) if value not in order[:FACET_VALUES]]
    return {value: counts.get(value, 0) for value in (*order[:FACET_VALUES], *selected)}


def _role_samples(snapshot: Snapshot) -> dict[str, str]:
    values, _codes = snapshot.slugs("role")
    keys = snapshot.keys("public_id")[snapshot.samples("role")]
    return {value: key.decode("ascii") for value, key in zip(values, keys, strict=True)}


def _months(snapshot: Snapshot, mask: np.ndarray) -> tuple[tuple[int, int], ...]:
    months, counts = np.unique(snapshot.numbers("date")[mask] // 100, return_counts=True)
    return tuple((int(month), int(count)) for month, count in zip(months, counts, strict=True) if month)


def _by_year(months: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    years: dict[int, int] = {}
    for month, count in months:
        years[month // 100] = years.get(month // 100, 0) + count
    return tuple(years.items())
