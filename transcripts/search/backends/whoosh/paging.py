"""One page of what was found: turns one by one, or events with the first of their turns."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from transcripts.search.backends.whoosh.ranking import Order
from transcripts.search.backends.whoosh.snapshot import Snapshot
from transcripts.search.results import GROUPED, Group


class Page(NamedTuple):
    """As the fields of the same names of `results.Found`."""

    public_ids: tuple[str, ...]
    number: int
    pages: int
    groups: tuple[Group, ...] = ()
    events: int = 0


def one_by_one(order: Order, per_page: int) -> Page:
    """A page beyond the last is the last one."""
    number, pages = _page(order.query.page, len(order.ids), per_page)
    shown = order.first(number * per_page)[(number - 1) * per_page :]
    return Page(_public_ids(order.snapshot, shown), number, pages)


def by_event(order: Order, per_page: int) -> Page:
    """Events in the order of their first turns; a page beyond the last is the last one."""
    ids = order.first(len(order.ids))
    events = order.snapshot.numbers("event_id")[ids]
    different, firsts = np.unique(events, return_index=True)
    number, pages = _page(order.query.page, len(different), per_page)
    shown = different[np.argsort(firsts)][(number - 1) * per_page : number * per_page]
    groups = tuple(_group(order.snapshot, ids[events == event]) for event in shown)
    return Page(tuple(key for group in groups for key in group.public_ids), number, pages, groups, len(different))


def _group(snapshot: Snapshot, ids: np.ndarray) -> Group:
    return Group(len(ids), _public_ids(snapshot, ids[:GROUPED]))


def _page(wanted: int, count: int, per_page: int) -> tuple[int, int]:
    """The number of the page, and how many there are."""
    pages = max(-(-count // per_page), 1)
    return min(wanted, pages), pages


def _public_ids(snapshot: Snapshot, ids: np.ndarray) -> tuple[str, ...]:
    return tuple(key.decode("ascii") for key in snapshot.keys("public_id")[ids])
