"""What a search answers, as values that a page, a feed and an export can show alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.safestring import SafeString

from transcripts.search.query import Query

if TYPE_CHECKING:
    from transcripts.models import Event, Turn

GROUPED = 3  # hits shown of each event where they are grouped by it
FEW_HITS = 5_000  # turns: of more, no twenty events have a share that is worth to narrow down to


def tells(facet: str, total: int) -> bool:
    """Whether an engine counts a facet's values among so many turns. Those that are chosen it counts in any case."""
    return facet != "event" or total <= FEW_HITS


@dataclass(frozen=True, slots=True)
class Hit:
    """A turn that was found, joined with its event, speaker and affiliation.

    `snippet` is escaped HTML in which only `<mark>` stands for itself. `question` is the question that an
    answer answers, joined likewise; None for every other kind of turn.
    """

    turn: Turn
    snippet: SafeString
    question: Turn | None = None


@dataclass(frozen=True, slots=True)
class HitGroup:
    """The first hits in one event, and how many it has in all."""

    event: Event
    total: int
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value to narrow down by: its slug, what to call it, and how many turns it has in this search.

    The count is that of the search without the other values of the same facet, since those are alternatives: for
    a selected value so many of the hits have it, and an unselected one would add so many.
    """

    slug: str
    label: str
    count: int
    selected: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter of `Query` with its commonest values, the selected ones always among them."""

    name: str
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """What was found in one event: how many turns, and the first few of them in the query's order."""

    total: int
    public_ids: tuple[str, ...]


def by_year(months: Iterable[tuple[int, int]]) -> dict[int, int]:
    """The counts of months as year * 100 + month, added up for each year."""
    years: dict[int, int] = {}
    for month, count in months:
        years[month // 100] = years.get(month // 100, 0) + count
    return years


@dataclass(frozen=True, slots=True)
class Counts:
    """How many hits have what, all of them and not one page's.

    `facets` maps each of FILTERS to slugs and counts, commonest first. `roles` names for each role the newest turn
    that has it, since a role is known by its wording and has no row of its own. `months` counts the hits of each month
    that has any, as year * 100 + month, oldest first; what has no date is in none.
    """

    facets: Mapping[str, Mapping[str, int]]
    roles: Mapping[str, str]
    months: tuple[tuple[int, int], ...]

    @property
    def years(self) -> tuple[tuple[int, int], ...]:
        return tuple(by_year(self.months).items())


@dataclass(frozen=True, slots=True)
class Found:
    """What an engine answers, before the database is asked: public ids of one page in order, and the total.

    `counts` counts when it is called, and but once: many ask for a page alone. It raises SearchUnavailable.

    Of a query by event, `groups` are the events of one page, in the order of their first hits, each with GROUPED
    turns at most; `public_ids` are all of these in order, `pages` counts pages of events, and `events` all of them.
    """

    public_ids: tuple[str, ...]
    total: int
    page: int
    pages: int
    counts: Callable[[], Counts]
    groups: tuple[Group, ...] = ()
    events: int = 0


@dataclass(frozen=True, slots=True)
class ResultPage:
    """`hits` of one page out of `total`; `years` and `months` count the hits of each that has any, oldest first.

    A month is year * 100 + month. What has no date is in neither. Of a query by event, `groups` are the page's hits
    by event and `events` says how many events have any. `suggestions` are queries that may have been meant, where
    this one finds little.
    """

    query: Query
    hits: tuple[Hit, ...]
    total: int
    page: int
    pages: int
    facets: tuple[Facet, ...] = ()
    years: tuple[tuple[int, int], ...] = ()
    months: tuple[tuple[int, int], ...] = ()
    groups: tuple[HitGroup, ...] = ()
    events: int = 0
    suggestions: tuple[str, ...] = ()
