"""A wish → counts over time: the engine is asked once a term, and once for each speaker or outlet that is shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from django.utils.translation import gettext_noop

from transcripts.models import Organization, Person
from transcripts.search.engine import answered
from transcripts.search.query import Query
from transcripts.search.results import Found
from transcripts.trends.asking import Wish
from transcripts.trends.periods import Per, Period, period_of, period_on

SHOWN = 5  # speakers or outlets of one term; of several terms the first three of each
SHOWN_OF_SEVERAL = 3
MOST_PERIODS = 360
COARSER = {Per.MONTH: Per.QUARTER, Per.QUARTER: Per.YEAR}
TOO_FINE = gettext_noop("The time is too long for periods so short; longer ones were taken.")
TOO_LONG = gettext_noop("Only the last 360 years are drawn.")

Months = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One term over time, of everybody or of the one speaker or outlet `name`.

    `counts` has the turns of each period of the trend; `of` all turns that the filters let through in it, said by the
    same, or nothing where shares were not asked for. `undated` are turns that have no date to be counted under.
    """

    term: str
    name: str
    query: Query
    total: int
    undated: int
    counts: tuple[int, ...]
    of: tuple[int, ...] = ()

    @property
    def shares(self) -> tuple[float, ...]:
        """Percent of all turns of each period; 0 where there are none."""
        return tuple(
            100 * count / all_of_it if all_of_it else 0.0 for count, all_of_it in zip(self.counts, self.of, strict=True)
        )


@dataclass(frozen=True, slots=True)
class Trend:
    """Lines over the same periods, from the first that has anything to the last; none where nothing was found."""

    wish: Wish
    periods: tuple[Period, ...]
    lines: tuple[Line, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Counted:
    term: str
    name: str
    query: Query
    found: Found


def trend(wish: Wish, *, with_shares: bool | None = None) -> Trend:
    """Raises SearchUnavailable."""
    counted = [line for term in wish.terms for line in _counted(term, wish)]
    per, periods, notes = _periods(wish, [each.found.counts().months for each in counted])
    base = _Base(wish) if (wish.share if with_shares is None else with_shares) else None
    lines = (_line(each, per, periods, base.months(each.query) if base else None) for each in counted)
    shown = tuple(Period(per, index) for index in periods)
    return Trend(replace(wish, per=per), shown, tuple(lines), (*wish.notes, *notes))


def _counted(term: Query, wish: Wish) -> Iterable[_Counted]:
    found = answered(term, per_page=1)[1]
    if not wish.by:
        return [_Counted(term.text, "", term, found)]
    slugs = _most_heard(term, found, wish)
    names = _names(wish.by, slugs)
    queries = [term.with_filters({wish.by: (slug,)}) for slug in slugs]
    return [
        _Counted(term.text, names.get(slug, slug), query, answered(query, per_page=1)[1])
        for slug, query in zip(slugs, queries, strict=True)
    ]


def _most_heard(term: Query, found: Found, wish: Wish) -> list[str]:
    """Those that the filters name, else those that said it most often."""
    counts = {slug: count for slug, count in found.counts().facets.get(wish.by, {}).items() if count}
    named = term.values(wish.by)
    wanted = [slug for slug in counts if slug in named] if named else list(counts)
    return wanted[: SHOWN if len(wish.terms) == 1 else SHOWN_OF_SEVERAL]


def _names(by: str, slugs: Iterable[str]) -> Mapping[str, str]:
    model = Person if by == "speaker" else Organization
    return dict(model.objects.filter(slug__in=slugs).order_by().values_list("slug", "name"))


class _Base:
    """All turns under the same filters, whatever they say: each is asked for once."""

    def __init__(self, wish: Wish) -> None:
        self.wish = wish
        self.known: dict[Query, Months] = {}

    def months(self, query: Query) -> Months:
        by = self.wish.by
        everything = self.wish.base.with_filters({by: query.values(by)}) if by else self.wish.base
        if everything not in self.known:
            self.known[everything] = answered(everything, per_page=1)[1].counts().months
        return self.known[everything]


def _periods(wish: Wish, months: Iterable[Months]) -> tuple[Per, range, tuple[str, ...]]:
    """How long periods are, and the indices of those that are drawn."""
    seen = sorted({month for each in months for month, _count in each})
    if not seen:
        return wish.per, range(0), ()
    span = _span(wish, seen, wish.per)
    per, notes = wish.per, ()
    while len(span) > MOST_PERIODS and per in COARSER:
        per, notes = COARSER[per], (TOO_FINE,)
        span = _span(wish, seen, per)
    if len(span) > MOST_PERIODS:
        return per, span[-MOST_PERIODS:], (*notes, TOO_LONG)
    return per, span, notes


def _span(wish: Wish, seen: list[int], per: Per) -> range:
    """From the first to the last that has anything, or as far as dates were asked for, if not into emptiness."""
    first, last = period_of(seen[0], per), period_of(seen[-1], per)
    since, until = wish.base.since, wish.base.until
    if since and until and (until.year - since.year) < 100:
        first, last = period_on(since, per), period_on(until, per)
    return range(first, last + 1)


def _line(each: _Counted, per: Per, periods: range, base: Months | None) -> Line:
    dated = sum(count for _month, count in each.found.counts().months)
    return Line(
        term=each.term,
        name=each.name,
        query=each.query,
        total=each.found.total,
        undated=each.found.total - dated,
        counts=_counts(each.found.counts().months, per, periods),
        of=_counts(base, per, periods) if base is not None else (),
    )


def _counts(months: Months, per: Per, periods: range) -> tuple[int, ...]:
    counts = dict.fromkeys(periods, 0)
    for month, count in months:
        index = period_of(month, per)
        if index in counts:
            counts[index] += count
    return tuple(counts.values())
