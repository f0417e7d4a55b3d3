"""What a query is made of. Plain Python.

Every engine answers these and no others. Words are compared as `transcripts.search.words` folds and stems them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MOST_FORMS = 1000  # a prefix, pattern or fuzzy word stands for that many words of the index, the commonest, at most


@dataclass(frozen=True, slots=True)
class Word:
    """One word, met in any of its inflected forms, in the text or in the names of speaker and outlet."""

    text: str


@dataclass(frozen=True, slots=True)
class Prefix:
    """The beginning of a word, in the text or in the names."""

    text: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """A word of the text as it stands, in which `?` is any one character and `*` any number of them, none too."""

    text: str


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """A word of the text as it stands, with at most `edits` letters inserted, deleted, replaced or exchanged.

    Optimal string alignment distance between folded words, 1 or 2.
    """

    text: str
    edits: int = 1


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of the text next to each other, each as it stands, stop words too."""

    text: str


@dataclass(frozen=True, slots=True)
class Near:
    """All these words of the text, each as it stands, in any order, with at most `within` other words among them.

    The last one's position less the first one's is at most (how many different words there are) - 1 + `within`.
    """

    text: str
    within: int


@dataclass(frozen=True, slots=True)
class Field:
    """Any of these values in that field: one of FILTERS, or `askers` or `answerers`.

    As parsed, a value is what was typed; `naming.resolved` makes slugs of it before an engine sees it. A turn's
    askers and answerers may be several. No value matches nothing.
    """

    name: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Between:
    """An event's day, both ends within; None is no border. What has no date is in none."""

    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class And:
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Most:
    """At least `least` of the parts. Scores as Or does; those that have them close together come first."""

    parts: tuple[Word | Fuzzy, ...]
    least: int


@dataclass(frozen=True, slots=True)
class Not:
    part: Node


Leaf = Word | Prefix | Pattern | Fuzzy | Phrase | Near
Node = Leaf | Field | Between | And | Or | Most | Not


def wanted(node: Node | None) -> Iterator[Leaf]:
    """The leaves that a hit may show in its text, from left to right: none that is negated, no filters."""
    match node:
        case And(parts) | Or(parts) | Most(parts, _):
            for part in parts:
                yield from wanted(part)
        case Word() | Prefix() | Pattern() | Fuzzy() | Phrase() | Near():
            yield node


def close_words(node: Node | None) -> tuple[Word | Fuzzy, ...]:
    """Bare words that are the better for standing close together: those of Most, or of an And at the top."""
    match node:
        case Most(parts, _):
            return parts
        case And((Most(parts, _), *_others)):
            return parts
        case And(parts):
            return tuple(part for part in parts if isinstance(part, Word | Fuzzy))
    return ()
