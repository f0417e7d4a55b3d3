"""How close together the words of a query stand in a text: what makes a half-remembered sentence come first.

Two ways to look, added up. A passage is the better, the more of the words it has, whatever their order: the idea of
minimal-span proximity (Metzler and Croft, 2005, "A Markov Random Field Model for Term Dependencies"). And a line of
them is the better, the more of the words it has in the order in which they were typed, and the fewer words were left
out, put in or exchanged for others on the way: an alignment (Needleman and Wunsch, 1970) over those places alone where
one of the words stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import numpy as np

CANDIDATES = 4000  # so many of the best by their words alone are looked at
MOST_WORDS = 32
WEIGHT = 2.0  # of a passage and of a line, against the whole text
SLACK = 4  # other words that a passage may have among those asked for
# Added in a line to each word's rarity: "that is what we" is all common words, and in their order tells much. With
# `make quote-report`, from 6 to 12 it makes no difference.
COMMON_WEIGHT = 8.0
LAPSE = 4.0  # what a word costs in a line that was left out, put in or exchanged
# How far behind each other two words of a line were typed, and how far they stand.
STEPS = tuple(product((1, 2), (1, 2, 3)))


def closeness(places: Sequence[np.ndarray], rarities: Sequence[float]) -> tuple[np.ndarray, np.ndarray]:
    """Documents in ascending order, and what is to be added to each one's score.

    `places` has for each word, in the order typed, where it stands: document number << 32 | position, ascending.
    `rarities` are the words' inverse document frequencies. Documents without any of the words are not named.
    """
    width = len(places) + SLACK
    found = [_lines(places, rarities), *(_passages(places, rarities, width, shift) for shift in (0, width))]
    numbers = np.unique(found[0][0])
    line, *passages = (_most(numbers, *each) for each in found)
    return numbers, WEIGHT * (np.maximum(line, 0) + np.maximum(*passages))


def _most(numbers: np.ndarray, documents: np.ndarray, worth: np.ndarray) -> np.ndarray:
    """For each of `numbers`, which are ascending, the most that one of its places is worth."""
    most = np.full(len(numbers), -np.inf)
    np.maximum.at(most, np.searchsorted(numbers, documents), worth)
    return most


def _lines(places: Sequence[np.ndarray], rarities: Sequence[float]) -> tuple[np.ndarray, np.ndarray]:
    """For each place its document, and what the best line is worth that ends there."""
    best: list[np.ndarray] = []
    for number, here in enumerate(places):
        worth = np.full(len(here), -LAPSE * number)  # without any word before it
        for typed, said in STEPS:
            if typed <= number:
                lines = best[number - typed] - LAPSE * (max(typed, said) - 1)
                _go_on(worth, here - said, places[number - typed], lines)
        best.append(worth + COMMON_WEIGHT + rarities[number])
    ended = [worth - LAPSE * (len(places) - 1 - number) for number, worth in enumerate(best)]
    return np.concatenate(places) >> 32, np.concatenate(ended)


def _go_on(worth: np.ndarray, wanted: np.ndarray, places: np.ndarray, lines: np.ndarray) -> None:
    """Raise what a line is worth so far where a better one of `lines`, which end at `places`, ends where wanted."""
    if len(places):
        at = np.minimum(np.searchsorted(places, wanted), len(places) - 1)
        there = places[at] == wanted
        worth[there] = np.maximum(worth[there], lines[at[there]])


def _passages(
    places: Sequence[np.ndarray], rarities: Sequence[float], width: int, shift: int
) -> tuple[np.ndarray, np.ndarray]:
    """Documents, and what their best passage is worth, of passages twice as wide as what is looked for.

    With two rows of them, one shifted by half, any passage of `width` lies within one.
    """
    holding = [_holding(where, width, shift) for where in places]
    worth = np.repeat(rarities, [len(each) for each in holding])
    found, inverse = np.unique(np.concatenate(holding), return_inverse=True)
    total = np.bincount(inverse, weights=worth, minlength=len(found))
    documents, starts = np.unique(found >> 32, return_index=True)
    return documents, np.maximum.reduceat(total, starts) if len(found) else total


def _holding(where: np.ndarray, width: int, shift: int) -> np.ndarray:
    """The passages that have the word, each once: document number << 32 | number of the passage."""
    positions = (where & 0xFFFFFFFF) + shift
    return np.unique((where >> 32 << 32) + positions // (2 * width))
