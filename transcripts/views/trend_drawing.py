"""A trend as strips of bars that a template draws in SVG.

Places along the time are percents of the strip's width and heights are pixels, so that a strip fits any screen and its
words are never stretched; the CSP forbids style attributes, and SVG needs none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from transcripts.trends.counting import Line, Trend
from transcripts.trends.periods import Period
from transcripts.views.bars import height_of

HEIGHT = 72  # of the highest bar
GAP = 0.18  # of a period's width
MOST_TICKS = 5
PATTERNS = 5
DENSE, DENSER = 90, 200  # bars from which a strip is wider than a phone and is scrolled

Address = Callable[[Line, Period], str]


@dataclass(frozen=True, slots=True)
class TrendBar:
    """`x` and `width` in percent, `y` and `height` in pixels."""

    name: str
    label: str
    url: str
    x: float
    width: float
    y: int
    height: int


@dataclass(frozen=True, slots=True)
class Tick:
    """A period's name below its bar, at `x` percent; `anchor` keeps the outermost within the strip."""

    name: str
    x: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Strip:
    """One line of the trend. Every strip has the same scale, of which `most` is the top."""

    line: Line
    pattern: int
    bars: tuple[TrendBar, ...]
    most: str
    summary: str


@dataclass(frozen=True, slots=True)
class Drawing:
    strips: tuple[Strip, ...]
    ticks: tuple[Tick, ...]
    density: str

    @property
    def height(self) -> int:
        return HEIGHT


def drawn(trend: Trend, address: Address) -> Drawing | None:
    """None where nothing was found. `address` leads to the turns that a bar counts."""
    most = max((value for line in trend.lines for value in _values(trend, line)), default=0)
    if not most:
        return None
    count = len(trend.periods)
    return Drawing(
        strips=tuple(
            _strip(trend, line, look, most, address) for look, line in zip(_looks(trend), trend.lines, strict=True)
        ),
        ticks=tuple(_ticks(trend.periods)),
        density="denser" if count > DENSER else "dense" if count > DENSE else "",
    )


def _looks(trend: Trend) -> list[int]:
    """Which pattern each line has: one for each term, and of one term one for each line."""
    terms = list(dict.fromkeys(line.term for line in trend.lines))
    return [terms.index(line.term) if len(terms) > 1 else place for place, line in enumerate(trend.lines)]


def _values(trend: Trend, line: Line) -> tuple[float, ...]:
    return line.shares if trend.wish.share else line.counts


def _strip(trend: Trend, line: Line, place: int, most: float, address: Address) -> Strip:
    return Strip(
        line=line,
        pattern=place % PATTERNS,
        bars=tuple(_bars(trend, line, most, address)),
        most=_figure(trend, most),
        summary=_summary(trend, line),
    )


def _bars(trend: Trend, line: Line, most: float, address: Address) -> Iterator[TrendBar]:
    step = 100 / len(trend.periods)
    values = _values(trend, line)
    for place, (period, count, value) in enumerate(zip(trend.periods, line.counts, values, strict=True)):
        if not count:
            continue
        height = height_of(value, most, highest=HEIGHT)
        yield TrendBar(
            name=period.name,
            label=_label(trend, period, count, value),
            url=address(line, period),
            x=round(place * step, 4),
            width=round(step * (1 - GAP), 4),
            y=HEIGHT - height,
            height=height,
        )


def _label(trend: Trend, period: Period, count: int, value: float) -> str:
    turns = ngettext("%(count)s turn", "%(count)s turns", count) % {"count": number_format(count, force_grouping=True)}
    told = f"{period.name}: {turns}"
    return f"{told}, {_figure(trend, value)}" if trend.wish.share else told


def _figure(trend: Trend, value: float) -> str:
    if trend.wish.share:
        return _("%(share)s %%") % {"share": number_format(value, 2 if value < 1 else 1)}
    return number_format(value, force_grouping=True)


def _summary(trend: Trend, line: Line) -> str:
    """What the drawing shows, in a sentence."""
    values = _values(trend, line)
    if not any(values):
        return _("Nothing was found.")
    best = max(range(len(values)), key=values.__getitem__)
    return _("Most in %(period)s; from %(first)s to %(last)s.") % {
        "period": _label(trend, trend.periods[best], line.counts[best], values[best]),
        "first": trend.periods[0].name,
        "last": trend.periods[-1].name,
    }


def _ticks(periods: tuple[Period, ...]) -> Iterator[Tick]:
    """The first, the last and some between, evenly."""
    count = len(periods)
    shown = min(count, MOST_TICKS)
    places = sorted({round(number * (count - 1) / max(shown - 1, 1)) for number in range(shown)})
    for place in places:
        anchor = "start" if place == 0 and count > 1 else "end" if place == count - 1 and count > 1 else "middle"
        step = 100 / count
        x = {"start": place * step, "end": (place + 1 - GAP) * step, "middle": (place + 0.5 - GAP / 2) * step}[anchor]
        yield Tick(periods[place].name, round(x, 4), anchor)
