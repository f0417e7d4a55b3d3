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
Counts = dict[Any, int]


def facet_counts(snapshot: Snapshot, query: Query, names: Iterable[str]) -> dict[str, Counts]:
    """For each facet named its commonest values, by count and then by slug."""
    wanted = {name: _terms(_field(name), ENOUGH) for name in names}
    return _shown(snapshot, query, _aggregated(snapshot, query, wanted) if wanted else {})


def all_counts(snapshot: Snapshot, query: Query, names: Iterable[str]) -> tuple[dict[str, Counts], Counts, int]:
    """The same, the counts of months as year * 100 + month, and how many hits there are.

    What matches is gone through but once for all of them.
    """
    wanted = {name: _terms(_field(name), ENOUGH) for name in names} | {"month": _terms("month", ALL)}
    answer = snapshot.searcher.aggregate(query, wanted | {"total": {"value_count": {"field": "turn_id"}}})
    total = int(answer.pop("total")["value"])
    found = _by_value(answer)
    return _shown(snapshot, query, {name: found[name] for name in names}), found["month"], total


def _shown(snapshot: Snapshot, query: Query, found: dict[str, Counts]) -> dict[str, Counts]:
    whole = {name: _completed(snapshot, query, _field(name), counts) for name, counts in found.items()}
    if "event" in whole:
        whole["event"] = _named_events(snapshot, query, whole["event"])
    return {name: most(counts) for name, counts in whole.items()}


def _field(name: str) -> str:
    """Events are counted by number, since their slugs are many and slow to look up."""
    return "event_id" if name == "event" else name


def selected_counts(snapshot: Snapshot, query: Query, name: str, slugs: Iterable[str]) -> Counts:
    return {slug: snapshot.count(both([query, having(name, [slug])])) for slug in slugs}


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


def most(counts: Counts) -> Counts:
    """Those that a facet shows, by count and then by slug."""
    order = sorted(counts, key=lambda value: (-counts[value], value))
    return {value: counts[value] for value in order[:FACET_VALUES]}


def _completed(snapshot: Snapshot, query: Query, field: str, counts: Counts) -> Counts:
    """With all values as common as the last one that a facet shows."""
    if (least := _least_if_cut(counts)) is None:
        return counts
    return _aggregated(snapshot, query, {field: _terms(field, ALL, least)})[field]


def _named_events(snapshot: Snapshot, query: Query, counts: Counts) -> Counts:
    """Only the commonest get their slugs for their numbers."""
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
    return _by_value(snapshot.searcher.aggregate(query, dict(wanted)))


def _by_value(answer: Mapping[str, Any]) -> dict[str, Counts]:
    return {
        name: {bucket["key"]: bucket["doc_count"] for bucket in counted["buckets"]} for name, counted in answer.items()
    }
