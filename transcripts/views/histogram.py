"""Counts by year as bars that a template can draw in SVG."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from transcripts.views.bars import HEIGHT, MOST, STEP, Bars, height_of


@dataclass(frozen=True, slots=True)
class Bar:
    """One year's bar, in units of the drawing."""

    year: int
    count: int
    x: int
    y: int
    height: int
    url: str


@dataclass(frozen=True, slots=True)
class Histogram(Bars[Bar]):
    @property
    def first(self) -> int:
        return self.bars[0].year

    @property
    def last(self) -> int:
        return self.bars[-1].year


def histogram(years: Iterable[tuple[int, int]], address: Callable[[int], str]) -> Histogram | None:
    """Bars from the first year to the last, empty years too. None with fewer than two years: that is no picture.

    `address` gives where a year's bar leads.
    """
    counts = dict(years)
    if len(counts) < 2:
        return None
    last = max(counts)
    first = max(min(counts), last - MOST + 1)
    most = max(counts.values())
    bars = (_bar(index, year, counts.get(year, 0), most, address) for index, year in enumerate(range(first, last + 1)))
    return Histogram(tuple(bars))


def _bar(index: int, year: int, count: int, most: int, address: Callable[[int], str]) -> Bar:
    height = height_of(count, most)
    return Bar(year=year, count=count, x=index * STEP, y=HEIGHT - height, height=height, url=address(year))
