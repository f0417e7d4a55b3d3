"""Which words of a snapshot are of a pattern, or nearly a given word."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from transcripts.search.backends.whoosh.own_queries import Forms
from transcripts.search.backends.whoosh.segments import OpenSegment
from transcripts.search.backends.whoosh.snapshot import Snapshot
from transcripts.search.similar_words import of_pattern, within_edits

FIELD = "exact"


def forms(snapshot: Snapshot, query: Forms) -> list[str]:
    """The words, in no particular order."""
    vocabulary, frequency = vocabulary_of(snapshot), lambda word: snapshot.count(FIELD, word)
    if query.edits:
        return within_edits(query.text, query.edits, vocabulary, frequency)
    return of_pattern(query.text, vocabulary, frequency)


def vocabulary_of(snapshot: Snapshot) -> Sequence[str]:
    """All words of the texts, sorted: of each segment read once, and put together once a generation."""
    return snapshot.kept("vocabulary", lambda: sorted(set().union(*map(_words, snapshot.segments.values()))))


def _words(segment: OpenSegment) -> frozenset[str]:
    return segment.kept("vocabulary", lambda: frozenset(_read(segment)))


def _read(segment: OpenSegment) -> list[str]:
    """From a file beside the segment, which whoever is first makes: taking them from the postings takes seconds.

    Its name is one of those that Whoosh removes together with the segment.
    """
    try:
        return segment.words_file.read_text(encoding="utf-8").split("\n")
    except FileNotFoundError:
        words = [term.decode() for term in segment.terms_from(FIELD, b"")]
        with suppress(OSError):  # a disk that is full or only read does not keep anybody from searching
            _write(segment.words_file, "\n".join(words))
        return words


def _write(path: Path, text: str) -> None:
    fresh = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(path)
