"""Do ids stay with their turns? `python -m benchmarks.permalink_report [CORRECTIONS]`, by default 10,000.

Random corrections of the sample transcripts (of the example transcripts, where there are no samples): words changed,
up to 30 % of a turn's; turns inserted, removed, split, merged and moved; speakers renamed; all mixed. Each correction
knows which turn is which. Prints how many ids ended on a wrong turn, and the share of surviving turns that kept theirs;
exits with 1 when an id is wrong or fewer than 99.5 % are kept. Seeded: the same corrections in every run.

Two rules of counting. Turns of one label and the same words ("Sure.", "Sure -") are interchangeable: when one has moved
past another, nobody can tell which is which. The smaller part of a split turn may have the id only where the larger
part is gone or has, by a merge, the id of another; turns are split where the larger part is at least 60 % of it.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from transcripts.text.aligning import align
from transcripts.text.likeness import Words
from transcripts.text.parsing import parse_source
from transcripts.text.transcript import Turn

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT.parent / "shared" / "samples"
KEPT = 0.995


@dataclass
class Place:
    """A turn of the corrected transcript, and the old turns whose id it may rightly have; none: it is new.

    `part_of` is the old turn of which it is the smaller part.
    """

    turn: Turn
    of: frozenset[int]
    part_of: frozenset[int] = frozenset()


Places = list[Place]


@dataclass
class Others:
    """What comes into a transcript from elsewhere: whole turns, and single words."""

    strangers: list[Turn]
    vocabulary: list[str]


def transcripts() -> list[tuple[Turn, ...]]:
    folder = SAMPLES if SAMPLES.is_dir() else ROOT / "fixtures"
    files = sorted(path for path in folder.rglob("*") if path.suffix in (".txt", ".md") and path.stem != "README")
    parsed = (parse_source(path.read_bytes(), name=path.name).turns for path in files)
    return [turns for turns in parsed if len(turns) > 1]


def changed(turn: Turn, chance: random.Random, vocabulary: list[str]) -> Turn:
    """Up to 30 % of the words replaced, left out or doubled."""
    words = turn.text.split(" ")
    for _change in range(chance.randint(0, int(0.3 * len(words)))):
        place = chance.randrange(len(words))
        words[place : place + 1] = chance.choice(
            ([chance.choice(vocabulary)], [] if len(words) > 1 else words, [words[place], words[place]])
        )
    text = " ".join(words).strip() or turn.text
    return replace(turn, paragraphs=tuple(text.split("\n\n")))


def change(places: Places, chance: random.Random, words: Others) -> None:
    for place in places:
        if chance.random() < 0.4:
            place.turn = changed(place.turn, chance, words.vocabulary)


def insert(places: Places, chance: random.Random, words: Others) -> None:
    turn = replace(chance.choice(words.strangers), label=chance.choice(places).turn.label)
    places.insert(chance.randint(0, len(places)), Place(turn, frozenset()))


def remove(places: Places, chance: random.Random, words: Others) -> None:  # noqa: ARG001
    if len(places) > 2:
        del places[chance.randrange(len(places))]


def split(places: Places, chance: random.Random, words: Others) -> None:  # noqa: ARG001
    index = chance.randrange(len(places))
    place = places[index]
    length = len(place.turn.text.split())
    ends = [match.end() for match in re.finditer(r"[.?!] ", place.turn.text)]
    ends = [end for end in ends if not 0.4 < len(place.turn.text[:end].split()) / length < 0.6]
    if length < 8 or not ends:
        return
    end = chance.choice(ends)
    first, second = (replace(place.turn, paragraphs=(part,)) for part in (place.turn.text[:end], place.turn.text[end:]))
    larger = max((first, second), key=lambda part: len(part.text.split()))
    places[index : index + 1] = [
        Place(part, place.of) if part is larger else Place(part, frozenset(), place.of | place.part_of)
        for part in (first, second)
    ]


def merge(places: Places, chance: random.Random, words: Others) -> None:  # noqa: ARG001
    if len(places) < 3:
        return
    index = chance.randrange(len(places) - 1)
    first, second = places[index : index + 2]
    turn = replace(first.turn, paragraphs=(*first.turn.paragraphs, *second.turn.paragraphs))
    places[index : index + 2] = [Place(turn, first.of | second.of, first.part_of | second.part_of)]


def move(places: Places, chance: random.Random, words: Others) -> None:  # noqa: ARG001
    place = places.pop(chance.randrange(len(places)))
    places.insert(chance.randint(0, len(places)), place)


def rename(places: Places, chance: random.Random, words: Others) -> None:  # noqa: ARG001
    label = chance.choice(places).turn.label
    for place in places:
        if place.turn.label == label:
            place.turn = replace(place.turn, label=f"Dr {label}", speaker=f"Dr {label}")


CORRECTIONS: tuple[Callable[[Places, random.Random, Others], None], ...] = (
    change,
    insert,
    remove,
    split,
    merge,
    move,
    rename,
)


def corrected(turns: tuple[Turn, ...], chance: random.Random, words: Others) -> Places:
    places = [Place(turn, frozenset({index})) for index, turn in enumerate(turns)]
    for _time in range(chance.randint(1, 6)):
        chance.choice(CORRECTIONS)(places, chance, words)
    return places


def judge(turns: tuple[Turn, ...], places: Places, tally: Counter[str]) -> None:
    """Count the corrected turns that have an id rightly, wrongly, or none where they should have kept one."""
    alignment = align(turns, [place.turn for place in places])
    owed = Counter(old for place, id_ in zip(places, alignment.old_of, strict=True) if id_ is None for old in place.of)
    for place, old in zip(places, alignment.old_of, strict=True):
        rightly = old is not None and (
            any(interchangeable(turns[old], turns[one]) for one in place.of) or (old in place.part_of and not owed[old])
        )
        tally["survivors"] += bool(place.of)
        tally["kept"] += rightly and bool(place.of)
        tally["wrong"] += old is not None and not rightly


def interchangeable(one: Turn, other: Turn) -> bool:
    return one is other or Words.of(one) == Words.of(other)


def main(corrections: int) -> None:
    sources = transcripts()
    chance = random.Random(2024)
    # Strangers say something: a lone "Thank you." put in where another was taken out is that other, for all one knows.
    everyone = [turn for turns in sources for turn in turns if len(turn.text.split()) >= 6]
    vocabulary = sorted({word for turn in everyone[:400] for word in turn.text.split()})
    tally: Counter[str] = Counter()
    for number in range(corrections):
        turns = sources[number % len(sources)]
        here = {turn.text for turn in turns}
        strangers = [turn for turn in chance.sample(everyone, 20) if turn.text not in here]
        judge(turns, corrected(turns, chance, Others(strangers, vocabulary)), tally)
    share = tally["kept"] / tally["survivors"]
    print(f"{corrections:,} corrections of {len(sources)} transcripts, {tally['survivors']:,} turns that survive them")
    print(f"ids on a wrong turn: {tally['wrong']:,}")
    print(f"surviving turns that kept their id: {share:.4%}")
    sys.exit(tally["wrong"] > 0 or share < KEPT)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
