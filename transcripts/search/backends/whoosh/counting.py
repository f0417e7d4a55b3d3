"""How many of the documents found have each value of a column: facets and months."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from transcripts.search.backends.whoosh.snapshot import Snapshot

FACET_VALUES = 20

Months = tuple[tuple[int, int], ...]


def facet_counts(snapshot: Snapshot, name: str, ids: np.ndarray, selected: Collection[str]) -> dict[str, int]:
    """The commonest values of these documents and all selected ones, by count and then by slug."""
    values, codes = snapshot.slugs(name)
    counts = np.bincount(codes[ids], minlength=len(values))
    shown = [values[place] for place in _commonest(counts, snapshot.slug_order(name), values).tolist()]
    places = snapshot.slug_places(name)
    shown += [value for value in selected if value not in shown]
    return {value: int(counts[places[value]]) if value in places else 0 for value in shown}


def _commonest(counts: np.ndarray, alphabetical: np.ndarray, values: list[str]) -> np.ndarray:
    least = np.partition(counts, -FACET_VALUES - 1)[-FACET_VALUES - 1] if len(counts) > FACET_VALUES else 1
    places = np.flatnonzero(counts >= max(least, 1))
    ordered = places[np.lexsort((alphabetical[places], -counts[places]))][: FACET_VALUES + 1]
    # One more than are shown, since what has no value at all may be among them.
    return ordered[[values[place] != "" for place in ordered]][:FACET_VALUES]


def month_counts(snapshot: Snapshot, ids: np.ndarray) -> Months:
    """Each month that has any, as yyyymm, the oldest first; what has no date is in none."""
    months, codes = snapshot.months()
    counts = np.bincount(codes[ids], minlength=len(months))
    there = np.flatnonzero((counts > 0) & (months > 0))
    return tuple(zip(months[there].tolist(), counts[there].tolist(), strict=True))


def year_counts(months: Months) -> Months:
    """The same by year."""
    years: dict[int, int] = {}
    for month, count in months:
        years[month // 100] = years.get(month // 100, 0) + count
    return tuple(years.items())
