"""A Query and a snapshot → what was found: one page of public ids, the total, facets and months."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial

from tantivy import Query

from transcripts.search.backends.tantivy import counting
from transcripts.search.backends.tantivy.grouping import grouped
from transcripts.search.backends.tantivy.ranking import ranked
from transcripts.search.backends.tantivy.snapshot import Snapshot, readable
from transcripts.search.backends.tantivy.translating import between, both, having, translated
from transcripts.search.query import FILTERS
from transcripts.search.query import Query as Asked
from transcripts.search.results import Counts, Found, tells


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
    if asked.group != "event":
        return _page(snapshot, asked, wanted, per_page)
    total = snapshot.count(query)
    found = Found((), total, 1, 1, _counts(snapshot, asked, wanted, total))
    return grouped(snapshot, query, asked, found, per_page=per_page)


def _page(snapshot: Snapshot, asked: Asked, wanted: Conditions, per_page: int) -> Found:
    query = wanted.all_but()
    hits = ranked(snapshot, query, asked, (asked.page - 1) * per_page, per_page)
    pages = max(-(-hits.total // per_page), 1)
    page = min(asked.page, pages)
    if page < asked.page:
        hits = ranked(snapshot, query, asked, (page - 1) * per_page, per_page)
    public_ids = tuple(snapshot.public_ids(hits.addresses))
    return Found(public_ids, hits.total, page, pages, _counts(snapshot, asked, wanted, hits.total))


def _counts(snapshot: Snapshot, asked: Asked, wanted: Conditions, total: int) -> Callable[[], Counts]:
    """What a page says beside its hits. Of all turns it is counted once for each commit: every visitor asks for it."""
    counted = cache(partial(_counted, snapshot, asked, wanted, total))
    if asked.node is None and not asked.is_filtered:
        return partial(snapshot.kept, "everything", counted)
    return counted


def _counted(snapshot: Snapshot, asked: Asked, wanted: Conditions, total: int) -> Counts:
    with readable("The search index cannot be read"):
        found = _facets(snapshot, asked, wanted, total)
        return Counts(
            facets={name: found.get(name, {}) for name in FILTERS},
            roles={role: _sample(snapshot, role) for role in found["role"]},
            months=tuple(sorted(found["month"].items())),
        )


def _facets(snapshot: Snapshot, asked: Asked, wanted: Conditions, total: int) -> dict[str, dict[str, int]]:
    """Counts of each facet, the chosen values always among them, and of months."""
    walked = [name for name in FILTERS if name not in wanted.filters and name != "year" and tells(name, total)]
    found = counting.facet_counts(snapshot, wanted.all_but(), walked, months=True)
    years = Counter[str]()
    for month, count in found["month"].items():
        years[str(month // 100)] += count
    others = {name: _alternatives(snapshot, asked, wanted, name) for name in wanted.filters}
    return {"year": counting.most(years)} | found | others


def _alternatives(snapshot: Snapshot, asked: Asked, wanted: Conditions, name: str) -> dict[str, int]:
    """Counts of a facet of which values are chosen."""
    query, counts = wanted.all_but(name), {}
    if name != "event" or tells(name, snapshot.count(query)):
        counts = counting.facet_counts(snapshot, query, [name])[name]
    missing = [slug for slug in asked.values(name) if slug not in counts]
    return counts | counting.selected_counts(snapshot, query, name, missing)


def _sample(snapshot: Snapshot, role: str) -> str:
    """A turn that has the role, empty where none has."""

    def look() -> str:
        found = snapshot.public_ids([address for _score, address in snapshot.best(having("role", [role]), 0, 1).hits])
        return found[0] if found else ""

    return snapshot.kept(("role", role), look)
