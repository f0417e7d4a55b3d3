"""Do ids stay with their turns? `python -m benchmarks.permalink_report [CORRECTIONS]`, by default 10,000.

Random corrections of the sample transcripts (of the example transcripts, where there are no samples): words changed,
up to 30 % of a turn's; turns inserted, removed, split, merged and moved; speakers renamed; all mixed. Through all of it
every word carries the number of the turn that it came from. A turn survives where a corrected turn holds at least half
of its words; the corrected turn that holds most of them is its heir. Prints how many ids ended on a wrong turn, and the
share of heirs that kept an id; exits with 1 when an id is wrong or fewer than 99.5 % are kept. Seeded: the same
corrections in every run.

An id is on a wrong turn where the turn holds none of its words; or clearly fewer than the heir (less than 80 % as
many), unless the heir has another of its own ids, as after a merge. Turns of one label and the same words ("Sure.",
"Sure -") are interchangeable: when one has moved past another, nobody can tell which is which.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from transcripts.text.aligning import align
from transcripts.text.likeness import WORD, Words
from transcripts.text.parsing import parse_source
from transcripts.text.transcript import Turn

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT.parent / "shared" / "samples"
KEPT = 0.995
SURVIVES = 0.5
ABOUT_AS_MANY = 0.8


@dataclass
class Place:
    """A turn under correction: its label, and its words, each with the old turn and the place in it that it came
    from, or None."""

    turn: Turn
    words: list[tuple[str, tuple[int, int] | None]]

    def corrected(self) -> Turn:
        text = " ".join(word for word, _origin in self.words)
        return replace(self.turn, paragraphs=tuple(text.split("\n\n")))


def size(word: str) -> int:
    """How many words it is for the alignment: a web address is many, a stray dash none."""
    return len(WORD.findall(word.casefold()))


@dataclass
class Others:
    """What comes into a transcript from elsewhere: whole turns, and single words."""

    strangers: list[Turn]
    vocabulary: list[str]


Places = list[Place]


def place_of(turn: Turn, origin: int | None) -> Place:
    words = enumerate(turn.text.split(" "))
    return Place(turn, [(word, None if origin is None else (origin, place)) for place, word in words])


def transcripts() -> list[tuple[Turn, ...]]:
    folder = SAMPLES if SAMPLES.is_dir() else ROOT / "fixtures"
    files = sorted(path for path in folder.rglob("*") if path.suffix in (".txt", ".md") and path.stem != "README")
    parsed = (parse_source(path.read_bytes(), name=path.name).turns for path in files)
    return [turns for turns in parsed if len(turns) > 1]


def change(places: Places, chance: random.Random, others: Others) -> None:
    """Up to 30 % of the words of four in ten turns replaced, left out or doubled."""
    for place in places:
        if chance.random() < 0.4:
            for _change in range(chance.randint(0, int(0.3 * len(place.words)))):
                index = chance.randrange(len(place.words))
                word = place.words[index]
                left = [] if len(place.words) > 1 else [word]
                place.words[index : index + 1] = chance.choice(
                    ([(chance.choice(others.vocabulary), None)], left, [word, word])
                )


def insert(places: Places, chance: random.Random, others: Others) -> None:
    turn = replace(chance.choice(others.strangers), label=chance.choice(places).turn.label)
    places.insert(chance.randint(0, len(places)), place_of(turn, None))


def remove(places: Places, chance: random.Random, _others: Others) -> None:
    if len(places) > 2:
        del places[chance.randrange(len(places))]


def split(places: Places, chance: random.Random, _others: Others) -> None:
    """At the end of a sentence."""
    index = chance.randrange(len(places))
    place = places[index]
    ends = [end for end, (word, _origin) in enumerate(place.words[:-1], start=1) if word.endswith((".", "?", "!"))]
    if len(place.words) >= 8 and ends:
        end = chance.choice(ends)
        places[index : index + 1] = [Place(place.turn, part) for part in (place.words[:end], place.words[end:])]


def merge(places: Places, chance: random.Random, _others: Others) -> None:
    if len(places) > 2:
        index = chance.randrange(len(places) - 1)
        first, second = places[index : index + 2]
        places[index : index + 2] = [Place(first.turn, first.words + second.words)]


def move(places: Places, chance: random.Random, _others: Others) -> None:
    place = places.pop(chance.randrange(len(places)))
    places.insert(chance.randint(0, len(places)), place)


def rename(places: Places, chance: random.Random, _others: Others) -> None:
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


def corrected(turns: tuple[Turn, ...], chance: random.Random, others: Others) -> Places:
    places = [place_of(turn, index) for index, turn in enumerate(turns)]
    for _time in range(chance.randint(1, 6)):
        chance.choice(CORRECTIONS)(places, chance, others)
    return places


class Verdict:
    """Who holds how many words of which old turn, and so whose id each corrected turn may have."""

    def __init__(self, turns: tuple[Turn, ...], places: Places) -> None:
        self.turns = turns
        self.held = [self._held(place) for place in places]
        self.most: dict[int, tuple[int, int]] = {}
        for number, held in enumerate(self.held):
            for old, count in held.items():
                self.most[old] = max(self.most.get(old, (0, -1)), (count, number))

    @staticmethod
    def _held(place: Place) -> Counter[int]:
        """A word said twice by the correction counts once."""
        held: Counter[int] = Counter()
        silent = not any(size(word) for word, _origin in place.words)
        for origin, word in {origin: word for word, origin in place.words if origin is not None}.items():
            held[origin[0]] += size(word) or silent
        return +held

    def is_heir(self, number: int) -> bool:
        """Whether it should have kept an id: it holds most of some turn, and at least half of that turn's words."""
        lengths = ((old, len(Words.of(self.turns[old]).words)) for old in self.held[number])
        return any(self.most[old][1] == number and self.most[old][0] >= SURVIVES * length for old, length in lengths)

    def is_right(self, number: int, old: int, old_of: tuple[int | None, ...]) -> bool:
        if any(old == one or Words.of(self.turns[old]) == Words.of(self.turns[one]) for one in self._own(number)):
            return True
        if not self.held[number][old]:
            return False
        most, heir = self.most[old]
        other = old_of[heir]
        return self.held[number][old] >= ABOUT_AS_MANY * most or (
            other not in (None, old) and bool(self.held[heir][other])
        )

    def _own(self, number: int) -> list[int]:
        return [old for old in self.held[number] if self.most[old][1] == number]


def judge(turns: tuple[Turn, ...], places: Places, tally: Counter[str]) -> None:
    """Count the corrected turns that have an id rightly, wrongly, or none where they should have kept one."""
    old_of = align(turns, [place.corrected() for place in places]).old_of
    verdict = Verdict(turns, places)
    for number, old in enumerate(old_of):
        right = old is not None and verdict.is_right(number, old, old_of)
        heir = verdict.is_heir(number)
        tally["survivors"] += heir
        tally["kept"] += heir and right
        tally["wrong"] += old is not None and not right


def main(corrections: int) -> None:
    sources = transcripts()
    chance = random.Random(2024)
    # Strangers say something: a lone "Thank you." put in where another was taken out is that other, for all one knows.
    everyone = [turn for turns in sources for turn in turns if len(turn.text.split()) >= 6]
    vocabulary = sorted({word for turn in everyone[:400] for word in turn.text.split()})
    tally: Counter[str] = Counter()
    for number in range(corrections):
        turns = sources[number % len(sources)]
        here = {Words.of(turn).words for turn in turns}
        strangers = [turn for turn in chance.sample(everyone, 20) if Words.of(turn).words not in here]
        judge(turns, corrected(turns, chance, Others(strangers, vocabulary)), tally)
    share = tally["kept"] / tally["survivors"]
    print(f"{corrections:,} corrections of {len(sources)} transcripts, {tally['survivors']:,} turns that survive them")
    print(f"ids on a wrong turn: {tally['wrong']:,}")
    print(f"surviving turns that kept their id: {share:.4%}")
    sys.exit(tally["wrong"] > 0 or share < KEPT)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
