"""Quotes from real turns, changed by chance as people misremember and mistype them."""

from __future__ import annotations

import random
import re
import string
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from transcripts.models import Turn
from transcripts.search.words import folded_words

MARKS = "\"'“”„«»‘’()[]{}<>.,;:!?…–—-*~_/"
MISTYPED = 4  # letters that a word has in which somebody slips
TRIES = 10_000

Change = Callable[[list[str], random.Random, Sequence[str]], list[str]]


@dataclass(frozen=True, slots=True)
class Quote:
    """`said` are words as they stand in a turn, `typed` as they are looked for."""

    turn_id: str
    said: str
    typed: str

    def is_in(self, text: str) -> bool:
        """Whether a turn says the same words: it is as right as the one that they were taken from."""
        return f" {' '.join(folded_words(self.said))} " in f" {' '.join(folded_words(text))} "


def quotes(turns: Sequence[Turn], change: Change, count: int, length: int, *, seed: int) -> list[Quote]:
    """So many quotes of `length` words, each from a paragraph of a turn by chance, and changed."""
    chance = random.Random(seed)
    vocabulary = [word for turn in turns for word in re.findall(r"[^\W\d_]+", turn.text)]
    made: list[Quote] = []
    for _try in range(TRIES):
        if len(made) == count:
            break
        turn = chance.choice(turns)
        said = _stretch(turn, length, chance)
        if said:
            made.append(Quote(turn.public_id, " ".join(said), " ".join(change(list(said), chance, vocabulary))))
    return made


def _stretch(turn: Turn, length: int, chance: random.Random) -> list[str]:
    """Words next to each other; none where the paragraph has too few."""
    words = [word.strip(MARKS) for word in chance.choice(turn.paragraphs).split()]
    start = chance.randrange(max(len(words) - length, 0) + 1)
    stretch = words[start : start + length]
    return stretch if len(stretch) == length and all(re.search(r"[^\W_]", word) for word in stretch) else []


def exact(words: list[str], _chance: random.Random, _vocabulary: Sequence[str]) -> list[str]:
    return words


def dropped_and_replaced(words: list[str], chance: random.Random, vocabulary: Sequence[str]) -> list[str]:
    """One word forgotten, and one that is another, drawn as often as it is said."""
    del words[chance.randrange(len(words))]
    words[chance.randrange(len(words))] = chance.choice(vocabulary)
    return words


def mistyped(words: list[str], chance: random.Random, _vocabulary: Sequence[str]) -> list[str]:
    """A slip in each of two words; of short ones only where there are no longer ones."""
    places = sorted(range(len(words)), key=lambda place: (len(words[place]) < MISTYPED, chance.random()))
    for place in places[:2]:
        words[place] = _slip(words[place], chance)
    return words


def _slip(word: str, chance: random.Random) -> str:
    """Two letters exchanged, one left out, one more, or another one; never the first, which people get right."""
    place = chance.randrange(1, max(len(word) - 1, 2))
    before, after, letter = word[:place], word[place:], chance.choice(string.ascii_lowercase)
    slips = (before + after[1:2] + after[:1] + after[2:], before + after[1:], before + letter + after)
    return chance.choice([slip for slip in (*slips, before + letter + after[1:]) if slip != word])


def swapped(words: list[str], chance: random.Random, _vocabulary: Sequence[str]) -> list[str]:
    """Two words in each other's place."""
    first, second = chance.sample(range(len(words)), 2)
    words[first], words[second] = words[second], words[first]
    return words
