"""A Whoosh query → which documents match and how well, over whole posting lists as arrays.

Whoosh's own matchers walk postings one by one in Python; here each list is an array, AND and OR are operations on
arrays, and totals are exact because everything that matches is there. Scores are BM25 (Robertson and Zaragoza,
2009, "The Probabilistic Relevance Framework") with the usual k1 and b.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

import numpy as np
from whoosh import query
from whoosh.searching import Searcher

from transcripts.search.backends.whoosh import own_queries
from transcripts.search.backends.whoosh.forms import forms
from transcripts.search.backends.whoosh.schema import Column, Slug, day_number
from transcripts.search.backends.whoosh.snapshot import Snapshot

K1 = 1.2
B = 0.75
COSTLY = (query.Phrase, query.Prefix, own_queries.Near, own_queries.Forms)  # evaluated once, however often asked for
_walking = threading.Lock()


class Matches(NamedTuple):
    """For each document of a snapshot whether it matches, and its score, 0 where it doesn't."""

    mask: np.ndarray
    scores: np.ndarray


class Evaluator:
    """Evaluates queries over one snapshot. Deleted documents are not left out here."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self._known: dict[Any, Matches] = {}
        self._ways: dict[type, Callable[[Any], Matches]] = {
            query.Term: self._term,
            query.Phrase: self._phrase,
            query.Prefix: self._prefix,
            query.And: self._and,
            query.Or: self._or,
            query.DisjunctionMax: self._or,
            query.Not: self._not,
            query.AndNot: lambda q: self._and(query.And([q.a, query.Not(q.b)])),
            query.NumericRange: self._range,
            query.Every: lambda _q: self._all(),
            own_queries.Near: self._near,
            own_queries.Forms: self._forms,
            own_queries.Values: self._values,
            own_queries.Days: self._days,
            own_queries.Most: self._most,
        }

    def evaluate(self, q: Any) -> Matches:
        if q is None or q == query.NullQuery:
            return self._none()
        if isinstance(q, COSTLY):
            if q not in self._known:
                self._known[q] = self._evaluated(q)
            return self._known[q]
        return self._evaluated(q)

    def _evaluated(self, q: Any) -> Matches:
        way = self._ways.get(type(q), self._walked)
        mask, scores = way(q)
        return Matches(mask, scores * np.float32(q.boost) if getattr(q, "boost", 1.0) != 1.0 else scores)

    def _none(self) -> Matches:
        return Matches(np.zeros(self.snapshot.size, bool), np.zeros(self.snapshot.size, np.float32))

    def _all(self) -> Matches:
        return Matches(np.ones(self.snapshot.size, bool), np.zeros(self.snapshot.size, np.float32))

    def _term(self, q: Any) -> Matches:
        if isinstance(self.snapshot.schema[q.fieldname], Column):
            return self._value(q.fieldname, q.text)
        found = self.snapshot.postings(q.fieldname, q.text)
        return self._scored(q.fieldname, found.ids, found.weights, self.rarity(len(found.ids)))

    def _value(self, field: str, value: str) -> Matches:
        mask, scores = self._none()
        if isinstance(self.snapshot.schema[field], Slug):
            mask = slug_mask(self.snapshot, field, (value,))
        else:
            mask = self.snapshot.keys(field) == value.encode("ascii", "replace")
        return Matches(mask, scores)

    def rarity(self, count: int) -> float:
        """The inverse document frequency of what is in `count` documents; never below 0."""
        return math.log(1 + (self.snapshot.size - count + 0.5) / (count + 0.5))

    def _scored(self, field: str, ids: np.ndarray, weights: np.ndarray, rarity: float) -> Matches:
        mask, scores = self._none()
        lengths = self.snapshot.lengths(field)[ids] / np.float32(self.snapshot.mean_length(field))
        mask[ids] = True
        scores[ids] = rarity * weights * (K1 + 1) / (weights + K1 * (1 - B + B * lengths))
        return Matches(mask, scores)

    def _prefix(self, q: Any) -> Matches:
        mask, _scores = self._none()
        prefix = q.text.encode("utf-8", "replace")
        for segment, offset in self.snapshot.placed:
            for term in segment.terms_from(q.fieldname, prefix):
                for block in segment.blocks(q.fieldname, term):
                    mask[block.ids + np.uint32(offset)] = True
        return Matches(mask, mask.astype(np.float32))

    def _and(self, q: Any) -> Matches:
        # One part after the other into the same arrays: a query may have hundreds of words.
        mask, scores = self._all()
        for part in map(self.evaluate, q.subqueries):
            mask &= part.mask
            scores += part.scores
        return Matches(mask, np.where(mask, scores, np.float32(0)))

    def _or(self, q: Any) -> Matches:
        mask, scores = self._none()
        for part in map(self.evaluate, q.subqueries):
            mask |= part.mask
            scores += part.scores
        return Matches(mask, scores)

    def _not(self, q: Any) -> Matches:
        return Matches(~self.evaluate(q.query).mask, np.zeros(self.snapshot.size, np.float32))

    def _range(self, q: Any) -> Matches:
        values, scores = self.snapshot.numbers(q.fieldname), np.zeros(self.snapshot.size, np.float32)
        mask = np.ones(self.snapshot.size, bool)
        if q.start is not None:
            mask &= values > q.start if q.startexcl else values >= q.start
        if q.end is not None:
            # 0 stands for no number at all.
            mask &= (values < q.end if q.endexcl else values <= q.end) & (values != 0)
        return Matches(mask, scores)

    def _phrase(self, q: Any) -> Matches:
        if not self.snapshot.schema[q.fieldname].format.supports("positions"):
            return self._and(query.And([query.Term(q.fieldname, word) for word in q.words]))
        counts = [self.snapshot.count(q.fieldname, word) for word in q.words]
        if not all(counts):
            return self._none()
        ids, times = np.unique(self._starts(q, counts) >> 32, return_counts=True)
        rarity = sum(self.rarity(count) for count in counts)
        return self._scored(q.fieldname, ids, times.astype(np.float32), rarity)

    def _starts(self, q: Any, counts: list[int]) -> np.ndarray:
        """Where the phrase stands: document number << 32 | position of its first word. From the rarest word on."""
        order = sorted(range(len(counts)), key=counts.__getitem__)
        starts = None
        for place in order:
            among = None if starts is None else np.unique(starts >> 32)
            here = self._positions(q.fieldname, q.words[place], among) - place
            starts = here if starts is None else starts[_contains(here, starts)]
        return starts if starts is not None else np.empty(0, np.int64)

    def _positions(self, field: str, word: str, among: np.ndarray | None) -> np.ndarray:
        found = self.snapshot.postings(field, word, places=True, among=among)
        return (np.repeat(found.ids.astype(np.int64), found.counts) << 32) + found.positions

    def _near(self, q: own_queries.Near) -> Matches:
        counts = [self.snapshot.count(q.fieldname, word) for word in q.words]
        if not counts or not all(counts):
            return self._none()
        among = None
        for _count, word in sorted(zip(counts, q.words, strict=True)):
            among = self._holding(q.fieldname, word, among)
        places = [self.places(q.fieldname, word, among) for word in q.words]
        starts = close_starts(places, len(q.words) - 1 + q.within)
        ids, times = np.unique(starts >> 32, return_counts=True)
        return self._scored(q.fieldname, ids, times.astype(np.float32), sum(map(self.rarity, counts)))

    def _holding(self, field: str, word: str, among: np.ndarray | None) -> np.ndarray:
        ids = self.snapshot.postings(field, word, among=among).ids
        return ids if among is None else among[_contains(ids, among)]

    def places(self, field: str, word: str, among: np.ndarray) -> np.ndarray:
        """Where a word stands in the documents `among`: document number << 32 | position, ascending."""
        found = self._positions(field, word, among)
        return found[_contains(among, found >> 32)]

    def _forms(self, q: own_queries.Forms) -> Matches:
        """Any of the words, which all weigh as one word would that is in all their documents."""
        mask, _scores = self._none()
        for word in forms(self.snapshot, q):
            mask[self.snapshot.postings(q.fieldname, word).ids] = True
        return Matches(mask, mask * np.float32(self.rarity(int(np.count_nonzero(mask)))))

    def _values(self, q: own_queries.Values) -> Matches:
        return Matches(slug_mask(self.snapshot, q.fieldname, q.values), self._none().scores)

    def _days(self, q: own_queries.Days) -> Matches:
        return Matches(days_mask(self.snapshot, q.fieldname, q.since, q.until), self._none().scores)

    def _most(self, q: own_queries.Most) -> Matches:
        _mask, scores = self._none()
        held = np.zeros(self.snapshot.size, np.int16)
        for part in map(self.evaluate, q.subqueries):
            held += part.mask
            scores += part.scores
        mask = held >= q.least
        return Matches(mask, np.where(mask, scores, np.float32(0)))

    def _walked(self, q: Any) -> Matches:
        """Any other kind of query, as Whoosh walks it: wildcards, fuzzy words, what Haystack's doors may ask."""
        mask, _scores = self._none()
        with _walking:  # Whoosh's own readers share a place in their files
            for segment, offset in self.snapshot.placed:
                mask[[number + offset for number in q.docs(Searcher(segment.reader, closereader=False))]] = True
        return Matches(mask, mask.astype(np.float32))


def _contains(sorted_values: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    if not len(sorted_values):
        return np.zeros(len(wanted), bool)
    places = np.searchsorted(sorted_values, wanted)
    return sorted_values[np.minimum(places, len(sorted_values) - 1)] == wanted


def close_starts(places: list[np.ndarray], span: int) -> np.ndarray:
    """Where a passage begins in which all stand, the last at most `span` positions behind the first; ascending."""
    starts = np.sort(np.concatenate(places))
    for where in places:
        following = np.searchsorted(where, starts)
        there = following < len(where)
        starts, following = starts[there], following[there]
        starts = starts[where[following] - starts <= span]
    return starts


def slug_mask(snapshot: Snapshot, field: str, chosen: tuple[str, ...]) -> np.ndarray:
    """Which documents have one of these values, or one of these among several with a space between."""

    def made() -> np.ndarray:
        values, codes = snapshot.slugs(field)
        wanted = np.array([not set(chosen).isdisjoint(value.split(" ")) for value in values], bool)
        return wanted[codes] if len(values) else np.zeros(snapshot.size, bool)

    return snapshot.bits.mask((field, chosen), made)


def days_mask(snapshot: Snapshot, field: str, since: date | None, until: date | None) -> np.ndarray:
    """Which documents have a day within, both ends too."""

    def made() -> np.ndarray:
        days = snapshot.numbers(field)
        mask = days >= max(day_number(since), 1)
        return mask & (days <= day_number(until)) if until else mask

    return snapshot.bits.mask((field, since, until), made)
