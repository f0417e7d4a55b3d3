"""The best matches by their words alone, with what the closeness of their words adds."""

from __future__ import annotations

import numpy as np

from transcripts.search.backends.whoosh.evaluating import Evaluator
from transcripts.search.backends.whoosh.forms import FIELD, forms
from transcripts.search.backends.whoosh.own_queries import Forms
from transcripts.search.closeness import CANDIDATES, MOST_WORDS, closeness
from transcripts.search.nodes import Fuzzy, Node, Word, close_words
from transcripts.search.words import folded_words


def with_closeness(evaluator: Evaluator, node: Node | None, ids: np.ndarray, scores: np.ndarray) -> np.ndarray:
    """The scores of these documents, raised where a query's bare words stand close together."""
    words = [terms for leaf in close_words(node)[:MOST_WORDS] for terms in _terms(evaluator, leaf)][:MOST_WORDS]
    if len(words) < 2 or not len(ids):
        return scores
    best = _best(scores)
    among = ids[best]
    places = [_places(evaluator, terms, among) for terms in words]
    rarities = [evaluator.rarity(sum(evaluator.snapshot.count(FIELD, term) for term in terms)) for terms in words]
    numbers, worth = closeness(places, rarities)
    raised = scores.copy()
    raised[best[np.searchsorted(among, numbers)]] += worth.astype(np.float32)
    return raised


def _best(scores: np.ndarray) -> np.ndarray:
    """The places of the CANDIDATES best, and of those that are as good as the last of them, ascending."""
    if len(scores) <= CANDIDATES:
        return np.arange(len(scores))
    bar = np.partition(scores, len(scores) - CANDIDATES)[len(scores) - CANDIDATES]
    return np.flatnonzero(scores >= bar)


def _terms(evaluator: Evaluator, leaf: Word | Fuzzy) -> list[list[str]]:
    """The words of a leaf, each with all the forms that do for it."""
    if isinstance(leaf, Fuzzy):
        return [forms(evaluator.snapshot, Forms(FIELD, "".join(folded_words(leaf.text)), leaf.edits))]
    return [[word] for word in folded_words(leaf.text)]


def _places(evaluator: Evaluator, terms: list[str], among: np.ndarray) -> np.ndarray:
    if len(terms) == 1:
        return evaluator.places(FIELD, terms[0], among)
    places = [evaluator.places(FIELD, term, among) for term in terms]
    return np.sort(np.concatenate([np.empty(0, np.int64), *places]))
