"""Which words of the index a pattern or a misspelling stands for."""

from __future__ import annotations

from collections.abc import Sequence

from transcripts.search.backends.tantivy.schema import term
from transcripts.search.backends.tantivy.snapshot import Snapshot
from transcripts.search.similar_words import of_pattern, within_edits

FIELD = "exact"


def forms_of_pattern(snapshot: Snapshot, pattern: str) -> list[str]:
    def look() -> list[str]:
        return of_pattern(pattern, vocabulary(snapshot), lambda word: frequency(snapshot, word))

    return snapshot.remembered("pattern", pattern, look)


def forms_within(snapshot: Snapshot, word: str, edits: int) -> list[str]:
    def look() -> list[str]:
        return within_edits(word, edits, vocabulary(snapshot), lambda form: frequency(snapshot, form))

    return snapshot.remembered("fuzzy", (word, edits), look)


def vocabulary(snapshot: Snapshot) -> Sequence[str]:
    """All words of the texts as they stand, sorted."""
    return snapshot.kept("vocabulary", lambda: sorted(_terms(snapshot, FIELD)))


def slugs(snapshot: Snapshot, name: str) -> Sequence[str]:
    """The different values of a slug field."""
    return snapshot.kept(("slugs", name), lambda: _terms(snapshot, name))


def frequency(snapshot: Snapshot, word: str) -> int:
    """How many documents have the word in their text, deleted ones too until they are merged away."""
    return int(snapshot.searcher.doc_freq(FIELD, term(word)))


def _terms(snapshot: Snapshot, field: str) -> list[str]:
    return [found for found, _count in snapshot.searcher.terms_with_prefix(field, "")]
