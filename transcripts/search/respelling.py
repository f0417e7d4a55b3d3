"""What may have been meant: words that nobody said, put right with words of the index."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from transcripts.search.nodes import Fuzzy, Near, Node, Phrase, Word, wanted
from transcripts.search.query import Query
from transcripts.search.similar_words import near_words
from transcripts.search.words import folded_words, occurrences

MOST_WORDS = 4  # misspelt words of a query that are looked into
SHORTEST = 3  # letters: a shorter word is like too many others
Words = dict[str, str]


class Index(Protocol):
    def vocabulary(self) -> Sequence[str]:
        """The folded words of all texts, sorted."""
        ...

    def frequency(self, word: str) -> int:
        """How many turns have this folded word, about."""
        ...


def respelt(query: Query, index: Index) -> tuple[str, ...]:
    """What was typed, with the likeliest words in the place of those that are in no turn: one such text, or none."""
    unknown = dict.fromkeys(word for word in _words(query.node) if len(word) >= SHORTEST and not index.frequency(word))
    better: Words = {}
    for word in list(unknown)[:MOST_WORDS]:
        if meant := _nearest(word, index) or _parted(word, index):
            better[word] = meant
    return (_replaced(query.text, better),) if better else ()


def _words(node: Node | None) -> Iterator[str]:
    """Those that were typed whole."""
    for leaf in wanted(node):
        if isinstance(leaf, Word | Fuzzy | Phrase | Near):
            yield from folded_words(leaf.text)


def _nearest(word: str, index: Index) -> str:
    """The likeliest of the nearest words: one that begins alike, and is common. Longer words may differ more."""
    for edits in (1, 2) if len(word) > 4 else (1,):
        near = [found for found, _distance in near_words(word, edits, index.vocabulary()) if len(found) >= SHORTEST]
        if near:
            return max(near, key=lambda found: (found[0] == word[0], index.frequency(found), found))
    return ""


def _parted(word: str, index: Index) -> str:
    """Two words that were typed as one: "airdefence"."""
    halves = ((word[:place], word[place:]) for place in range(SHORTEST, len(word) - SHORTEST + 1))
    known = [(min(map(index.frequency, pair)), pair) for pair in halves if all(map(index.frequency, pair))]
    return " ".join(max(known)[1]) if known else ""


def _replaced(text: str, better: Words) -> str:
    pieces, at = [], 0
    for word in occurrences(text):
        if word.folded in better:
            pieces += [text[at : word.start], better[word.folded]]
            at = word.end
    return "".join([*pieces, text[at:]])
