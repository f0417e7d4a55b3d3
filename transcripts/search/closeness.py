"""How close together the words of a query stand in a text: what makes a half-remembered sentence come first.

The idea is that of minimal-span and ordered-pair proximity (Metzler and Croft, 2005, "A Markov Random Field Model for
Term Dependencies"): a text is the better, the more of the words some short passage of it has, and the more of their
neighbours as they were typed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

CANDIDATES = 4000  # so many of the best by their words alone are looked at
MOST_WORDS = 32
WEIGHT = 2.0  # of a passage against the whole text
SLACK = 4  # other words that a passage may have among those asked for
PAIR = 0.5  # what two neighbours are worth beyond their rarity: "that is what we" is all common words
# How far behind each other two words were typed, and how far they stand: as typed; with a word between them that was
# left out; with another word between them; without the word that was typed between them; exchanged.
LAPSES = {(1, 1): 1.0, (1, 2): 0.6, (2, 2): 0.6, (2, 1): 0.3, (1, -1): 0.5}

Feature = tuple[np.ndarray, float]


def closeness(places: Sequence[np.ndarray], rarities: Sequence[float]) -> tuple[np.ndarray, np.ndarray]:
    """Documents in ascending order, and what is to be added to each one's score.

    `places` has for each word, in the order typed, where it stands: document number << 32 | position, ascending.
    `rarities` are the words' inverse document frequencies. Documents without any of the words are not named.
    """
    features = list(_features(places, rarities))
    width = len(places) + SLACK
    best = [_best(features, width, shift) for shift in (0, width)]
    documents = np.concatenate([numbers for numbers, _worth in best])
    worth = np.concatenate([worth for _numbers, worth in best])
    found, inverse = np.unique(documents, return_inverse=True)
    most = np.zeros(len(found))
    np.maximum.at(most, inverse, worth)
    return found, WEIGHT * most


def _features(places: Sequence[np.ndarray], rarities: Sequence[float]) -> Iterator[Feature]:
    """Where each word stands, and where two that were typed near each other do, and what that is worth."""
    yield from zip(places, rarities, strict=True)
    for (typed, said), share in LAPSES.items():
        for place in range(len(places) - typed):
            first, second = places[place], places[place + typed]
            worth = PAIR + (rarities[place] + rarities[place + typed]) / 2
            yield first[_contains(second, first + said)], worth * share


def _contains(values: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """Which of `wanted` are among `values`, which are ascending."""
    if not len(values):
        return np.zeros(len(wanted), bool)
    return values[np.minimum(np.searchsorted(values, wanted), len(values) - 1)] == wanted


def _best(features: list[Feature], width: int, shift: int) -> tuple[np.ndarray, np.ndarray]:
    """For each document its best passage, of passages twice as wide as what is looked for.

    With two rows of them, one shifted by half, any passage of `width` lies within one.
    """
    passages = [_passages(where, width, shift) for where, _worth in features]
    worth = np.repeat([worth for _where, worth in features], [len(each) for each in passages])
    found, inverse = np.unique(np.concatenate(passages), return_inverse=True)
    total = np.bincount(inverse, weights=worth, minlength=len(found))
    documents, starts = np.unique(found >> 32, return_index=True)
    return documents, np.maximum.reduceat(total, starts) if len(found) else total


def _passages(where: np.ndarray, width: int, shift: int) -> np.ndarray:
    """The passages that have the feature, each once: document number << 32 | number of the passage."""
    positions = (where & 0xFFFFFFFF) + shift
    return np.unique((where >> 32 << 32) + positions // (2 * width))
