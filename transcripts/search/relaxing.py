"""A half-remembered sentence: where no turn says it so, those that have most of its words will do."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

from django.utils.translation import gettext_noop

from transcripts.search.lexemes import MOST_PATTERNS, default_edits
from transcripts.search.nodes import And, Fuzzy, Most, Node, Word
from transcripts.search.query import Query
from transcripts.search.words import folded_words, stem

LITTLE = 10  # turns: a search that finds fewer may have meant another
FEWEST = 4  # words: of fewer, each counts
SMALL = 4  # letters of words that hold a sentence together, and that a mere list of subjects has none or one of
SMALL_WORDS = 2
SHARE = 0.6  # of the words, rounded up
LONGEST = 32  # words: a longer search is a text, of which its first words are known
RARE = 2  # turns: a word that is in so few may be a slip of another
MIN_MISSPELT = 4  # letters: a shorter word is a hundred others with one letter changed

MOSTLY = gettext_noop(
    "Hardly any turn has all of these words together: turns with most of them were searched, the nearest first."
)


def relaxed(query: Query, frequency: Callable[[str], int]) -> Query | None:
    """The query for turns with most of its words, with a note; None where it has too few of them.

    A word that is in hardly any turn stands for those that are like it too. Filters and operators hold as before.
    """
    words, others = _parts(query)
    if len(words) < FEWEST:
        return None
    node = And((_most(words, frequency), *others)) if others else _most(words, frequency)
    return replace(query, node=node, notes=(*query.notes, MOSTLY))


def is_sentence(query: Query) -> bool:
    """Whether it reads like something said, and not like subjects."""
    words = _folded(query)
    return len(words) >= FEWEST and sum(len(word) <= SMALL for word in words) >= SMALL_WORDS


def says(text: str, query: Query) -> bool:
    """Whether all of the query's bare words stand next to each other in the text, in any form and any order."""
    wanted = set(map(stem, _folded(query)))
    said = list(map(stem, folded_words(text)))
    length = len(_folded(query))
    starts = (place for place, word in enumerate(said) if word in wanted)
    return any(wanted <= set(said[start : start + length]) for start in starts)


def _parts(query: Query) -> tuple[tuple[Word, ...], tuple[Node, ...]]:
    """The bare words that must all be there, and all else that must hold."""
    parts = query.node.parts if isinstance(query.node, And) else ()
    words = tuple(part for part in parts if isinstance(part, Word))
    return words, tuple(part for part in parts if not isinstance(part, Word))


def _folded(query: Query) -> list[str]:
    return [folded for word in _parts(query)[0] for folded in folded_words(word.text)]


def _most(words: tuple[Word, ...], frequency: Callable[[str], int]) -> Node:
    kept: list[Word | Fuzzy] = []
    misspelt = 0
    for word in words[:LONGEST]:
        folded = folded_words(word.text)
        unknown = len(folded) == 1 and len(folded[0]) >= MIN_MISSPELT and frequency(folded[0]) <= RARE
        misspelt += unknown
        kept.append(Fuzzy(word.text, default_edits(folded[0])) if unknown and misspelt <= MOST_PATTERNS else word)
    return Most(tuple(kept), math.ceil(len(kept) * SHARE))
