"""How many hits each value of a facet and each month has, exactly, from tantivy's columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from tantivy import Query

from transcripts.search.backends.tantivy.snapshot import Snapshot
from transcripts.search.backends.tantivy.translating import any_number, both, everything, having, number_between

FACET_VALUES = 20
ENOUGH = 200  # values of a facet that are asked for at first
ALL = 65_000  # values, where none may be left out: as many as tantivy gives in one answer
WHOLE_SEGMENT = 10_000_000  # values that a segment counts for itself
FEW_HITS = 2000
Counts = dict[Any, int]


def facet_counts(snapshot: Snapshot, query: Query, names: Iterable[str], *, hits: int) -> dict[str, Counts]:
    """For each facet named its commonest values, by count and then by slug."""
    names = list(names)
    plain = [name for name in names if name != "event" or hits <= FEW_HITS]
    found = {name: _most(counts) for name, counts in _counts_of(snapshot, query, plain).items()}
    if "event" in names and "event" not in found:
        found["event"] = _most(_commonest_events(snapshot, query))
    return {name: found[name] for name in names}


def selected_counts(snapshot: Snapshot, query: Query, name: str, slugs: Iterable[str]) -> Counts:
    return {slug: snapshot.count(both([query, having(name, [slug])])) for slug in slugs}


def month_counts(snapshot: Snapshot, query: Query) -> tuple[tuple[int, int], ...]:
    """As year * 100 + month, oldest first."""
    return tuple(sorted(_aggregated(snapshot, query, {"month": _terms("month", ALL)})["month"].items()))


def events_counted(snapshot: Snapshot, query: Query) -> Counts:
    """By event's number, all that have any hit."""
    counts: Counts = {}
    for low in range(0, _last_event(snapshot) + 1, ALL):
        some = both([query, number_between("event_id", low, low + ALL - 1)])
        counts |= _aggregated(snapshot, some, {"event": _terms("event_id", ALL)})["event"]
    return counts


def _last_event(snapshot: Snapshot) -> int:
    highest = {"last": {"max": {"field": "event_id"}}}
    return snapshot.kept(
        "last event", lambda: int(snapshot.searcher.aggregate(everything(), highest)["last"]["value"] or 0)
    )


def _most(counts: Counts) -> Counts:
    order = sorted(counts, key=lambda value: (-counts[value], value))
    return {value: counts[value] for value in order[:FACET_VALUES]}


def _counts_of(snapshot: Snapshot, query: Query, names: list[str]) -> dict[str, Counts]:
    """All values as common as the last one that a facet shows, and perhaps some rarer ones."""
    found = _aggregated(snapshot, query, {name: _terms(name, ENOUGH) for name in names}) if names else {}
    for name, counts in found.items():
        if (least := _least_if_cut(counts)) is not None:
            found |= _aggregated(snapshot, query, {name: _terms(name, ALL, least)})
    return found


def _commonest_events(snapshot: Snapshot, query: Query) -> Counts:
    """Events are many, and their slugs slow to look up: they are counted by number, and only the commonest named."""
    counts = _aggregated(snapshot, query, {"event": _terms("event_id", ENOUGH)})["event"]
    if (least := _least_if_cut(counts)) is not None:
        counts = _aggregated(snapshot, query, {"event": _terms("event_id", ALL, least)})["event"]
    among = both([query, any_number("event_id", _common_enough(counts))])
    return _aggregated(snapshot, among, {"event": _terms("event", ALL)})["event"]


def _least_if_cut(counts: Counts) -> int | None:
    """The count of the last value shown, where values of that count may be missing; None where none are."""
    if len(counts) < ENOUGH:
        return None
    ordered = sorted(counts.values(), reverse=True)
    return ordered[FACET_VALUES - 1] if ordered[FACET_VALUES - 1] == ordered[-1] else None


def _common_enough(counts: Counts) -> list[int]:
    least = sorted(counts.values(), reverse=True)[:FACET_VALUES][-1] if counts else 0
    return [value for value, count in counts.items() if count >= least]


def _terms(field: str, size: int, least: int = 1) -> dict[str, Any]:
    """A segment gives all its values, so that the counts of the few that are wanted are exact."""
    return {"terms": {"field": field, "size": size, "segment_size": WHOLE_SEGMENT, "min_doc_count": least}}


def _aggregated(snapshot: Snapshot, query: Query, wanted: Mapping[str, Any]) -> dict[str, Counts]:
    answer = snapshot.searcher.aggregate(query, dict(wanted))
    return {
        name: {bucket["key"]: bucket["doc_count"] for bucket in counted["buckets"]} for name, counted in answer.items()
    }
