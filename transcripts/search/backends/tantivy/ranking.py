"""Which hits stand from one place of the order to another: the same every time, whatever segments there are."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Any, NamedTuple

import numpy as np
from tantivy import DocAddress, Query

from transcripts.search.backends.tantivy.nearness import candidates, closest_first
from transcripts.search.backends.tantivy.snapshot import Best, Ranked, Snapshot
from transcripts.search.query import Query as Asked
from transcripts.search.query import Sort

MARGINS = (20, 400, 8000)  # hits beside a page that are looked at for equals of its first and last one


class Hits(NamedTuple):
    """A stretch of the hits in order, and how many there are in all."""

    addresses: list[DocAddress]
    total: int


def ranked(snapshot: Snapshot, query: Query, asked: Asked, start: int, count: int) -> Hits:
    """`count` hits from `start` on, in the order that is asked for.

    By relevance, of equal scores the newest comes first; among more than 8,000 equal ones on one side of a page the
    order is only the same every time.
    """
    if asked.sort is Sort.OLDEST:
        found = snapshot.ordered(query, start, count, by="oldest")
    elif asked.sort is Sort.NEWEST or asked.node is None:
        found = snapshot.ordered(query, start, count, by="newest")
    else:
        return _by_relevance(snapshot, query, asked, start, count)
    return Hits(_addresses(found.hits), found.total)


def _by_relevance(snapshot: Snapshot, query: Query, asked: Asked, start: int, count: int) -> Hits:
    """The first hits are put into a better order where it matters how close together words stand."""
    looked_at = candidates(asked.node)
    if start >= looked_at:
        found = _best(snapshot, query, start, count)
        return Hits(_addresses(found.hits), found.total)
    best = _best(snapshot, query, 0, looked_at)
    first = closest_first(snapshot, asked.node, best.hits)
    missing = start + count - looked_at
    rest = _addresses(_best(snapshot, query, looked_at, missing).hits) if missing > 0 else []
    return Hits([*first[start : start + count], *rest], best.total)


def _best(snapshot: Snapshot, query: Query, start: int, count: int) -> Best:
    first, found = start, Best([], 0)
    for margin in MARGINS:
        first = max(start - margin, 0)
        found = snapshot.best(query, first, start - first + count + margin)
        if _holds_all_equals(found.hits, first, start, count, margin):
            break
    return Best(_newest_of_equals(snapshot, found.hits, start - first, count), found.total)


def _holds_all_equals(hits: Ranked, first: int, start: int, count: int, margin: int) -> bool:
    """Whether no hit outside of these can have the score of one on the page."""
    page = hits[start - first :][:count]
    if not page:
        return True
    before = first == 0 or hits[0][0] != page[0][0]
    after = len(hits) < start - first + count + margin or hits[-1][0] != page[-1][0]
    return before and after


def _newest_of_equals(snapshot: Snapshot, hits: Ranked, start: int, count: int) -> Ranked:
    """The page out of these hits, of which only those are put in order that have the score of one on it."""
    page = hits[start:][:count]
    if not page:
        return []
    highest, lowest = page[0][0], page[-1][0]
    above = sum(1 for _hit in takewhile(lambda hit: hit[0] > highest, hits))
    concerned = [hit for hit in hits[above:] if hit[0] >= lowest]
    places = np.array(snapshot.column("newest", _addresses(concerned)), np.uint64)
    order = np.lexsort((places, [-score for score, _address in concerned]))
    return [concerned[number] for number in order[start - above :][:count]]


def _addresses(hits: Sequence[tuple[Any, DocAddress]]) -> list[DocAddress]:
    return [address for _score, address in hits]
