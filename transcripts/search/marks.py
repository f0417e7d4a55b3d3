"""Where in a text that stands which was searched for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from rapidfuzz.distance import OSA

from transcripts.search.nodes import Fuzzy, Leaf, Near, Pattern, Phrase, Prefix, Word, wanted
from transcripts.search.query import Query
from transcripts.search.words import (
    Occurrence,
    folded_pattern,
    folded_words,
    matching,
    occurrences,
    searched_words,
    stem,
)

Span = tuple[int, int]


def spans(text: str, query: Query) -> list[Span]:
    """Where the words, prefixes and phrases of the query stand in the text, in order, without overlaps."""
    leaves = list(dict.fromkeys(wanted(query.node)))
    if not leaves:
        return []
    words = list(occurrences(text))
    return _joined(sorted(span for leaf in leaves for span in leaf_spans(leaf, words)))


def leaf_spans(leaf: Leaf, words: Sequence[Occurrence]) -> Iterator[Span]:
    """Where one word, pattern or phrase stands among the words of a text."""
    match leaf:
        case Word(typed):
            parts = searched_words(typed)
            yield from _stem_spans(parts[0], words) if len(parts) == 1 else _run_spans(parts, words)
        case Phrase(typed):
            yield from _run_spans(folded_words(typed), words)
        case Prefix(typed):
            *whole, beginning = folded_words(typed) or [""]
            yield from (span for word in whole for span in _run_spans([word], words))
            yield from _those(words, lambda folded: bool(beginning) and folded.startswith(beginning))
        case Near(typed, _):
            close = set(folded_words(typed))
            yield from _those(words, close.__contains__)
        case Pattern(typed):
            yield from _those(words, matching(folded_pattern(typed) or ""))
        case Fuzzy(typed, edits):
            meant = "".join(folded_words(typed))
            yield from _those(words, lambda folded: OSA.distance(meant, folded, score_cutoff=edits) <= edits)


def _those(words: Sequence[Occurrence], wanted: Callable[[str], object]) -> Iterator[Span]:
    return ((word.start, word.end) for word in words if wanted(word.folded))


def _stem_spans(folded: str, words: Sequence[Occurrence]) -> Iterator[Span]:
    stemmed = stem(folded)
    return _those(words, lambda each: each == folded or stem(each) == stemmed)


def _run_spans(run: list[str], words: Sequence[Occurrence]) -> Iterator[Span]:
    """Where these words stand next to each other, each time as one span."""
    if not run:
        return
    for place, word in enumerate(words):
        if word.folded == run[0] and [each.folded for each in words[place : place + len(run)]] == run:
            yield word.start, words[place + len(run) - 1].end


def _joined(ordered: Iterable[Span]) -> list[Span]:
    joined: list[Span] = []
    for start, end in ordered:
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
