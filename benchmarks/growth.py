"""How the time of a query grows with the archive: ours asked the same of an archive a tenth as large."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KINDS = ("rare word", "phrase", "speaker, dates")
SMALLEST = 10_000  # turns: below that a page is nearly all of a query's time, and nothing grows
Medians = Mapping[str, Mapping[str, float]]  # by an engine's name and the kind of query, in milliseconds


def print_growth(large: Medians, turns: int, *, runs: int) -> None:
    """A row for each kind of query and engine of ours: the p50 of the small archive and of the large one."""
    if not large or turns // 10 < SMALLEST:
        return
    from benchmarks import tables  # noqa: PLC0415 - models need the settings

    print(f"\nThe same of {turns // 10:,} turns:", flush=True)
    small = _asked_of(turns // 10, runs, list(large))
    tables.print_rows(
        "growth of the p50, ms",
        [f"{turns // 10:,} turns", f"{turns:,} turns", "times"],
        {f"{engine}, {kind}": _grown(small[engine][kind], large[engine][kind]) for engine in small for kind in KINDS},
    )


def _grown(small: float, large: float) -> list[str]:
    return [f"{small:.1f}", f"{large:.1f}", f"{large / small:.1f}"]


def _asked_of(turns: int, runs: int, names: list[str]) -> Medians:
    """Another process, since a process has one archive."""
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        figures = Path(folder) / "figures.json"
        command = [sys.executable, "-m", "benchmarks.run", str(turns), "--runs", str(runs), "--publish", "0"]
        command += ["--figures", str(figures), "--only", *names]
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        medians: Medians = json.loads(figures.read_text(encoding="utf-8"))
        return medians
