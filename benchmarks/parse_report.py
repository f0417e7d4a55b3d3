"""Does the parser read as people do? `python -m benchmarks.parse_report`: for each group of samples, how far it agrees.

A sample has a `NAME.gold.json` beside it that says what a person read in it: every turn's kind, label, speaker,
affiliation and first words. A turn is found when a parsed turn begins with those words, in order; letters and figures
alone are compared. `F1` counts the turns found against both sides; labels and kinds are the share of turns found that
agree; speakers and outlets likewise, where the gold names one (one name within the other agrees). `named too many` are
those that the gold does not name. Exits with 0 whatever the figures.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from transcripts.text.parsing import parse_source
from transcripts.text.transcript import Transcript, Turn, UnreadableSource

SAMPLES = Path(__file__).resolve().parent.parent.parent / "shared" / "samples"
GOLD = ".gold.json"
OPENING = 400  # characters in which a turn's first words are looked for
HEADS = ("group", "files", "F1", "labels", "kinds", "speakers", "outlets", "dates", "named too many")

Gold = dict[str, Any]


def fold(text: str | None) -> str:
    """Letters and figures alone, without case and accents, a space between words."""
    plain = unicodedata.normalize("NFKD", text or "").casefold()
    letters = "".join(character for character in plain if not unicodedata.combining(character))
    return " ".join(re.findall(r"\w+", letters))


def paired(turns: Iterable[Turn], gold: Iterable[Gold]) -> list[tuple[Turn, Gold]]:
    """Turns with the gold's that they begin as: the most that can be paired in order (Hunt and Szymanski, 1977)."""
    read, wanted = list(turns), list(gold)
    openings = [fold(turn.text[:OPENING]) for turn in read]
    ends: list[int] = []
    chains: list[Any] = []
    for place, one in enumerate(wanted):
        first = fold(one["starts"])
        for index in reversed([i for i, opening in enumerate(openings) if first and opening.startswith(first)]):
            length = bisect_left(ends, index)
            ends[length : length + 1] = [index]
            chains[length : length + 1] = [((index, place), chains[length - 1] if length else None)]
    return [(read[index], wanted[place]) for index, place in _links(chains[-1] if chains else None)][::-1]


def _links(chain: Any) -> Iterator[tuple[int, int]]:
    while chain:
        pair, chain = chain
        yield pair


def agrees(read: str, wanted: str) -> bool:
    """Whether the words of one name are within the other's."""
    ours, theirs = set(fold(read).split()), set(fold(wanted).split())
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours)


def tally(transcript: Transcript, gold: Gold) -> Counter[str]:
    """What agrees, and out of how many, in one transcript."""
    pairs = paired(transcript.turns, gold["turns"])
    counts = Counter(files=1, found=2 * len(pairs), turns=len(transcript.turns) + len(gold["turns"]), pairs=len(pairs))
    counts["dated"] = bool(gold.get("date"))
    counts["dates"] = counts["dated"] and str(transcript.date) == gold["date"]
    for turn, wanted in pairs:
        counts["labels"] += fold(turn.label) == fold(wanted["label"])
        counts["kinds"] += turn.kind == wanted["kind"]
        for field in ("speaker", "affiliation"):
            name, theirs = getattr(turn, field), wanted.get(field)
            counts[f"{field}s of"] += bool(theirs)
            counts[f"{field}s"] += bool(theirs) and agrees(name, theirs)
            counts["too many"] += bool(name) and not theirs
    return counts


def row(group: str, counts: Counter[str]) -> tuple[str, ...]:
    """One line of the report."""
    shares = [("labels", "pairs"), ("kinds", "pairs"), ("speakers", "speakers of"), ("affiliations", "affiliations of")]
    of = [_share(counts[part], counts[whole]) for part, whole in [("found", "turns"), *shares, ("dates", "dated")]]
    return group, str(counts["files"]), *of, str(counts["too many"])


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "–"


def read_samples(folder: Path) -> Iterator[tuple[str, Counter[str]]]:
    """Each sample's group, the folder that it lies in, with its figures. One that can't be read is named."""
    for gold in sorted(folder.rglob(f"*{GOLD}")):
        source = gold.with_name(gold.name.removesuffix(GOLD))
        try:
            transcript = parse_source(source.read_bytes(), source.name)
        except (UnreadableSource, OSError) as error:
            print(f"{source.relative_to(folder)}: {error}")
            continue
        group = source.parent.name if source.parent != folder else source.stem
        yield group, tally(transcript, json.loads(gold.read_text("utf-8")))


def main(folder: Path = SAMPLES) -> int:
    """Print the table. 0, also where there is nothing to compare."""
    groups: dict[str, Counter[str]] = defaultdict(Counter)
    for group, counts in read_samples(folder):
        groups[group].update(counts)
    if not groups:
        print(f"No samples with a {GOLD} beside them in {folder}: there is nothing to compare the parser with.")
        return 0
    total = sum(groups.values(), Counter[str]())
    for line in [HEADS, *(row(group, counts) for group, counts in groups.items()), row("all", total)]:
        print(
            f"{line[0]:<20}", *(f"{cell:>{max(8, len(head))}}" for head, cell in zip(HEADS[1:], line[1:], strict=True))
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:2])))
