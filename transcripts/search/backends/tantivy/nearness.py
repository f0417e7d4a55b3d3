"""The best matches by their words alone, with what the closeness of their words adds."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from tantivy import DocAddress

from transcripts.search.backends.tantivy import forms
from transcripts.search.backends.tantivy.schema import term
from transcripts.search.backends.tantivy.snapshot import Ranked, Snapshot
from transcripts.search.backends.tantivy.texts import words_of
from transcripts.search.backends.tantivy.translating import rarity
from transcripts.search.closeness import MOST_WORDS, closeness
from transcripts.search.nodes import Fuzzy, Node, Word, close_words
from transcripts.search.words import folded_words

CANDIDATES_A_WORD = 100  # texts are read one by one here, about 30 µs each
MOST_CANDIDATES = 500


def candidates(node: Node | None) -> int:
    """How many of the best matches are looked at: the more words a search has, the less one of them tells by itself.

    None where it does not matter how close together words stand.
    """
    words = len(close_words(node))
    return min(CANDIDATES_A_WORD * words, MOST_CANDIDATES) if words > 1 else 0


def closest_first(snapshot: Snapshot, node: Node | None, hits: Ranked) -> list[DocAddress]:
    """These hits, which are in order by score and then newest first, with the closeness of bare words added."""
    words = [terms for leaf in close_words(node)[:MOST_WORDS] for terms in _terms(snapshot, leaf)][:MOST_WORDS]
    addresses = [address for _score, address in hits]
    if len(words) < 2 or len(hits) < 2:
        return addresses
    numbers, worth = closeness(_places(snapshot, words, addresses), [rarity(snapshot, terms) for terms in words])
    scores = np.array([score for score, _address in hits])
    scores[numbers] += worth
    return [addresses[number] for number in np.argsort(-scores, kind="stable")]


def _terms(snapshot: Snapshot, leaf: Word | Fuzzy) -> list[list[str]]:
    """The words of a leaf, each with all the forms that do for it."""
    if isinstance(leaf, Fuzzy):
        return [forms.forms_within(snapshot, "".join(folded_words(leaf.text)), leaf.edits)]
    return [[word] for word in folded_words(leaf.text)]


def _places(snapshot: Snapshot, words: list[list[str]], addresses: Sequence[DocAddress]) -> list[np.ndarray]:
    """For each word where it stands: number of the hit << 32 | position."""
    found: list[list[int]] = [[] for _terms in words]
    wanted: dict[str, list[list[int]]] = {}
    for places, terms in zip(found, words, strict=True):
        for each in terms:
            wanted.setdefault(term(each), []).append(places)
    for number, address in enumerate(addresses):
        there = [(place, word) for place, word in enumerate(words_of(snapshot, address)) if word in wanted]
        for position, word in there:
            for places in wanted[word]:
                places.append(number << 32 | position)
    return [np.array(places, np.int64) for places in found]
