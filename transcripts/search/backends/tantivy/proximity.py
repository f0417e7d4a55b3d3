"""Three words and more close to each other: tantivy finds where any two are, and the texts say where all are."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from tantivy import Query

from transcripts.search.backends.tantivy.snapshot import Snapshot
from transcripts.search.backends.tantivy.texts import words_of

MOST_READ = (
    20_000  # texts of candidates; further ones are left out, which only words such as "the" are common enough for
)


def really_near(snapshot: Snapshot, candidates: Query, words: Collection[str], span: int) -> list[int]:
    """The keys of those documents in which the last of the words is at most `span` places behind the first one."""
    addresses = [address for _score, address in snapshot.best(candidates, 0, MOST_READ)]
    near = [address for address in addresses if _within(words_of(snapshot, address), words, span)]
    return snapshot.column("key", near)


def _within(text: Sequence[str], words: Collection[str], span: int) -> bool:
    """Whether the last places of all words, anywhere in the text, are within the span."""
    last: dict[str, int] = {}
    for place, word in enumerate(text):
        if word in words:
            last[word] = place
            if len(last) == len(words) and place - min(last.values()) <= span:
                return True
    return False
