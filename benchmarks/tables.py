"""What was measured, as tables in Markdown: a row a kind of query, a column an engine, milliseconds p50/p95."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from benchmarks.engines import Engine
from benchmarks.engines.ours import Ours
from benchmarks.queries import Asked
from benchmarks.timing import Run, is_long, run_of, times_of

TOLERANCE = 0.02  # of the hits: stemmers differ in a few words


def print_hits(engines: Sequence[Engine], asked: Sequence[Asked]) -> None:
    """Hit counts by kind, and each query in which an engine is off by more than stemmers explain."""
    counts = {engine: [engine.hits(each) for each in asked] for engine in engines}
    _head("hits", [engine.name for engine in engines])
    for kind in _kinds(asked):
        of_kind = [place for place, each in enumerate(asked) if each.kind == kind]
        _row(kind, (f"{sum(counts[engine][place] for place in of_kind):,}" for engine in engines))
    off = [place for place in range(len(asked)) if not _agree([counts[engine][place] for engine in engines])]
    print(f"\n{len(asked) - len(off)} of {len(asked)} queries: all engines agree within {TOLERANCE:.0%}")
    for place in off:
        told = ", ".join(f"{engine.name} {counts[engine][place]:,}" for engine in engines)
        print(f"  {asked[place].kind}, {' '.join(asked[place].words)}: {told}")


def _agree(counts: Sequence[int]) -> bool:
    return max(counts) - min(counts) <= max(TOLERANCE * max(counts), 1)


def print_times(engines: Sequence[Engine], asked: Sequence[Asked], *, runs: int) -> dict[str, dict[str, float]]:
    """The p50 of each kind of query, by the names of those engines that are ours, is given back."""
    measured = _runs(engines, asked, runs)
    _head("query, ms p50/p95", [engine.name for engine in engines])
    for kind in _kinds(asked):
        _row(kind, (str(times_of(measured[engine], kind)) for engine in engines))
    _rows("mix", engines, measured)
    ours = (engine for engine in engines if isinstance(engine, Ours))
    return {engine.name: {kind: times_of(measured[engine], kind).p50 for kind in _kinds(asked)} for engine in ours}


def print_summary(engines: Sequence[Engine], asked: Sequence[Asked], *, runs: int, clients: int) -> None:
    """Peers made to do what a page does, and all with several clients."""
    _head("mix, ms p50/p95", [engine.name for engine in engines])
    alike = [each.with_all_that_a_page_shows() for each in asked]
    _rows("every query with facets and snippets", engines, _runs(engines, alike, runs))
    _rows(f"the same, {clients} clients", engines, _runs(engines, alike, 1, clients))


def _runs(engines: Sequence[Engine], asked: Sequence[Asked], runs: int, clients: int = 1) -> dict[Engine, list[Run]]:
    """Run after run, and in each engine after engine, so that all have their share of what else the machine does."""
    measured: dict[Engine, list[Run]] = {engine: [] for engine in engines}
    for _each in range(runs):
        for engine, done in measured.items():
            if not (done and is_long(done[-1])):
                done.append(run_of(engine, asked, clients=clients))
    return measured


def _rows(name: str, engines: Sequence[Engine], measured: dict[Engine, list[Run]]) -> None:
    times = {engine: times_of(measured[engine]) for engine in engines}
    _row(f"**{name}**", map(str, times.values()))
    for ours in (engine for engine in engines if isinstance(engine, Ours)):
        _row(f"p95 of {ours.name}, times this", (f"{times[ours].p95 / each.p95:.2f}" for each in times.values()))


def _kinds(asked: Sequence[Asked]) -> list[str]:
    return list(dict.fromkeys(each.kind for each in asked))


def print_rows(name: str, columns: Sequence[str], rows: Mapping[str, Sequence[str]]) -> None:
    _head(name, columns)
    for each, cells in rows.items():
        _row(each, cells)


def _head(name: str, columns: Sequence[str]) -> None:
    print()
    _row(name, columns)
    _row("---", ("---" for _column in columns))


def _row(name: str, cells: Iterable[str]) -> None:
    print(f"| {name} | " + " | ".join(cells) + " |", flush=True)
