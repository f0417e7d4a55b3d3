"""Press conferences as files, made from a seed: python -m benchmarks.made_corpus FOLDER [EVENTS [QUESTIONS]]."""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
django.setup()

from benchmarks.corpus import FIRST_DAY, SYLLABLES, Vocabulary  # noqa: E402 - they import models

EVENTS = 1_000
QUESTIONS = 15  # of each event: with its answer that makes 30 turns
PRINCIPALS, REPORTERS, OUTLETS = 40, 260, 150


def write(folder: Path, events: int = EVENTS, questions: int = QUESTIONS, *, seed: int = 3) -> None:
    """So many files with so many questions and answers, about 3,500 words for fifteen; the same for one seed."""
    chance = random.Random(seed)
    vocabulary = Vocabulary.of_fixtures(chance)
    principals, reporters, papers = (_names(chance, count) for count in (PRINCIPALS, REPORTERS, OUTLETS))
    outlets = [f"The {name.split()[1]} {chance.choice(('Post', 'Times', 'Herald'))}" for name in papers]
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(events):
        day = FIRST_DAY + timedelta(days=number * 7)
        principal = chance.choice(principals)
        head = f"Press conference {number} on the {chance.choice(vocabulary.words)}\n\n{day:%d %B %Y}\n\n"
        turns = _turns(chance, vocabulary, principal, chance.sample(reporters, questions), outlets)
        (folder / f"{day.isoformat()}-{number:05}.txt").write_text(head + "\n\n".join(turns) + "\n", encoding="utf-8")


def _turns(
    chance: random.Random, vocabulary: Vocabulary, principal: str, asking: list[str], outlets: list[str]
) -> Iterator[str]:
    for reporter in asking:
        yield f"{reporter} ({chance.choice(outlets)}): {vocabulary.text(chance)}"
        yield f"Minister {principal}: {vocabulary.text(chance)}"


def _names(chance: random.Random, count: int) -> list[str]:
    return [f"{_word(chance)} {_word(chance)}" for _name in range(count)]


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=chance.randint(2, 3))).capitalize()


if __name__ == "__main__":
    write(Path(sys.argv[1]), *map(int, sys.argv[2:4]))
