"""What drawings over time have in common: geometry as attributes, since the CSP forbids style."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

HEIGHT = 48  # of the highest bar, in units of the drawing
STEP = 10  # from one bar to the next
LOWEST = 2
MOST = 200  # bars: a wrong date of the year 24 must not draw two thousand

Bar = TypeVar("Bar")


def height_of(count: float, most: float, *, highest: int = HEIGHT) -> int:
    """How high a bar is beside one of `most`. What has a count can be seen, however little it is."""
    return max(round(highest * count / most), LOWEST) if count else 0


@dataclass(frozen=True, slots=True)
class Bars(Generic[Bar]):
    """Bars side by side, from the first span of time to the last."""

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
