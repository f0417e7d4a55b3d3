"""Our search beside its peers, in one run: `python -m benchmarks.run [TURNS]`, 20,000 by default.

Every engine gets the same archive and the same queries, warm, one after the other, from one client. The hit counts
stand beside the times, since an answer that is quick and wrong is none; they differ by a little where stemmers do.
"""

from __future__ import annotations

import os
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

ROUNDS = 5
WORDS = ("ferry", "barrier", "water", "minister", "people", "harbour", "money", "question")


def main() -> None:
    turns = int(sys.argv[1]) if sys.argv[1:] else 20_000
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        _set_up(Path(folder))
        from benchmarks import corpus, peers  # noqa: PLC0415 - they need the settings

        _said("making the archive", lambda: corpus.fill(turns))
        engines = [peers.Ours(), peers.OursBare(), peers.Stock(), peers.Fts5(Path(folder))]
        for engine in engines:
            seconds = _said(f"indexing: {engine.name}", engine.build)
            if seconds > 0.1:
                print(f"  {turns / seconds:,.0f} turns a second")
        _print_table(engines, _mix(peers.same))


def _set_up(folder: Path) -> None:
    os.environ["DATA_DIR"] = str(folder)
    os.environ.pop("DATABASE_URL", None)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
    import django  # noqa: PLC0415 - after the environment
    from django.conf import settings  # noqa: PLC0415
    from django.core.management import call_command  # noqa: PLC0415

    settings.HAYSTACK_CONNECTIONS["stock"] = {
        "ENGINE": "haystack.backends.whoosh_backend.WhooshEngine",
        "PATH": str(folder / "stock"),
    }
    django.setup()
    call_command("migrate", verbosity=0)


def _said(what: str, act: Callable[[], object]) -> float:
    """Do it and say how many seconds it took."""
    print(f"{what} …", end="", flush=True)
    started = time.perf_counter()
    act()
    seconds = time.perf_counter() - started
    print(f" {seconds:.1f} s")
    return seconds


def _mix(same: Callable) -> dict[str, list]:
    """Kinds of query, each with several of its kind."""
    pairs = pairwise(WORDS)
    return {
        "rare word": [same(word) for word in ("dredge", "gearbox", "timetable", "promise")],
        "common word": [same(word) for word in WORDS],
        "two words": [same(f"{first} AND {second}") for first, second in pairs],
        "phrase": [same(f'"{phrase}"') for phrase in ("the ferry", "of the water", "i have a")],
        "prefix": [same("barr*"), same("harb*"), same("pro*")],
        "word, dates": [_dated(same, word, year) for word in WORDS[:4] for year in (2005, 2015)],
        "newest first": [_newest(same, word) for word in WORDS],
        "facets": [same(word, facets=True) for word in WORDS],
    }


def _dated(same: Callable, word: str, year: int) -> dict:
    asked = same(word, where=f" AND day BETWEEN '{year}-01-01' AND '{year + 2}-12-31'")
    asked |= {"whoosh": f"{word} AND date:[{year}0101000000 TO {year + 2}1231000000]"}
    return asked | {"params": {"q": [word], "from": [str(year)], "to": [str(year + 2)]}}


def _newest(same: Callable, word: str) -> dict:
    asked = same(word, newest=True)
    return asked | {"params": {"q": [word], "sort": ["newest"]}}


def _times(engine, queries: list) -> tuple[list[float], int]:
    """Milliseconds of each asking, after one that warms up, and the hits of all queries together."""
    hits = sum(engine.ask(query) for query in queries)
    times = []
    for _round in range(ROUNDS):
        for query in queries:
            started = time.perf_counter()
            engine.ask(query)
            times.append((time.perf_counter() - started) * 1000)
    return times, hits


def _print_table(engines: list, mix: dict[str, list]) -> None:
    print(f"\nPython {platform.python_version()}, {os.cpu_count()} cores; milliseconds p50/p95, and hits\n")
    print("| query | " + " | ".join(engine.name for engine in engines) + " |")
    print("| --- |" + " --- |" * len(engines))
    everything: dict[str, list[float]] = {engine.name: [] for engine in engines}
    for kind, queries in mix.items():
        cells = []
        for engine in engines:
            times, hits = _times(engine, queries)
            everything[engine.name] += times
            cells.append(f"{_figures(times)} ({hits:,})")
        print(f"| {kind} | " + " | ".join(cells) + " |", flush=True)
    print("| **mix** | " + " | ".join(_figures(times) for times in everything.values()) + " |")
    ours = everything[engines[0].name]
    ratios = (f"{_p95(times) / _p95(ours):.1f}" for times in everything.values())
    print("| p95, times ours | " + " | ".join(ratios) + " |")


def _figures(times: list[float]) -> str:
    return f"{statistics.median(times):.1f}/{_p95(times):.1f}"


def _p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


if __name__ == "__main__":
    main()
