"""Press conferences made by chance from a seed: English words as often as they are said, in the shapes of an archive.

Plain values, one event after the other, so that an archive of any size can be made in little memory. The same seed
gives the same archive, and a larger one begins with the events of a smaller one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import numpy as np
from wordfreq import get_frequency_dict

SEED = 2
TURNS_AN_EVENT = 20
TURNS_AN_EXCHANGE = 4
FIRST_DAY = date(2000, 1, 1)
DAYS = 25 * 365
SPEAKERS, OUTLETS, SERIES, ROLES = 300, 150, 12, 40
PRINCIPALS = 40  # of the speakers, those who answer
VOCABULARY = 120_000
SET_PHRASES = ("press conference", "climate change", "rule of law", "member states", "defence spending plan")
MADE_PHRASES = 300
PHRASE_SHARE = 0.01  # of all words, those that begin a set phrase
TOPIC_SHARE = 0.04  # and those that are of the event's own subject
TOPIC_WORDS = 30
LONGEST = 3000  # words of a turn


@dataclass(frozen=True, slots=True)
class MadeTurn:
    """`speaker` and `outlet` are places in `names_of_speakers` and `names_of_outlets`, `role` is one as printed."""

    text: str
    kind: str
    speaker: int
    outlet: int | None
    role: str


@dataclass(frozen=True, slots=True)
class MadeEvent:
    number: int
    date: date
    series: int
    turns: tuple[MadeTurn, ...]


def made_events(turns: int, *, seed: int = SEED) -> Iterator[MadeEvent]:
    """About so many turns, 20 an event."""
    vocabulary = Vocabulary(seed)
    for number in range(max(turns // TURNS_AN_EVENT, 1)):
        yield _event(number, vocabulary, np.random.default_rng((seed, number)))


@cache
def names_of_speakers() -> list[str]:
    return _names(SPEAKERS, "{} {}", 7)


@cache
def names_of_outlets() -> list[str]:
    return _names(OUTLETS, "{} {} Wire", 11)


def _names(count: int, pattern: str, seed: int) -> list[str]:
    """Of syllables, so that no name is a word that a text has."""
    chance = np.random.default_rng(seed)
    syllables = [first + vowel for first in "bdfgklmnprstvz" for vowel in ("au", "ei", "oa", "ui", "yo")]
    names: dict[str, None] = {}
    while len(names) < count:
        names[pattern.format(*("".join(chance.choice(syllables, 3)).capitalize() for _ in range(2)))] = None
    return list(names)


class Vocabulary:
    """Words by falling frequency, and how often each is said, summed up to 1."""

    def __init__(self, seed: int) -> None:
        said = {word: often for word, often in get_frequency_dict("en").items() if word.isascii() and word.isalpha()}
        self.words = sorted(said, key=lambda word: (-said[word], word))[:VOCABULARY]
        sums = np.cumsum([said[word] for word in self.words])
        self._sums = sums / sums[-1]
        self._phrases = [*SET_PHRASES, *self._made_phrases(np.random.default_rng(seed))]
        often = 1 / np.arange(1, len(self._phrases) + 1)
        self._phrase_sums = np.cumsum(often / often.sum())

    def _made_phrases(self, chance: np.random.Generator) -> Iterator[str]:
        for length in chance.integers(2, 5, MADE_PHRASES).tolist():
            yield " ".join(self.words[place] for place in chance.integers(300, 8_000, length).tolist())

    def topic(self, chance: np.random.Generator) -> list[str]:
        return [self.words[place] for place in chance.integers(2_000, 60_000, TOPIC_WORDS).tolist()]

    def text(self, topic: list[str], chance: np.random.Generator) -> str:
        """About 120 words in sentences and paragraphs; a few texts are very long."""
        length = max(3, min(int(chance.lognormal(4.3, 0.95)), LONGEST))
        words = [self.words[place] for place in np.searchsorted(self._sums, chance.random(length)).tolist()]
        kinds = chance.random(length)
        for place in np.flatnonzero(kinds < TOPIC_SHARE).tolist():
            words[place] = topic[int(chance.integers(TOPIC_WORDS))]
        for place in np.flatnonzero(kinds > 1 - PHRASE_SHARE).tolist():
            words[place] = self._phrases[int(np.searchsorted(self._phrase_sums, chance.random()))]
        return "".join(_sentences(words, chance)).rstrip()


def _sentences(words: list[str], chance: np.random.Generator) -> Iterator[str]:
    start = 0
    while start < len(words):
        stop = start + int(chance.integers(5, 30))
        sentence = " ".join(words[start:stop])
        yield f"{sentence[0].upper()}{sentence[1:]}.{' ' if chance.random() < 0.7 else chr(10) * 2}"
        start = stop


def _event(number: int, vocabulary: Vocabulary, chance: np.random.Generator) -> MadeEvent:
    topic, principal = vocabulary.topic(chance), int(chance.integers(PRINCIPALS))
    return MadeEvent(
        number=number,
        date=FIRST_DAY + timedelta(days=int(chance.integers(DAYS))),
        series=int(chance.integers(SERIES)),
        turns=tuple(_turn(place, principal, topic, vocabulary, chance) for place in range(TURNS_AN_EVENT)),
    )


def _turn(
    place: int, principal: int, topic: list[str], vocabulary: Vocabulary, chance: np.random.Generator
) -> MadeTurn:
    text = vocabulary.text(topic, chance)
    if place % 2:
        return MadeTurn(text, "answer", principal, None, f"Office {principal % ROLES}")
    return MadeTurn(text, "question", int(chance.integers(SPEAKERS)), int(chance.integers(OUTLETS)), "")
