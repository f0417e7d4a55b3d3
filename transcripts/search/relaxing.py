"""A half-remembered sentence: where few turns have all of its words, those that have most of them will do."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

from django.utils.translation import gettext_noop

from transcripts.search.lexemes import MOST_PATTERNS, default_edits
from transcripts.search.nodes import And, Fuzzy, Most, Node, Word
from transcripts.search.query import Query
from transcripts.search.words import folded_words

LITTLE = 10  # turns: a search that finds fewer may have meant another
FEWEST = 4  # words: of fewer, each counts
SHARE = 0.6  # of the words, rounded up
LONGEST = 32  # words: a longer search is a text, of which its first words are known
MIN_MISSPELT = 4  # letters: a shorter word is a hundred others with one letter changed

MOSTLY = gettext_noop("Few turns have all of these words: turns with most of them were searched, the nearest first.")


def relaxed(query: Query, frequency: Callable[[str], int]) -> Query | None:
    """The query for turns with most of its words, with a note; None where it has too few of them.

    A word that is in no turn stands for those that are like it. Filters and operators hold as before.
    """
    parts = query.node.parts if isinstance(query.node, And) else ()
    words = tuple(part for part in parts if isinstance(part, Word))
    if len(words) < FEWEST:
        return None
    others = tuple(part for part in parts if not isinstance(part, Word))
    node = And((_most(words, frequency), *others)) if others else _most(words, frequency)
    return replace(query, node=node, notes=(*query.notes, MOSTLY))


def _most(words: tuple[Word, ...], frequency: Callable[[str], int]) -> Node:
    kept: list[Word | Fuzzy] = []
    misspelt = 0
    for word in words[:LONGEST]:
        folded = folded_words(word.text)
        unknown = len(folded) == 1 and len(folded[0]) >= MIN_MISSPELT and not frequency(folded[0])
        misspelt += unknown
        kept.append(Fuzzy(word.text, default_edits(folded[0])) if unknown and misspelt <= MOST_PATTERNS else word)
    return Most(tuple(kept), math.ceil(len(kept) * SHARE))
