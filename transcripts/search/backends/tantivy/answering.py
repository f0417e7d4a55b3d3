"""A Query and a snapshot → what was found: one page of public ids, the total, facets and months."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, partial

from tantivy import Query

from transcripts.search.backends.readable import readable
from transcripts.search.backends.tantivy import counting
from transcripts.search.backends.tantivy.grouping import grouped
from transcripts.search.backends.tantivy.ranking import ranked
from transcripts.search.backends.tantivy.snapshot import Snapshot
from transcripts.search.backends.tantivy.translating import between, both, having, translated
from transcripts.search.query import FILTERS
from transcripts.search.query import Query as Asked
from transcripts.search.results import Counts, Found, by_year, tells

COUNTING = ThreadPoolExecutor(4, thread_name_prefix="counting")


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


def answer(snapshot: Snapshot, asked: Asked, *, per_page: int, counted: bool = False) -> Found:
    """A page beyond the last is the last one.

    With `counted` the counts are begun before the page is looked for: tantivy needs no lock of Python's.
    """
    wanted = conditions(snapshot, asked)
    counts = _counts(snapshot, asked, wanted)
    if counted:
        counts = COUNTING.submit(counts).result
    if asked.group != "event":
        return _page(snapshot, asked, wanted.all_but(), counts, per_page)
    found = Found((), snapshot.count(wanted.all_but()), 1, 1, counts)
    return grouped(snapshot, wanted.all_but(), asked, found, per_page=per_page)


def _page(snapshot: Snapshot, asked: Asked, query: Query, counts: Callable[[], Counts], per_page: int) -> Found:
    hits = ranked(snapshot, query, asked, (asked.page - 1) * per_page, per_page)
    pages = max(-(-hits.total // per_page), 1)
    page = min(asked.page, pages)
    if page < asked.page:
        hits = ranked(snapshot, query, asked, (page - 1) * per_page, per_page)
    return Found(tuple(snapshot.public_ids(hits.addresses)), hits.total, page, pages, counts)


def _counts(snapshot: Snapshot, asked: Asked, wanted: Conditions) -> Callable[[], Counts]:
    """What a page says beside its hits. Of all turns it is counted once for each commit: every visitor asks for it."""
    counted = cache(partial(_counted, snapshot, asked, wanted))
    if asked.node is None and not asked.is_filtered:
        return partial(snapshot.kept, "everything", counted)
    return counted


def _counted(snapshot: Snapshot, asked: Asked, wanted: Conditions) -> Counts:
    with readable("The search index cannot be read"):
        facets, months = _facets(snapshot, asked, wanted)
        return Counts(
            facets={name: facets.get(name, {}) for name in FILTERS},
            roles={role: _sample(snapshot, role) for role in facets["role"]},
            months=tuple(sorted(months.items())),
        )


def _facets(snapshot: Snapshot, asked: Asked, wanted: Conditions) -> tuple[dict[str, counting.Counts], counting.Counts]:
    """Counts of each facet, the chosen values always among them, and of months."""
    query, free = wanted.all_but(), [name for name in FILTERS if name not in wanted.filters]
    walked = [name for name in free if name not in ("event", "year")]
    found, months, total = counting.all_counts(snapshot, query, walked)
    years = {str(year): count for year, count in by_year(months.items()).items()}
    events = counting.facet_counts(snapshot, query, ["event"]) if "event" in free and tells("event", total) else {}
    others = {name: _alternatives(snapshot, asked, wanted, name) for name in wanted.filters}
    return {"year": counting.most(years)} | found | events | others, months


def _alternatives(snapshot: Snapshot, asked: Asked, wanted: Conditions, name: str) -> dict[str, int]:
    """Counts of a facet of which values are chosen."""
    query, counts = wanted.all_but(name), {}
    if name != "event" or tells(name, snapshot.count(query)):
        counts = counting.facet_counts(snapshot, query, [name])[name]
    missing = [slug for slug in asked.values(name) if slug not in counts]
    return counts | counting.selected_counts(snapshot, query, name, missing)


def _sample(snapshot: Snapshot, role: str) -> str:
    """The newest turn that has the role, empty where none has."""

    def look() -> str:
        newest = snapshot.ordered(having("role", [role]), 0, 1, by="newest").hits
        found = snapshot.public_ids([address for _place, address in newest])
        return found[0] if found else ""

    return snapshot.kept(("role", role), look)
