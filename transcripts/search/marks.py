"""Where in a text that stands which was searched for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from rapidfuzz.distance import OSA

from transcripts.search.nodes import Fuzzy, Leaf, Near, Pattern, Phrase, Prefix, Word, wanted
from transcripts.search.query import Query
from transcripts.search.words import (
    folded_pattern,
    folded_words,
    matching,
    searched_words,
    stem,
    words_and_places,
)

Span = tuple[int, int]


class Said:
    """The words of a text, and where each of them stands: looked up once for each leaf of a query, not read through."""

    def __init__(self, text: str) -> None:
        self.words, self._borders = words_and_places(text)
        self.places: dict[str, list[int]] = defaultdict(list)
        for place, word in enumerate(self.words):
            self.places[word].append(place)

    def forms_of(self, word: str) -> Iterator[str]:
        """The word, and those that share its stem; a stem keeps its word's first letter."""
        wanted = stem(word)
        for form in self.places:
            if form == word or (form[0] == wanted[0] and stem(form) == wanted):
                yield form

    def spans_of(self, folded: Iterable[str]) -> Iterator[Span]:
        for form in folded:
            for place in self.places.get(form, ()):
                yield self._borders[place]

    def matching(self, wanted: Callable[[str], object]) -> Iterator[Span]:
        return self.spans_of(form for form in self.places if wanted(form))

    def runs(self, run: list[str]) -> Iterator[Span]:
        """Where these words stand next to each other, each time as one span."""
        for place in self.places.get(run[0], ()) if run else ():
            if self.words[place : place + len(run)] == run:
                yield self._borders[place][0], self._borders[place + len(run) - 1][1]


def spans(text: str, query: Query) -> list[Span]:
    """Where the words, prefixes and phrases of the query stand in the text, in order, without overlaps."""
    leaves = list(dict.fromkeys(wanted(query.node)))
    if not leaves:
        return []
    said = Said(text)
    return _joined(sorted(span for leaf in leaves for span in leaf_spans(leaf, said)))


def leaf_spans(leaf: Leaf, said: Said) -> Iterator[Span]:
    """Where one word, pattern or phrase stands in a text."""
    match leaf:
        case Word(typed):
            parts = searched_words(typed)
            return said.runs(parts) if len(parts) != 1 else said.spans_of(said.forms_of(parts[0]))
        case Phrase(typed):
            return said.runs(folded_words(typed))
        case Prefix(typed):
            *whole, beginning = folded_words(typed) or [""]
            begun = said.matching(lambda folded: bool(beginning) and folded.startswith(beginning))
            return chain(said.spans_of(whole), begun)
        case Near(typed, _):
            return said.spans_of(set(folded_words(typed)))
        case Pattern(typed):
            return said.matching(matching(folded_pattern(typed) or ""))
        case Fuzzy(typed, edits):
            meant = "".join(folded_words(typed))
            return said.matching(lambda folded: OSA.distance(meant, folded, score_cutoff=edits) <= edits)


def _joined(ordered: Iterable[Span]) -> list[Span]:
    joined: list[Span] = []
    for start, end in ordered:
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
