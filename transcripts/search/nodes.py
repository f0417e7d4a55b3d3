"""What a query is made of. Plain Python."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


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


Leaf = Word | Prefix | Phrase
Node = Leaf | And | Or | Not


def wanted(node: Node | None) -> Iterator[Leaf]:
    """The words, prefixes and phrases that a hit may show, from left to right: none that is negated."""
    if isinstance(node, And | Or):
        for part in node.parts:
            yield from wanted(part)
    elif node is not None and not isinstance(node, Not):
        yield node
