"""Absolute addresses for many rows."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Protocol

from django.urls import reverse

KEPT = 2_000  # addresses of each kind
SAMPLE = "00000000"


class Slugged(Protocol):
    @property
    def slug(self) -> str: ...


class Told(Protocol):
    @property
    def public_id(self) -> str: ...


class Places:
    """`origin` is scheme and host. What a row needs is worked out once for all rows that share it."""

    def __init__(self, origin: str) -> None:
        self.origin = origin
        self._before, self._after = (origin + reverse("turn", args=[SAMPLE])).split(SAMPLE)
        self._events = _addresses(origin, "event")
        self._people = _addresses(origin, "person")
        self._outlets = _addresses(origin, "outlet")

    def turn(self, turn: Told) -> str:
        return f"{self._before}{turn.public_id}{self._after}"

    def event(self, event: Slugged) -> str:
        return self._events(event.slug)

    def person(self, person: Slugged) -> str:
        return self._people(person.slug)

    def outlet(self, outlet: Slugged) -> str:
        return self._outlets(outlet.slug)


def _addresses(origin: str, name: str) -> Callable[[str], str]:
    return lru_cache(KEPT)(lambda slug: origin + reverse(name, args=[slug]))
