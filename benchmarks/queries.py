"""What every engine is asked, as values that each of them writes in its own language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from benchmarks.corpus import SET_PHRASES, names_of_speakers

RARE = ("lighthouse", "tariff", "harbour", "dredge", "gearbox", "ferry")
COMMON = ("people", "time", "government", "water", "money", "country", "question", "problem")
BEGINNINGS = ("barri", "harb", "promi", "gover")
DEEP_PAGE = 50


@dataclass(frozen=True, slots=True)
class Asked:
    """All of `words` next to each other where it is a phrase, within `near` words of each other, or anywhere.

    With `beginning` the last word is only a word's beginning. `speaker` is the place of one in `names_of_speakers`;
    `since` and `until` are within. Every engine gives 20 hits of the page and the total; a peer counts facets by
    speaker and year, and makes a snippet of each hit, only where it is asked to. Ours does so always.
    """

    kind: str
    words: tuple[str, ...]
    phrase: bool = False
    near: int = 0
    beginning: bool = False
    speaker: int | None = None
    since: date | None = None
    until: date | None = None
    newest: bool = False
    page: int = 1
    facets: bool = False
    snippets: bool = False

    def with_all_that_a_page_shows(self) -> Asked:
        return replace(self, facets=True, snippets=True)

    @property
    def speaker_name(self) -> str:
        return "" if self.speaker is None else names_of_speakers()[self.speaker]


def mix() -> Iterator[Asked]:
    """Kind after kind, each with several of its kind."""
    yield from (Asked("rare word", (word,)) for word in RARE)
    yield from (Asked("common word", (word,)) for word in COMMON)
    yield from (Asked("two words", pair) for pair in pairwise(COMMON))
    yield from (Asked("phrase", tuple(phrase.split()), phrase=True) for phrase in SET_PHRASES)
    yield from (Asked("near", pair, near=8) for pair in pairwise(COMMON))
    yield from (Asked("prefix", (beginning,), beginning=True) for beginning in BEGINNINGS)
    yield from (_narrowed(word, place) for place, word in enumerate(COMMON))
    yield from (Asked("newest first", (word,), newest=True) for word in COMMON)
    yield from (Asked("facets", (word,), facets=True) for word in COMMON)
    yield from (Asked(f"page {DEEP_PAGE}", (word,), page=DEEP_PAGE) for word in COMMON[:4])
    yield from (Asked("snippets", (word,), snippets=True) for word in COMMON)


def _narrowed(word: str, speaker: int) -> Asked:
    since, until = date(2003 + speaker, 3, 1), date(2013 + speaker, 2, 28)
    return Asked("speaker, dates", (word,), speaker=speaker, since=since, until=until)
