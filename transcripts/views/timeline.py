"""Hits over time as bars to click and to brush: years, or months where the years are few."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format

from transcripts.search.results import by_year
from transcripts.views.bars import HEIGHT, MOST, STEP, Bars, height_of

MOST_YEARS_BY_MONTH = 4

Counts = tuple[tuple[int, int], ...]
Address = Callable[[date, date], str]


@dataclass(frozen=True, slots=True)
class TimeBar:
    """One year or month from its first to its last day, in units of the drawing."""

    name: str
    count: int
    since: date
    until: date
    x: int
    url: str
    most: int

    @property
    def height(self) -> int:
        return height_of(self.count, self.most)

    @property
    def y(self) -> int:
        return HEIGHT - self.height


@dataclass(frozen=True, slots=True)
class Timeline(Bars[TimeBar]):
    by_month: bool

    @property
    def first(self) -> TimeBar:
        return self.bars[0]

    @property
    def last(self) -> TimeBar:
        return self.bars[-1]


def timeline(months: Counts, address: Address) -> Timeline | None:
    """The bars of counts by year * 100 + month, empty ones between too. None for fewer than two bars.

    `address` gives where a bar's first and last day lead.
    """
    if not months:
        return None
    by_month = months[-1][0] // 100 - months[0][0] // 100 < MOST_YEARS_BY_MONTH
    counts = dict(months) if by_month else by_year(months)
    spans = list(_spans(min(counts), max(counts), by_month=by_month))[-MOST:]
    if len(spans) < 2:
        return None
    most = max(counts.values())
    bars = (
        TimeBar(
            name=date_format(since, "F Y") if by_month else f"{since.year:04}",
            count=counts.get(number, 0),
            since=since,
            until=until,
            x=place * STEP,
            url=address(since, until),
            most=most,
        )
        for place, (number, since, until) in enumerate(spans)
    )
    return Timeline(tuple(bars), by_month)


def _spans(first: int, last: int, *, by_month: bool) -> Iterator[tuple[int, date, date]]:
    """The number, the first and the last day of each year or month."""
    if not by_month:
        yield from ((year, date(year, 1, 1), date(year, 12, 31)) for year in range(first, last + 1))
        return
    for year in range(first // 100, last // 100 + 1):
        for month in range(1, 13):
            if first <= year * 100 + month <= last:
                yield year * 100 + month, date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
