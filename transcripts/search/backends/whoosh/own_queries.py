"""Queries that Whoosh has none for, to stand among its own. `fieldname` is a field of the schema."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from whoosh.query import Query


@dataclass(frozen=True)
class Near(Query):
    """These words in any order, with at most `within` others among them."""

    fieldname: str
    words: tuple[str, ...]
    within: int


@dataclass(frozen=True)
class Values(Query):
    """A slug field that is one of these, or, where it holds several, has one of them."""

    fieldname: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Days(Query):
    """A day within, both ends too."""

    fieldname: str
    since: date | None
    until: date | None


@dataclass(frozen=True)
class Forms(Query):
    """Any of the words that are of the pattern, or, where `edits` is given, that differ from it in so many letters."""

    fieldname: str
    text: str
    edits: int = 0


@dataclass(frozen=True)
class Most(Query):
    """At least `least` of the queries."""

    subqueries: tuple[Any, ...]
    least: int
