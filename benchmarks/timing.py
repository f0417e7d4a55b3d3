"""How long engines take: whole runs of the mix, from one client or several at once."""

from __future__ import annotations

import statistics
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from benchmarks.engines import Engine
from benchmarks.queries import Asked

LONG = 45.0  # seconds of a run after which it is not repeated


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds: the median of several runs' p50 and p95."""

    p50: float
    p95: float

    def __str__(self) -> str:
        return f"{_short(self.p50)}/{_short(self.p95)}"


def _short(number: float) -> str:
    return f"{number:,.0f}" if number >= 100 else f"{number:.1f}" if number >= 1 else f"{number:.2f}"


Run = list[tuple[Asked, float]]


def run_of(engine: Engine, asked: Sequence[Asked], *, clients: int = 1) -> Run:
    """Each query once, with its milliseconds."""

    def timed(each: Asked) -> float:
        started = time.perf_counter()
        engine.ask(each)
        return (time.perf_counter() - started) * 1000

    if clients == 1:
        return [(each, timed(each)) for each in asked]
    with ThreadPoolExecutor(clients) as pool:
        # What is dear stands together in the mix; clients meet by chance.
        mixed = [each for start in range(11) for each in asked[start::11]]
        return list(zip(mixed, pool.map(timed, mixed), strict=True))


def is_long(run: Run) -> bool:
    return sum(milliseconds for _asked, milliseconds in run) / 1000 > LONG


def times_of(runs: Sequence[Run], kind: str | None = None) -> Times:
    """Of the queries of that kind, or of all."""
    chosen = [sorted(each for asked, each in run if kind in (None, asked.kind)) for run in runs]
    return Times(
        statistics.median(statistics.median(run) for run in chosen),
        statistics.median(percentile(run, 0.95) for run in chosen),
    )


def percentile(ordered: Sequence[float], share: float) -> float:
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]
