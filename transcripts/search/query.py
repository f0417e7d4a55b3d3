"""What a reader asked for, as a value. Plain Python: knows neither Django nor any engine."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from transcripts.search.days import day
from transcripts.search.nodes import (
    And,
    Between,
    Field,
    Fuzzy,
    Most,
    Near,
    Node,
    Not,
    Or,
    Pattern,
    Phrase,
    Prefix,
    Word,
)
from transcripts.search.remarks import gettext_noop
from transcripts.search.syntax import MAX_LENGTH, TOO_LONG, normalised, parse, shortened

__all__ = [
    "FILTERS",
    "And",
    "Between",
    "Field",
    "Fuzzy",
    "Most",
    "Near",
    "Node",
    "Not",
    "Or",
    "Params",
    "Pattern",
    "Phrase",
    "Prefix",
    "Query",
    "Sort",
    "Word",
    "parse_query",
    "to_params",
]

FILTERS = ("speaker", "outlet", "role", "kind", "event", "series", "language", "year")
MAX_VALUES = 50
MAX_SLUG = 300
MAX_PAGE = 1_000_000
UNKNOWN_DATE = gettext_noop("A date was not understood and was left out. Write it as 2024-04-30, 2024-04 or 2024.")
SWAPPED_DATES = gettext_noop("The first date was after the last; they were exchanged.")

Params = Mapping[str, Sequence[str]]


class Sort(StrEnum):
    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


@dataclass(frozen=True, slots=True)
class Query:
    """A search. `text` is what was typed, `node` what was understood of it: None is every turn.

    The filters hold slugs; several values of one filter are alternatives, different filters all hold.
    `since` and `until` are both within. `group` is empty, or "event": then pages are of events and not of turns.
    `strict` asks for turns with all words alone, where a search that finds little would take those with most of them.
    `notes` are sentences for the reader on what was not understood, in
    English and marked for translation.
    """

    text: str = ""
    node: Node | None = None
    speaker: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    role: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    event: tuple[str, ...] = ()
    series: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    year: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    sort: Sort = Sort.RELEVANCE
    page: int = 1
    group: str = ""
    strict: bool = False
    notes: tuple[str, ...] = ()

    def values(self, name: str) -> tuple[str, ...]:
        """The chosen slugs of the filter of that name, one of FILTERS. Raises AttributeError for another."""
        chosen: tuple[str, ...] = getattr(self, name)
        return chosen

    @property
    def is_filtered(self) -> bool:
        """Whether anything but words narrows it down."""
        return bool(self.since or self.until or any(self.values(name) for name in FILTERS))

    def without(self, **slugs: str) -> Query:
        """Without that value of each filter named, from the first page."""
        left = {name: tuple(each for each in self.values(name) if each != slug) for name, slug in slugs.items()}
        return self.with_filters(left)

    def unfiltered(self) -> Query:
        """The same words in the whole archive."""
        return replace(self.with_filters(dict.fromkeys(FILTERS, ())), since=None, until=None)

    def between(self, since: date | None, until: date | None) -> Query:
        """Within these days, from the first page."""
        return replace(self, since=since, until=until, page=1)

    def sorted_by(self, sort: Sort) -> Query:
        """In that order, from the first page."""
        return replace(self, sort=sort, page=1)

    def grouped_by(self, group: str) -> Query:
        """By "event", or one by one where it is empty; from the first page."""
        return replace(self, group=group, page=1)

    def on_page(self, page: int) -> Query:
        return replace(self, page=page)

    def with_filters(self, filters: Mapping[str, tuple[str, ...]]) -> Query:
        """With these values of the filters named, instead of those it has, from the first page."""
        values = {name: filters.get(name, self.values(name)) for name in FILTERS}
        return replace(
            self,
            page=1,
            speaker=values["speaker"],
            outlet=values["outlet"],
            role=values["role"],
            kind=values["kind"],
            event=values["event"],
            series=values["series"],
            language=values["language"],
            year=values["year"],
        )


def parse_query(params: Params) -> Query:
    """The query of an address's parameters, as `dict(request.GET.lists())` gives them. Raises nothing."""
    whole = normalised(_last(params, "q")[: 20 * MAX_LENGTH])
    text = shortened(whole)
    node, notes = parse(text)
    since, until, date_notes = _dates(params)
    sort = _last(params, "sort")
    query = Query(
        text=text,
        node=node,
        since=since,
        until=until,
        sort=Sort(sort) if sort in list(Sort) else Sort.RELEVANCE,
        page=_page(_last(params, "page")),
        strict=_last(params, "strict") == "1",
        group="event" if _last(params, "group") == "event" else "",
        notes=(*notes, *date_notes, *((TOO_LONG,) if text != whole else ())),
    )
    return replace(query.with_filters({name: _slugs(params.get(name, ())) for name in FILTERS}), page=query.page)


def _last(params: Params, name: str) -> str:
    values = params.get(name) or ("",)
    return values[-1]


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _slugs(values: Sequence[str]) -> tuple[str, ...]:
    cleaned = (normalised(value)[:MAX_SLUG] for value in values)
    return _distinct(value for value in cleaned if value)[:MAX_VALUES]


def _page(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,9}", text.strip()):
        return 1
    return min(max(int(text), 1), MAX_PAGE)


def _dates(params: Params) -> tuple[date | None, date | None, tuple[str, ...]]:
    """The first and last day, and notes."""
    texts = (normalised(_last(params, "from")), normalised(_last(params, "to")))
    since, until = day(texts[0], last=False), day(texts[1], last=True)
    notes = (UNKNOWN_DATE,) if (texts[0] and not since) or (texts[1] and not until) else ()
    if since and until and since > until:
        return day(texts[1], last=False), day(texts[0], last=True), (*notes, SWAPPED_DATES)
    return since, until, notes


def to_params(query: Query) -> list[tuple[str, str]]:
    """The parameters that `parse_query` reads this query from; what is as by default is left out."""
    params = [("q", query.text)] if query.text else []
    params += [(name, slug) for name in FILTERS for slug in query.values(name)]
    params += [("from", query.since.isoformat())] if query.since else []
    params += [("to", query.until.isoformat())] if query.until else []
    params += [("sort", str(query.sort))] if query.sort is not Sort.RELEVANCE else []
    params += [("group", query.group)] if query.group else []
    params += [("strict", "1")] if query.strict else []
    params += [("page", str(query.page))] if query.page > 1 else []
    return params
