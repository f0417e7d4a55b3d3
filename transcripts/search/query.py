"""What a reader asked for, as a value. Plain Python: knows neither Django nor any engine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Sort(StrEnum):
    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


@dataclass(frozen=True, slots=True)
class Word:
    """One word, met in any of its inflected forms."""

    text: str


@dataclass(frozen=True, slots=True)
class Prefix:
    """The beginning of a word."""

    text: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words next to each other, each as it stands, stop words too."""

    text: str


@dataclass(frozen=True, slots=True)
class And:
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    part: Node


Node = Word | Prefix | Phrase | And | Or | Not

FILTERS = ("speaker", "outlet", "role", "kind", "event", "series", "language")


@dataclass(frozen=True, slots=True)
class Query:
    """A search. `text` is what was typed, `node` what was understood of it: None is every turn.

    The filters hold slugs; several values of one filter are alternatives, different filters all hold.
    `since` and `until` are both within. `notes` are sentences for the reader on what was not understood.
    """

    text: str = ""
    node: Node | None = None
    speaker: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    role: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    event: tuple[str, ...] = ()
    series: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    sort: Sort = Sort.RELEVANCE
    page: int = 1
    notes: tuple[str, ...] = ()


Params = Mapping[str, Sequence[str]]
