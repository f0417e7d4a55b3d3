"""Which words of a snapshot are of a pattern, or nearly a given word."""

from __future__ import annotations

import json
import secrets
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from transcripts.search.backends.whoosh.own_queries import Forms
from transcripts.search.backends.whoosh.segments import OpenSegment
from transcripts.search.backends.whoosh.snapshot import Snapshot
from transcripts.search.similar_words import of_pattern, within_edits

FIELD = "exact"


def forms(snapshot: Snapshot, query: Forms) -> list[str]:
    """The words, in no particular order."""
    vocabulary, frequency = vocabulary_of(snapshot), frequencies_of(snapshot).__getitem__
    if query.edits:
        return within_edits(query.text, query.edits, vocabulary, frequency)
    return of_pattern(query.text, vocabulary, frequency)


def vocabulary_of(snapshot: Snapshot) -> Sequence[str]:
    """All words of the texts, sorted: put together once a generation."""
    return snapshot.kept("vocabulary", lambda: sorted(frequencies_of(snapshot)))


def frequencies_of(snapshot: Snapshot) -> Mapping[str, int]:
    """In how many documents each word of the texts is, deleted ones too: of each segment read once."""
    return snapshot.kept("frequencies", lambda: sum(map(_frequencies, snapshot.segments.values()), Counter()))


def _frequencies(segment: OpenSegment) -> Counter[str]:
    return segment.kept("frequencies", lambda: Counter(_read(segment)))


def _read(segment: OpenSegment) -> dict[str, int]:
    """From a file beside the segment, which whoever is first makes: taking them from the postings takes seconds.

    Its name is one of those that Whoosh removes together with the segment.
    """
    try:
        return json.loads(segment.words_file.read_bytes())
    except (FileNotFoundError, ValueError):
        counts = {term.decode(): segment.count(FIELD, term) for term in segment.terms_from(FIELD, b"")}
        with suppress(OSError):  # a disk that is full or only read does not keep anybody from searching
            _write(segment.words_file, json.dumps(counts, ensure_ascii=False, separators=(",", ":")))
        return counts


def _write(path: Path, text: str) -> None:
    fresh = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(path)
