"""A Query and a snapshot → what was found: one page of public ids, the total, facets and months."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tantivy import Query

from transcripts.search.backends.tantivy import counting
from transcripts.search.backends.tantivy.grouping import grouped
from transcripts.search.backends.tantivy.ranking import ranked
from transcripts.search.backends.tantivy.snapshot import Snapshot
from transcripts.search.backends.tantivy.translating import between, both, having, translated
from transcripts.search.query import FILTERS
from transcripts.search.query import Query as Asked
from transcripts.search.results import Found


@dataclass(frozen=True, slots=True)
class Conditions:
    """`within` is words and dates; `filters` are those of the facets that have a value chosen."""

    within: Query
    filters: dict[str, Query]

    def all_but(self, name: str = "") -> Query:
        """Without the filter of that name, if any: its values are alternatives to each other."""
        return both([self.within, *(query for other, query in self.filters.items() if other != name)])


def conditions(snapshot: Snapshot, asked: Asked) -> Conditions:
    within = [translated(asked.node, snapshot)]
    if asked.since or asked.until:
        within.append(between(asked.since, asked.until))
    return Conditions(both(within), {name: having(name, slugs) for name in FILTERS if (slugs := asked.values(name))})


def answer(snapshot: Snapshot, asked: Asked, *, per_page: int) -> Found:
    """A page beyond the last is the last one."""
    wanted = conditions(snapshot, asked)
    query = wanted.all_but()
    total = snapshot.count(query)
    counts = _counts(snapshot, asked, wanted, total)
    found = replace(_page(snapshot, query, asked, total, per_page), **counts)
    return grouped(snapshot, query, asked, found, per_page=per_page) if asked.group == "event" else found


def _page(snapshot: Snapshot, query: Query, asked: Asked, total: int, per_page: int) -> Found:
    pages = max(-(-total // per_page), 1)
    page = min(asked.page, pages)
    hits = [] if asked.group == "event" else ranked(snapshot, query, asked, (page - 1) * per_page, per_page)
    return Found(tuple(snapshot.public_ids(hits)), total, page, pages, facets={}, roles={}, years=())


def _counts(snapshot: Snapshot, asked: Asked, wanted: Conditions, total: int) -> dict[str, object]:
    """What a page says beside its hits. Of all turns it is counted once for each commit: every visitor asks for it."""
    if asked.node is None and not asked.is_filtered:
        return snapshot.kept("everything", lambda: _counted(snapshot, asked, wanted, total))
    return _counted(snapshot, asked, wanted, total)


def _counted(snapshot: Snapshot, asked: Asked, wanted: Conditions, total: int) -> dict[str, object]:
    found = _facets(snapshot, asked, wanted, total)
    months = tuple(sorted(found["month"].items()))
    facets = {name: found[name] for name in FILTERS}
    return {
        "facets": facets,
        "roles": {role: _sample(snapshot, role) for role in facets["role"]},
        "months": months,
        "years": _by_year(months),
    }


def _facets(snapshot: Snapshot, asked: Asked, wanted: Conditions, total: int) -> dict[str, dict[str, int]]:
    """Counts of each facet, the chosen values always among them, and of months."""
    free = [name for name in FILTERS if name not in wanted.filters]
    found = counting.facet_counts(snapshot, wanted.all_but(), free, hits=total, months=True)
    for name in wanted.filters:
        query = wanted.all_but(name)
        counts = counting.facet_counts(snapshot, query, [name], hits=snapshot.count(query))[name]
        missing = [slug for slug in asked.values(name) if slug not in counts]
        found[name] = counts | counting.selected_counts(snapshot, query, name, missing)
    return found


def _sample(snapshot: Snapshot, role: str) -> str:
    """A turn that has the role, empty where none has."""

    def look() -> str:
        found = snapshot.public_ids([address for _score, address in snapshot.best(having("role", [role]), 0, 1)])
        return found[0] if found else ""

    return snapshot.kept(("role", role), look)


def _by_year(months: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    years: dict[int, int] = {}
    for month, count in months:
        years[month // 100] = years.get(month // 100, 0) + count
    return tuple(years.items())
