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
    places = _commonest(counts, snapshot.slug_order(name), values).tolist()
    shown = {values[place]: int(counts[place]) for place in places}
    missing = [value for value in selected if value not in shown]
    return shown | selected_counts(snapshot, name, ids, missing)


def selected_counts(snapshot: Snapshot, name: str, ids: np.ndarray, selected: Collection[str]) -> dict[str, int]:
    """The same of these values alone, in their order."""
    places, (_values, codes) = snapshot.slug_places(name) if selected else {}, snapshot.slugs(name)
    return {value: int(np.count_nonzero(codes[ids] == places[value])) if value in places else 0 for value in selected}


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
