"""What a search answers, as values that a page, a feed and an export can show alike."""

from __future__ import annotations

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
    """One value to narrow down by: its slug, what to call it, and how many of the hits have it."""

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
class ResultPage:
    """`hits` of one page out of `total`; `years` is the count of hits for each year that has any, oldest first."""

    query: Query
    hits: tuple[Hit, ...]
    total: int
    page: int
    pages: int
    facets: tuple[Facet, ...] = ()
    years: tuple[tuple[int, int], ...] = ()
