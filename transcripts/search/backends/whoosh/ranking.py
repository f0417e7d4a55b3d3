"""In which order matches are shown; the same every time."""

from __future__ import annotations

import numpy as np

from transcripts.search.backends.whoosh.evaluating import Evaluator, Matches
from transcripts.search.backends.whoosh.nearness import with_closeness
from transcripts.search.query import Query, Sort


class Order:
    """The order that a query asks for of what matches it."""

    def __init__(self, evaluator: Evaluator, matches: Matches, query: Query) -> None:
        self.evaluator = evaluator
        self.snapshot = evaluator.snapshot
        self.query = query
        self.ids = np.flatnonzero(matches.mask)
        self._scores = matches.scores[self.ids]

    def first(self, count: int) -> np.ndarray:
        """The numbers of the first `count` documents."""
        ids, query = self.ids, self.query
        if query.sort is Sort.OLDEST:
            return _first(ids, self.snapshot.oldest_first()[ids], count)
        newest = self.snapshot.newest_first()[ids]
        if query.sort is Sort.NEWEST or query.node is None:
            return _first(ids, newest, count)
        return _best(ids, with_closeness(self.evaluator, query.node, ids, self._scores), newest, count)


def _first(ids: np.ndarray, places: np.ndarray, count: int) -> np.ndarray:
    """By place, which no two share."""
    if len(ids) > count:
        chosen = np.argpartition(places, count - 1)[:count]
        ids, places = ids[chosen], places[chosen]
    return ids[np.argsort(places)]


def _best(ids: np.ndarray, scores: np.ndarray, newest: np.ndarray, count: int) -> np.ndarray:
    """By score, the highest first; of equal scores the newest first."""
    if len(ids) > count:
        bar = np.partition(scores, len(ids) - count)[len(ids) - count]
        chosen = scores >= bar
        ids, scores, newest = ids[chosen], scores[chosen], newest[chosen]
    return ids[np.lexsort((newest, -scores))][:count]
