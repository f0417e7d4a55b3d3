"""What a search answers, as values that a page, a feed and an export can show alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.safestring import SafeString

from transcripts.search.query import Query

if TYPE_CHECKING:
    from transcripts.models import Turn


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
class Found:
    """What an engine answers, before the database is asked: public ids of one page in order, and counts.

    `facets` maps each of FILTERS to slugs and counts, commonest first. `roles` names for each role a turn that has
    it, since a role is known by its wording and has no row of its own.
    """

    public_ids: tuple[str, ...]
    total: int
    page: int
    pages: int
    facets: Mapping[str, Mapping[str, int]]
    roles: Mapping[str, str]
    years: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class ResultPage:
    """`hits` of one page out of `total`; `years` is the count of hits for each year that has any, oldest first."""

    query: Query
    hits: tuple[Hit, ...]
    total: int
    page: int
    pages: int
    facets: tuple[Facet, ...] = ()
    years: tuple[tuple[int, int], ...] = ()
