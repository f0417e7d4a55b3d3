"""An archive made by chance from a seed: real words by their frequency, real shapes, 25 years of dates."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

from django.utils import timezone

from transcripts.models import Event, Exchange, Organization, Person, Series, Turn

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
TURNS_AN_EVENT = 20
FIRST_DAY = date(2000, 1, 1)
DAYS = 25 * 365
RARE_WORDS = 30_000
SPEAKERS, OUTLETS, SERIES = 300, 150, 12
BATCH = 100  # events a transaction


@dataclass
class Vocabulary:
    """Words and how often each is said, summed up. The tail of rare words is made of syllables."""

    words: list[str]
    weights: list[float]

    @classmethod
    def of_fixtures(cls, chance: random.Random) -> Vocabulary:
        read = " ".join(path.read_text(encoding="utf-8") for path in sorted(FIXTURES.rglob("*.txt")))
        counts = Counter(re.findall(r"[^\W\d_]+(?:['’][a-z]+)?", read))
        rare = {"".join(chance.choices(SYLLABLES, k=chance.randint(3, 5))) for _ in range(RARE_WORDS)}
        share = sum(counts.values()) * 0.03 / len(rare)
        weighted = {word: float(count) for word, count in counts.items()} | dict.fromkeys(sorted(rare), share)
        return cls(list(weighted), list(accumulate(weighted.values())))

    def text(self, chance: random.Random) -> str:
        """About 120 words in sentences and paragraphs; a few turns are very long."""
        length = max(3, min(int(chance.lognormvariate(4.3, 0.95)), 3000))
        words = chance.choices(self.words, cum_weights=self.weights, k=length)
        ends = {number: chance.choice([". ", ". ", ".\n\n"]) for number in range(14, length, 15)}
        return "".join(word + ends.get(number, " ") for number, word in enumerate(words)).strip() + "."


SYLLABLES = [first + middle for first in "bdfgklmnprstvz" for middle in ("a", "e", "i", "o", "u", "an", "er", "ol")]


def fill(turns: int, *, seed: int = 2) -> None:
    """Put an archive of about so many turns into the database, all of it published."""
    chance = random.Random(seed)
    vocabulary = Vocabulary.of_fixtures(chance)
    people = _named(Person, "Speaker", SPEAKERS)
    outlets = _named(Organization, "Outlet", OUTLETS)
    series = _named(Series, "Series", SERIES)
    for start in range(0, max(turns // TURNS_AN_EVENT, 1), BATCH):
        numbers = range(start, min(start + BATCH, max(turns // TURNS_AN_EVENT, 1)))
        events = Event.objects.bulk_create(_event(number, series, chance) for number in numbers)
        for event in events:
            numbered = (Exchange(event=event, position=number) for number in range(1, TURNS_AN_EVENT // 4 + 1))
            exchanges = Exchange.objects.bulk_create(numbered)
            Turn.objects.bulk_create(_turns(event, exchanges, people, outlets, vocabulary, chance))


def _named(model, word: str, count: int) -> list:
    return model.objects.bulk_create(
        model(slug=f"{word.lower()}-{number}", name=f"{word} {number}") for number in range(count)
    )


def _event(number: int, series: list[Series], chance: random.Random) -> Event:
    return Event(
        slug=f"event-{number}",
        title=f"Press conference {number}",
        date=FIRST_DAY + timedelta(days=chance.randrange(DAYS)),
        state=Event.State.PUBLISHED,
        published_at=timezone.now(),
        language="en",
        series=chance.choice(series),
    )


def _turns(event, exchanges, people, outlets, vocabulary, chance) -> Iterator[Turn]:
    principal = chance.choice(people[:40])
    for position in range(1, TURNS_AN_EVENT + 1):
        asks = position % 2 == 1
        yield Turn(
            event=event,
            exchange=exchanges[(position - 1) // 4],
            position=position,
            kind="question" if asks else "answer",
            text=vocabulary.text(chance),
            speaker=chance.choice(people) if asks else principal,
            affiliation=chance.choice(outlets) if asks else None,
            role="" if asks else "Secretary General",
        )
