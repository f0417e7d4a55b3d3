"""Which word of a quote is which word of a text.

A semi-global alignment (Needleman and Wunsch's recurrence with free ends in the text; Sellers, 1980, "The theory and
computation of evolutionary distances"): the whole quote against the stretch of the text that is most like it. A word
that is the same counts 100, one spelled nearly so a little less; every word of the text that the quote passes over
costs SKIPPED, so that words far away are not gathered, except at an open place, where the quote says itself that
something was left out.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

SAME = 100
NEARLY = 70  # of 100: two spellings of one word, and not two words
SHORTEST = 4  # letters of a word that may be spelled otherwise: of shorter ones "them" and "the" are two
SKIPPED = 40
CELLS = 3_000_000  # 300 words beside 10,000; 12 MB for each of three arrays


@dataclass(frozen=True, slots=True)
class Alignment:
    """`pairs` are (number of the quote's word, number of the text's word), ascending in both; `same` of them are the
    same word, the others nearly so.
    """

    pairs: tuple[tuple[int, int], ...]
    same: frozenset[int]

    @property
    def start(self) -> int:
        """The first word of the text that is paired."""
        return self.pairs[0][1]

    @property
    def end(self) -> int:
        """The one after the last."""
        return self.pairs[-1][1] + 1


def align(quote: Sequence[str], open_places: Collection[int], text: Sequence[str]) -> Alignment:
    """The best alignment, without pairs where no word is shared. Words are compared as they are given: fold them.

    O(quote · text) time and memory, up to CELLS: of a longer text only the stretch with most of the words is looked at.
    Raises nothing.
    """
    if not quote or not text:
        return Alignment((), frozenset())
    start = _densest(quote, text, CELLS // len(quote))
    likeness = _likeness(quote, text[start : start + CELLS // len(quote)])
    pairs = _traced(likeness, _best(likeness, open_places))
    same = frozenset(quoted for quoted, said in pairs if likeness[quoted, said] == SAME)
    return Alignment(tuple((quoted, said + start) for quoted, said in pairs), same)


def _densest(quote: Sequence[str], text: Sequence[str], length: int) -> int:
    """Where the stretch of that length begins, around the place that has most words of the quote."""
    if len(text) <= length:
        return 0
    wanted, near = set(quote), min(2 * len(quote), length)
    sums = np.cumsum([0, *(word in wanted for word in text)])
    middle = int((sums[near:] - sums[:-near]).argmax()) + near // 2
    return min(max(middle - length // 2, 0), len(text) - length)


def _likeness(quote: Sequence[str], text: Sequence[str]) -> np.ndarray:
    """For each pair of words how alike they are, of 100; 0 below NEARLY."""
    known: dict[str, int] = {}
    codes = np.array([known.setdefault(word, len(known)) for word in text])
    wanted = list(dict.fromkeys(quote))
    alike = process.cdist(wanted, list(known), scorer=OSA.normalized_similarity, score_cutoff=NEARLY / 100)
    scaled = np.rint(alike * SAME).astype(np.int32)
    short = [np.array([len(word) < SHORTEST for word in words], bool) for words in (wanted, list(known))]
    scaled[(scaled < SAME) & (short[0][:, None] | short[1])] = 0
    # A word that is nearly the same must never win over the one that is.
    scaled[(scaled < SAME) & (scaled > 0)] -= 10
    rows = [wanted.index(word) for word in quote]
    return scaled[rows][:, codes]


def _best(likeness: np.ndarray, open_places: Collection[int]) -> np.ndarray:
    """`best[i, j]`: what the first i words of the quote are worth, ending before word j of the text."""
    count, length = likeness.shape
    best = np.zeros((count + 1, length + 1), np.int32)
    costs = np.arange(length + 1, dtype=np.int32) * SKIPPED
    for row in range(count):
        here = best[row].copy()
        paired = likeness[row] > 0
        here[1:][paired] = np.maximum(here[1:], best[row, :-1] + likeness[row])[paired]
        cost = 0 * costs if row + 1 in open_places else costs
        best[row + 1] = np.maximum(np.maximum.accumulate(here + cost) - cost, 0)
    return best


def _traced(likeness: np.ndarray, best: np.ndarray) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    row, column = len(likeness), int(best[-1].argmax())
    while row and column and best[row, column]:
        value, alike = best[row, column], likeness[row - 1, column - 1]
        if alike and value == best[row - 1, column - 1] + alike:
            row, column = row - 1, column - 1
            pairs.append((row, column))
        elif value == best[row - 1, column]:
            row -= 1
        else:
            column -= 1
    return pairs[::-1]
