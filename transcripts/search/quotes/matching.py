"""A quote beside a passage: how much of it was said there, and what differs word by word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, pairwise
from operator import attrgetter

from transcripts.search.quotes.alignment import Alignment, align
from transcripts.search.quotes.passages import Passage
from transcripts.search.quotes.pasted import Quotation

# What a word counts that stands in another place, or is spelled a little otherwise, of a word that does not.
MOVED = 0.6
SPELLED = 0.8
ADDED = 0.1  # what a word counts that was said in between
SENTENCE = 300  # characters of the sentence around a quote, on either side
_BORDER = re.compile(r"(?<=[.!?…])[\"'”’»)]*\s+(?=\S)|\n+")


class Difference(StrEnum):
    """What became of a stretch: `OMITTED` was said where the quote itself says that it leaves something out."""

    SAME = "same"
    NOT_SAID = "deleted"
    NOT_QUOTED = "inserted"
    OMITTED = "omitted"


@dataclass(frozen=True, slots=True)
class Stretch:
    difference: Difference
    text: str


@dataclass(frozen=True, slots=True)
class Match:
    """Where a passage says the quote, or what is nearest to it: characters `start` to `end` of its text.

    Of `total` words of the quote, `same` were said in this order, `spelled` in this order with other letters, `moved`
    in another place; `added` words were said among them that the quote lacks without saying so. `score` is from 0 to
    1: the share of the quote that was said, where a rare word counts more than a common one. All `stretches` but the
    NOT_SAID ones are together the passage's text from `start` to `end`. `ends` are the first and the last pair.
    """

    passage: Passage
    start: int
    end: int
    total: int
    same: int
    spelled: int
    moved: int
    added: int
    score: float
    stretches: tuple[Stretch, ...]
    ends: tuple[tuple[int, int], tuple[int, int]]

    @property
    def is_verbatim(self) -> bool:
        return self.same == self.total and not self.added

    @property
    def is_cut_off(self) -> bool:
        """Whether words are missing at an end of the quote that is at an end of the passage too."""
        (first, said_first), (last, said_last) = self.ends
        missing = self.total - self.same - self.spelled
        begins = first > 0 and said_first <= missing
        return begins or (last < self.total - 1 and len(self.passage.words) - 1 - said_last <= missing)

    @property
    def share(self) -> float:
        """Of the quote's words those that were said, all words alike."""
        return (self.same + SPELLED * self.spelled + MOVED * self.moved) / self.total

    @property
    def said(self) -> str:
        return self.passage.text[self.start : self.end]

    @property
    def before(self) -> str:
        """The sentence's beginning."""
        earliest = max(self.start - SENTENCE, 0)
        borders = [match.end() for match in _BORDER.finditer(self.passage.text, earliest, self.start)]
        return self.passage.text[borders[-1] if borders else _word_start(self.passage.text, earliest) : self.start]

    @property
    def after(self) -> str:
        """The sentence's end."""
        border = _BORDER.search(self.passage.text, self.end, self.end + SENTENCE)
        last = border.start() if border else _word_end(self.passage.text, self.end + SENTENCE)
        return self.passage.text[self.end : last].rstrip()


def _word_start(text: str, at: int) -> int:
    space = re.compile(r"\s").search(text, at) if at else None
    return space.end() if space else at


def _word_end(text: str, at: int) -> int:
    return len(text) if at >= len(text) else max(text.rfind(" ", 0, at), 0)


def match(quotation: Quotation, passage: Passage, rarity: Mapping[str, float]) -> Match | None:
    """None where the passage has none of the words. `rarity` is what each word of the quote weighs.

    O(words of the quote · words of the passage).
    """
    quoted, said = [[word.folded for word in words] for words in (quotation.words, passage.words)]
    aligned = align(quoted, quotation.open_places, said)
    if not aligned.pairs:
        return None
    return _Comparison(quotation, passage, aligned).match(rarity)


class _Comparison:
    """One alignment, with the words of both sides at hand."""

    def __init__(self, quotation: Quotation, passage: Passage, aligned: Alignment) -> None:
        self.quotation, self.passage, self.aligned = quotation, passage, aligned
        paired = {quoted for quoted, _said in aligned.pairs}
        rest = (word.folded for place, word in enumerate(quotation.words) if place not in paired)
        self.unpaired = Counter(rest)
        self.start, self.end = self._widened()

    def _widened(self) -> tuple[int, int]:
        """With words just outside that the quote has in another place."""
        reach = self.unpaired.total()
        words, start, end = self.passage.words, self.aligned.start, self.aligned.end
        before = [place for place in range(max(start - reach, 0), start) if words[place].folded in self.unpaired]
        after = [place for place in range(end, min(end + reach, len(words))) if words[place].folded in self.unpaired]
        return (before or [start])[0], (after or [end - 1])[-1] + 1

    def match(self, rarity: Mapping[str, float]) -> Match:
        added = self._added()
        moved = added & self.unpaired
        words = self.passage.words
        return Match(
            passage=self.passage,
            start=words[self.start].start,
            end=words[self.end - 1].end,
            total=len(self.quotation.words),
            same=len(self.aligned.same),
            spelled=len(self.aligned.pairs) - len(self.aligned.same),
            moved=moved.total(),
            added=added.total() - moved.total(),
            score=self._score(moved, added.total(), rarity),
            stretches=tuple(_together(self._stretches())),
            ends=(self.aligned.pairs[0], self.aligned.pairs[-1]),
        )

    def _score(self, moved: Counter[str], added: int, rarity: Mapping[str, float]) -> float:
        """A word that was said instead of another does not count as added to it."""
        weights = [rarity[word.folded] for word in self.quotation.words]
        same = sum(weights[place] for place in self.aligned.same)
        spelled = sum(weights[place] for place, _said in self.aligned.pairs) - same
        elsewhere = sum(rarity[word] * count for word, count in moved.items())
        surplus = max(added - self.unpaired.total(), 0) * ADDED * sum(weights) / len(weights)
        return (same + SPELLED * spelled + MOVED * elsewhere) / (sum(weights) + surplus)

    def _steps(self) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
        """The pairs, each with the one before, from before the first to after the last of what is compared."""
        yield from pairwise([(-1, self.start - 1), *self.aligned.pairs, (len(self.quotation.words), self.end)])

    def _is_open(self, before: int, after: int) -> bool:
        return any(place in self.quotation.open_places for place in range(before + 1, after + 1))

    def _added(self) -> Counter[str]:
        """Words that were said within, and have no pair, where the quote does not say that it leaves something out."""
        added: Counter[str] = Counter()
        for (quoted, said), (next_quoted, next_said) in self._steps():
            if not self._is_open(quoted, next_quoted):
                added.update(word.folded for word in self.passage.words[said + 1 : next_said])
        return added

    def _stretches(self) -> Iterator[Stretch]:
        at = self.passage.words[self.start].start
        for (quoted, said), (next_quoted, next_said) in self._steps():
            missing = self._quoted_text(quoted + 1, next_quoted - 1) if next_quoted - quoted > 1 else ""
            kind = Difference.OMITTED if self._is_open(quoted, next_quoted) else Difference.NOT_QUOTED
            yield from self._between(at, said + 1, next_said, missing, kind)
            if next_said < self.end:
                yield from self._pair(next_quoted, next_said)
                at = self.passage.words[next_said].end

    def _between(self, at: int, first: int, following: int, missing: str, kind: Difference) -> Iterator[Stretch]:
        """From character `at` to the word that is `following`: what is missing, and the words from `first` on."""
        words, text = self.passage.words, self.passage.text
        border = words[first].start if first < self.end else at
        yield Stretch(Difference.SAME, text[at:border])
        if missing:
            yield Stretch(Difference.NOT_SAID, f"{missing} " if first < self.end else f" {missing}")
        if first < following:
            end = words[following - 1].end
            yield Stretch(kind, text[border:end])
            yield Stretch(Difference.SAME, text[end : words[following].start] if following < self.end else "")

    def _pair(self, quoted: int, said: int) -> Iterator[Stretch]:
        word = self.passage.words[said]
        spoken = self.passage.text[word.start : word.end]
        if quoted in self.aligned.same:
            yield Stretch(Difference.SAME, spoken)
        else:
            yield Stretch(Difference.NOT_SAID, f"{self._quoted_text(quoted, quoted)} ")
            yield Stretch(Difference.NOT_QUOTED, spoken)

    def _quoted_text(self, first: int, last: int) -> str:
        words = self.quotation.words
        return self.quotation.text[words[first].start : words[last].end]


def _together(stretches: Iterator[Stretch]) -> Iterator[Stretch]:
    for difference, run in groupby((each for each in stretches if each.text), key=attrgetter("difference")):
        yield Stretch(difference, "".join(stretch.text for stretch in run))
