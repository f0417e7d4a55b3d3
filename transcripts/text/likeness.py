"""How much one turn's words are another's, and which turns are worth comparing at all."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from transcripts.text.transcript import Turn

# Letters that stand alone say little, and what OCR makes of a stain is full of them.
WORD, LETTER = re.compile(r"\w{2,}|\d"), re.compile(r"\w")
# Below these shares of common words, in order, two turns are two turns. Short texts are alike by chance more easily.
BAR, SHORT_BAR, SHORT = 0.45, 0.6, 10
# A part of a turn shares runs of three words with the whole, which unrelated speech rarely does.
RUN, PART_BAR, PART_RUNS, STALE = 3, 0.25, 5, 3
# A pair of words that more turns than this have says nothing about which turn it is.
COMMON = 20
NEIGHBOURS, CANDIDATES = 8, 6
DOUBLE = 0.6

Holders = dict[int, list[int]]


@dataclass(frozen=True)
class Words:
    """A turn as the words that are compared: without case and punctuation."""

    label: str
    words: tuple[str, ...]
    stale: frozenset[int] = field(default=frozenset(), compare=False, repr=False)  # hashes of runs

    @classmethod
    def of(cls, turn: Turn) -> Words:
        return cls(turn.label, words_in(turn.text))

    @cached_property
    def pairs(self) -> set[int]:
        """Every two words in a row, as hashes: they take a third of the memory."""
        return set(map(hash, pairwise(self.words)))

    @cached_property
    def fresh(self) -> tuple[str, ...]:
        """The words outside of runs that are in many turns."""
        return _fresh(self.words, self.stale) if self.stale else self.words

    @cached_property
    def runs(self) -> set[int]:
        """Every three words in a row that are not in many turns, as hashes."""
        return runs_in(self.words) - self.stale


def _fresh(words: tuple[str, ...], stale: frozenset[int]) -> tuple[str, ...]:
    covered: set[int] = set()
    for start in range(len(words) - RUN + 1):
        if hash(words[start : start + RUN]) in stale:
            covered.update(range(start, start + RUN))
    return tuple(word for place, word in enumerate(words) if place not in covered)


def compared(old: Sequence[Turn], new: Sequence[Turn]) -> tuple[list[Words], list[Words]]:
    """Both sides as words. What many old turns say, as a running header does that came into them, is stale."""
    olds = [Words.of(turn) for turn in old]
    counts = Counter(run for words in olds for run in runs_in(words.words))
    stale = frozenset(run for run, count in counts.items() if count >= STALE)
    del counts
    return [replace(words, stale=stale) for words in olds], [replace(Words.of(turn), stale=stale) for turn in new]


def runs_in(words: tuple[str, ...]) -> set[int]:
    """Every three words in a row, as hashes."""
    return set(map(hash, zip(*(words[start:] for start in range(RUN)), strict=False)))


def words_in(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared; never empty."""
    folded = text.casefold()
    return tuple(WORD.findall(folded) or LETTER.findall(folded)) or (text,)


def weight(old: Words, new: Words) -> float:
    """How strongly the two are the same turn: words in common times their share squared, 0 where they are not."""
    if old.words == new.words:
        return len(old.words) + (1.0 if old.label == new.label else 0.5)
    shared = common(old.words, new.words)
    share = 2 * shared / (len(old.words) + len(new.words))
    if not _are_alike(old, new, shared, share) and not shares_runs(old, new):
        return 0.0
    return float(shared * share**2) + (0.5 if old.label == new.label else 0.0)


def common(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """How many words both have in the same order."""
    return int(LCSseq.similarity(one, other))


def _are_alike(old: Words, new: Words, shared: int, share: float) -> bool:
    if min(len(old.words), len(new.words)) <= SHORT:
        return share >= SHORT_BAR and shared > 1
    return share >= BAR


def are_alike_afresh(old: Words, new: Words) -> bool:
    """Whether two turns are alike in what many turns do not say, or share much of it run by run."""
    size = len(old.fresh) + len(new.fresh)
    return not size or 2 * common(old.fresh, new.fresh) >= BAR * size or shares_runs(old, new)


def shares_runs(one: Words, other: Words) -> bool:
    """Whether much of the shorter one stands in the longer one, run by run."""
    shorter = min(len(one.runs), len(other.runs))
    common = len(one.runs & other.runs)
    return common >= PART_RUNS and common >= PART_BAR * shorter


def candidates(olds: Sequence[Words], news: Sequence[Words], holders: Holders) -> Iterator[tuple[int, int]]:
    """Pairs (new, old) worth weighing. Their number grows with the turns, not with old times new.

    They have the same words and label, or rare pairs of words in common, or stand in about the same place.
    """
    alike = _places((old.label, old.words) for old in olds)
    place = _expected_places(olds, news)
    for index, new in enumerate(news):
        near = range(max(0, place[index] - NEIGHBOURS), min(len(olds), place[index] + NEIGHBOURS + 1))
        same = alike.get((new.label, new.words), ())
        found = {*near, *_sharing(new, holders), *sorted(same, key=lambda old: abs(old - place[index]))[:CANDIDATES]}
        yield from ((index, old) for old in found)


def _places(keys: Iterable[object]) -> dict[object, list[int]]:
    places = defaultdict(list)
    for index, key in enumerate(keys):
        places[key].append(index)
    return places


def rare_pairs(olds: Sequence[Words]) -> Holders:
    """Which turns have a pair of words, for pairs that are rare."""
    holders: Holders = defaultdict(list)
    for index, old in enumerate(olds):
        for pair in old.pairs:
            holders[pair].append(index)
    return {pair: places for pair, places in holders.items() if len(places) <= COMMON}


def doubles(turns: Sequence[Words], holders: Holders) -> dict[int, set[int]]:
    """For each turn that has any, the others that have most of its pairs of words."""
    found = {index: _doubles_of(index, turn, holders) for index, turn in enumerate(turns)}
    return {index: others for index, others in found.items() if others}


def repeated(turns: Sequence[Words]) -> set[int]:
    """Turns whose words others say too: "Thank you."."""
    return {index for places in _places(turn.words for turn in turns).values() if len(places) > 1 for index in places}


def _doubles_of(index: int, turn: Words, holders: Holders) -> set[int]:
    votes = Counter(other for pair in turn.pairs for other in holders.get(pair, ()) if other != index)
    return {other for other, count in votes.items() if count >= DOUBLE * len(turn.pairs)}


def _sharing(new: Words, holders: Holders) -> list[int]:
    votes = Counter(old for pair in new.pairs for old in holders.get(pair, ()))
    return [old for old, _count in votes.most_common(CANDIDATES)]


def _expected_places(olds: Sequence[Words], news: Sequence[Words]) -> list[int]:
    """Where each new turn would stand among the old ones, by the turn before it that stands once on both sides."""
    once_old = {words: places[0] for words, places in _places(old.words for old in olds).items() if len(places) == 1}
    once_new = {words for words, places in _places(new.words for new in news).items() if len(places) == 1}
    expected, shift = [], 0
    for index, new in enumerate(news):
        if new.words in once_new and new.words in once_old:
            shift = once_old[new.words] - index
        expected.append(min(max(0, index + shift), max(0, len(olds) - 1)))
    return expected
