"""Absolute addresses for many rows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from django.urls import reverse

SAMPLE = "00000000"


class Slugged(Protocol):
    @property
    def slug(self) -> str: ...


class Told(Protocol):
    @property
    def public_id(self) -> str: ...


class Places:
    """`origin` is scheme and host. Where an address differs from the next by an id alone, it is not worked out anew."""

    def __init__(self, origin: str) -> None:
        self.origin = origin
        self._turns = _addresses(origin, "turn")
        self._events = _addresses(origin, "event")
        self._people = _addresses(origin, "person")
        self._outlets = _addresses(origin, "outlet")

    def turn(self, turn: Told) -> str:
        return self._turns(turn.public_id)

    def event(self, event: Slugged) -> str:
        return self._events(event.slug)

    def person(self, person: Slugged) -> str:
        return self._people(person.slug)

    def outlet(self, outlet: Slugged) -> str:
        return self._outlets(outlet.slug)


def _addresses(origin: str, name: str) -> Callable[[str], str]:
    """A slug of ASCII stands in its address as it is; another is percent-encoded."""
    before, after = (origin + reverse(name, args=[SAMPLE])).split(SAMPLE)
    return lambda slug: f"{before}{slug}{after}" if slug.isascii() else origin + reverse(name, args=[slug])
