"""Counts by year as bars that a template can draw in SVG: geometry as attributes, since the CSP forbids style."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

HEIGHT = 48
STEP = 10
WIDTH = 8
MOST_YEARS = 200


@dataclass(frozen=True, slots=True)
class Bar:
    """One year's bar, in units of the drawing. A year with a count is at least 2 high, so that it can be seen."""

    year: int
    count: int
    x: int
    y: int
    height: int
    url: str


@dataclass(frozen=True, slots=True)
class Histogram:
    bars: tuple[Bar, ...]

    @property
    def width(self) -> int:
        return STEP * len(self.bars)

    @property
    def pixels(self) -> int:
        """How wide it is drawn where there is room: bars neither hairs nor slabs."""
        return min(max(24 * len(self.bars), 120), 640)

    @property
    def height(self) -> int:
        return HEIGHT

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
    # A wrong date of the year 24 must not draw two thousand bars.
    first = max(min(counts), last - MOST_YEARS + 1)
    most = max(counts.values())
    bars = (_bar(index, year, counts.get(year, 0), most, address) for index, year in enumerate(range(first, last + 1)))
    return Histogram(tuple(bars))


def _bar(index: int, year: int, count: int, most: int, address: Callable[[int], str]) -> Bar:
    height = max(round(HEIGHT * count / most), 2) if count else 0
    return Bar(year=year, count=count, x=index * STEP, y=HEIGHT - height, height=height, url=address(year))
