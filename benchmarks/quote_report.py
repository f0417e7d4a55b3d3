"""Is a quote found first? `python -m benchmarks.quote_report [--turns N] [--quotes N] [--length N] [--search URL]`.

Quotes of six words are taken from the sample transcripts (the examples, where there are no samples) among at least
20,000 made turns, as they stand and changed by chance from a seed, and quote check, the search box, PostgreSQL
(websearch_to_tsquery, ts_rank_cd) and SQLite (FTS5, bm25) are asked for the turn, in one run. A turn that says the same
words elsewhere is right too. Prints success@1 and the mean reciprocal rank among the first ten; exits with 1 where one
of ours is below its bar or behind a peer. The last line asks quote check for quotes of events that were taken out.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from statistics import fmean, median

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT.parent / "shared" / "samples"
OURS = 2  # of the finders, the first so many
TAKEN_OUT = 4  # events that are not in the archive that is searched


def main() -> None:
    options = _options()
    with tempfile.TemporaryDirectory(prefix="quote-report-") as folder:
        _set_up(Path(folder), options.search)
        here, taken_out = _fill(options.turns)
        missed = _report(options, here)
        _print_not_said(options, taken_out)
    sys.exit(1 if missed else 0)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Is a quote found first?")
    parser.add_argument("--turns", type=int, default=20_000, help="made turns around the real ones")
    parser.add_argument("--quotes", type=int, default=300, help="quotes of each kind")
    parser.add_argument("--length", type=int, default=6, help="words of a quote")
    parser.add_argument("--seed", type=int, default=6)
    parser.add_argument("--search", default="", help="SEARCH_URL: whoosh: or tantivy:")
    return parser.parse_args()


def _set_up(folder: Path, search: str) -> None:
    os.environ["DATA_DIR"] = str(folder)
    os.environ.pop("DATABASE_URL", None)
    os.environ.pop("SEARCH_URL", None)
    if search:
        os.environ["SEARCH_URL"] = search
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
    import django  # noqa: PLC0415 - after the environment

    django.setup()


def _fill(turns: int) -> tuple[list[int], list[int]]:
    """The archive and its index; the keys of the real events in it, and of those that were taken out of it."""
    from django.core.management import call_command  # noqa: PLC0415 - they need the settings

    from benchmarks import archive  # noqa: PLC0415
    from transcripts.models import Event, Turn  # noqa: PLC0415
    from transcripts.search import indexing  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    archive.fill(turns)
    made = set(Event.objects.values_list("pk", flat=True))
    source = SAMPLES if SAMPLES.is_dir() else ROOT / "fixtures"
    try:
        call_command("import_transcripts", str(source), publish=True, verbosity=0)
    except SystemExit:
        print("Some of the samples could not be read; the others are used.")
    real = list(Event.objects.published().exclude(pk__in=made).order_by("pk").values_list("pk", flat=True))
    taken_out = real[:: max(len(real) // TAKEN_OUT, 1)][:TAKEN_OUT]
    Event.objects.filter(pk__in=taken_out).update(state=Event.State.DRAFT)
    started = time.perf_counter()
    indexing.rebuild()
    public = Turn.objects.published()
    print(f"{public.count():,} turns, {public.filter(event__in=made).count():,} of them made, ", end="")
    print(f"indexed in {time.perf_counter() - started:.0f} s")
    return [key for key in real if key not in taken_out], taken_out


def _report(options: argparse.Namespace, here: Sequence[int]) -> bool:
    from benchmarks import quote_finders, quotes  # noqa: PLC0415 - they need the settings
    from transcripts.models import Turn  # noqa: PLC0415

    kinds = {
        "exact": (quotes.exact, 0.99),
        "one dropped, one replaced": (quotes.dropped_and_replaced, 0.95),
        "two typos": (quotes.mistyped, 0.95),
        "two words swapped": (quotes.swapped, 0.95),
    }
    turns = list(Turn.objects.published().filter(event__in=here).order_by("pk"))
    asked = list(quote_finders.finders())
    print(f"{options.quotes} quotes of {options.length} words of each kind; success@1 / MRR@{quote_finders.FIRST}\n")
    print("| quotes | bar | " + " | ".join(finder.name for finder in asked) + " |")
    print("| --- |" + " --- |" * (len(asked) + 1), flush=True)
    missed = False
    for kind, (change, bar) in kinds.items():
        made = quotes.quotes(turns, change, options.quotes, options.length, seed=options.seed)
        scores = [_scores(finder, made) for finder in asked]
        cells = (f"{first:.3f} / {reciprocal:.3f}" for first, reciprocal in scores)
        print(f"| {kind} | {bar} | " + " | ".join(cells) + " |", flush=True)
        missed |= _is_missed(kind, bar, scores)
    return missed


def _scores(finder, made: Sequence) -> tuple[float, float]:
    """success@1 and the mean reciprocal rank."""
    ranks = [_rank(finder, quote) for quote in made]
    return fmean(rank == 1 for rank in ranks), fmean(1 / rank if rank else 0 for rank in ranks)


def _rank(finder, quote) -> int:
    """Of the first right turn, from 1; 0 where none is right."""
    rows = finder.ask(quote.typed)
    right = (number for number, (key, text) in enumerate(rows, 1) if key == quote.turn_id or quote.is_in(text))
    return next(right, 0)


def _is_missed(kind: str, bar: float, scores: Sequence[tuple[float, float]]) -> bool:
    behind = [first for first, _rank in scores[:OURS] if first < bar or first < max(peer for peer, _ in scores[OURS:])]
    if behind:
        print(f"MISSED: {kind}", file=sys.stderr)
    return bool(behind)


def _print_not_said(options: argparse.Namespace, taken_out: Sequence[int]) -> None:
    from benchmarks import quotes  # noqa: PLC0415 - they need the settings
    from transcripts.models import Turn  # noqa: PLC0415
    from transcripts.search.quotes import check  # noqa: PLC0415

    turns = list(Turn.objects.filter(event__in=taken_out).order_by("pk"))
    print(f"\nOf quotes from {len(taken_out)} events that are not in the archive, quote check says")
    for length in (options.length, 2 * options.length):
        times, verdicts = [], []
        for quote in quotes.quotes(turns, quotes.exact, options.quotes, length, seed=options.seed):
            started = time.perf_counter()
            verdicts.append(str(check(quote.typed).answers[0].verdict))
            times.append((time.perf_counter() - started) * 1000)
        counts = Counter(verdicts)
        shares = ", ".join(f"{verdict} {count / len(verdicts):.2f}" for verdict, count in sorted(counts.items()))
        slow = sorted(times)[int(len(times) * 0.95)]
        print(f"  {length} words: {shares}; {median(times):.0f} ms in the median, {slow:.0f} ms at p95")


if __name__ == "__main__":
    main()
