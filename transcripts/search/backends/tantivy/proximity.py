"""Three words and more close to each other: tantivy finds where any two are, and the texts say where all are."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial

from tantivy import Query

from transcripts.search.backends.tantivy.snapshot import Snapshot
from transcripts.search.backends.tantivy.texts import text_of

MOST_READ = 20_000  # texts of candidates; only words such as "the" are common enough for more, which are left out
REMEMBERED = 16  # answers, since a search is asked for one page after the other


def really_near(snapshot: Snapshot, candidates: Query, words: Collection[str], span: int) -> list[int]:
    """The keys of those documents in which the last of the words is at most `span` places behind the first one."""
    read = partial(_read, snapshot, candidates, words, span)
    keys: list[int] = snapshot.remembered("near", (frozenset(words), span), read, most=REMEMBERED)
    return keys


def _read(snapshot: Snapshot, candidates: Query, words: Collection[str], span: int) -> list[int]:
    addresses = [address for _score, address in snapshot.best(candidates, 0, MOST_READ).hits]
    near = [address for address in addresses if _within(text_of(snapshot, address), words, span)]
    return snapshot.column("key", near)


def _within(text: str, words: Collection[str], span: int) -> bool:
    """Whether all of the words, which the text has, stand within the span somewhere in it."""
    return text.count(" ") <= span or _some_passage(text.split(" "), words, span)


def _some_passage(text: Sequence[str], words: Collection[str], span: int) -> bool:
    last: dict[str, int] = {}
    for place, word in enumerate(text):
        if word in words:
            last[word] = place
            if len(last) == len(words) and place - min(last.values()) <= span:
                return True
    return False
