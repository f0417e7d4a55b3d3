"""Words of the index that are like a given one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from transcripts.search.nodes import MOST_FORMS
from transcripts.search.words import matching

LONGEST = 60  # letters; what is longer is no word that anyone half remembers
Frequency = Callable[[str], int]


def of_pattern(pattern: str, vocabulary: Sequence[str], frequency: Frequency) -> list[str]:
    """The words of a pattern as `folded_pattern` gives it: MOST_FORMS at most, the commonest of more."""
    matches = matching(pattern)
    return _commonest([word for word in vocabulary if len(word) <= LONGEST and matches(word)], frequency)


def within_edits(word: str, edits: int, vocabulary: Sequence[str], frequency: Frequency) -> list[str]:
    """The words that so many letters' difference, or exchanges of neighbours, make of this one; the same bounds."""
    return _commonest([near for near, _distance in near_words(word, edits, vocabulary)], frequency)


def near_words(word: str, edits: int, vocabulary: Sequence[str]) -> list[tuple[str, int]]:
    """These words with their distances (optimal string alignment), the nearest first."""
    near = process.extract(word, vocabulary, scorer=OSA.distance, score_cutoff=edits, limit=None, processor=None)
    return [(found, int(distance)) for found, distance, _place in near]


def _commonest(words: list[str], frequency: Frequency) -> list[str]:
    if len(words) <= MOST_FORMS:
        return words
    return sorted(words, key=lambda word: (-frequency(word), word))[:MOST_FORMS]
