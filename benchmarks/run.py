"""Our search beside its peers, in one run: `python -m benchmarks.run [TURNS] [--keep FOLDER] [--only NAME…]`.

Every engine indexes the same made archive and is asked the same queries, warm, several runs of all of them. Ours answer
whole pages over HTTP; the peers give their twenty rows and the count to a bare call in one process. First the hit
counts are compared, since an answer that is quick and wrong is none.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import growth

if TYPE_CHECKING:
    from benchmarks.engines import Engine
    from benchmarks.engines.ours import Ours

ROOT = Path(__file__).resolve().parent.parent
PORT = 8766
OURS = ("whoosh", "tantivy")


def main() -> None:
    options = _options()
    signal.signal(signal.SIGTERM, lambda *_told: sys.exit(1))  # so that servers and schemas go with it
    folder = nullcontext(options.keep) if options.keep else tempfile.TemporaryDirectory(prefix="benchmark-")
    with folder as path:
        _set_up(Path(path))
        print(f"{options.turns:,} turns; {_machine()}\n")
        _fill(Path(path), options.turns)
        with ExitStack() as opened:
            engines = _opened(_engines(Path(path), options.only), Path(path), options.turns, opened)
            medians = _measure(engines, options)
    # Its servers answer where these did.
    if not options.figures:
        growth.print_growth(medians, options.turns, runs=options.runs)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.run", description=__doc__)
    parser.add_argument("turns", nargs="?", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=3, help="how often all queries are asked")
    parser.add_argument("--clients", type=int, default=8, help="how many ask at once, after the one")
    parser.add_argument(
        "--keep", type=Path, metavar="FOLDER", help="leave archive and indexes there, or use them again"
    )
    parser.add_argument("--only", nargs="+", default=[], metavar="NAME", help="engines by parts of their names")
    parser.add_argument(
        "--publish", type=int, default=40, metavar="EVENTS", help="how many are published and looked for"
    )
    parser.add_argument(
        "--figures",
        type=Path,
        metavar="FILE",
        help="write our p50s there; measure no growth",
    )
    return parser.parse_args()


def _set_up(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    os.environ["DATA_DIR"] = str(folder)
    os.environ.pop("DATABASE_URL", None)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
    import django  # noqa: PLC0415 - after the environment
    from django.core.management import call_command  # noqa: PLC0415

    django.setup()
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)


def _machine() -> str:
    load = f"load {os.getloadavg()[0]:.1f} at the start"
    return f"Python {platform.python_version()}, {os.cpu_count()} cores, {load}"


def _fill(folder: Path, turns: int) -> None:
    from benchmarks import archive  # noqa: PLC0415 - models need the settings
    from transcripts.models import Turn  # noqa: PLC0415

    if not Turn.objects.exists():
        _said("making the archive", lambda: archive.fill(turns))
    elif Turn.objects.count() < turns:
        sys.exit(f"{folder} holds another archive: name an empty folder.")


def _engines(folder: Path, only: Sequence[str]) -> list[Engine]:
    from benchmarks.engines.bare_tantivy import BareTantivy  # noqa: PLC0415 - models need the settings
    from benchmarks.engines.fts5 import Fts5  # noqa: PLC0415
    from benchmarks.engines.ours import Ours  # noqa: PLC0415
    from benchmarks.engines.postgres import Postgres  # noqa: PLC0415
    from benchmarks.engines.stock import Stock  # noqa: PLC0415

    ours = [Ours(name, folder / f"index-{name}", PORT + number) for number, name in enumerate(OURS)]
    engines = [*ours, Postgres(), Fts5(folder), BareTantivy(folder), Stock(folder)]
    chosen = [engine for engine in engines if not only or any(part.lower() in engine.name.lower() for part in only)]
    if not chosen:
        sys.exit(f"--only names no engine. There are: {'; '.join(engine.name for engine in engines)}.")
    return chosen


def _opened(engines: Sequence[Engine], folder: Path, turns: int, opened: ExitStack) -> list[Engine]:
    """Those that could be built here. What a kept folder has of an engine is not built again."""
    from benchmarks.engines import Missing  # noqa: PLC0415

    there = []
    for engine in engines:
        built = folder / f"built {engine.name}"
        try:
            if not (engine.lasts and built.exists()):
                seconds = _said(f"indexing: {engine.name}", engine.build)
                print(f"  {turns / seconds:,.0f} turns a second")
                built.touch()
            engine.open()
        except Missing as why:
            print(f"\nleft out: {engine.name}: {why}")
            continue
        opened.callback(engine.close)
        there.append(engine)
    return there


def _said(what: str, act: Callable[[], object]) -> float:
    """Do it and say how many seconds it took."""
    print(f"{what} …", end="", flush=True)
    started = time.perf_counter()
    act()
    seconds = time.perf_counter() - started
    print(f" {seconds:.1f} s", flush=True)
    return seconds


def _measure(engines: Sequence[Engine], options: argparse.Namespace) -> growth.Medians:
    from benchmarks import tables  # noqa: PLC0415 - models need the settings
    from benchmarks.engines.ours import Ours  # noqa: PLC0415
    from benchmarks.queries import mix  # noqa: PLC0415

    asked = list(mix())
    tables.print_hits(engines, asked)
    medians = tables.print_times(engines, asked, runs=options.runs)
    tables.print_summary(engines, asked, runs=options.runs, clients=options.clients)
    for engine in engines:
        if isinstance(engine, Ours):
            _print_own(engine, options.publish)
    if options.figures:
        options.figures.write_text(json.dumps(medians), encoding="utf-8")
    return medians


def _print_own(engine: Ours, events: int) -> None:
    from benchmarks.timing import percentile  # noqa: PLC0415

    print(f"\n{engine.name}: a worker's own memory {engine.private_memory() / 1e6:,.0f} MB", end="", flush=True)
    if not events:
        return
    command = [sys.executable, "-m", "benchmarks.publishing", engine.address, str(events)]
    told = subprocess.run(command, cwd=ROOT, env=engine.environment, check=True, stdout=subprocess.PIPE).stdout
    for what, times in json.loads(told).items():
        ordered = sorted(times)
        print(f"; published to {what} {percentile(ordered, 0.5):,.0f}/{percentile(ordered, 0.95):,.0f} ms", end="")
    print(f" ({events} events)")


if __name__ == "__main__":
    main()
