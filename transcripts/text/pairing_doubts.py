"""A pairing as an editor looks at it: what each new turn continues, what goes, and of what one cannot be sure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import LCSseq

from transcripts.text.aligning import Alignment
from transcripts.text.likeness import Words, shares_runs
from transcripts.text.transcript import NEW, Turn

# Below this share of common words, in order, a turn that was paired by likeness is one to look at.
SURE = 0.75
# So many turns that go are offered to a new turn that stands where they stood.
LIKELY = 5


class Fate(StrEnum):
    KEPT = "kept"
    NEW = "new"
    SPLIT = "split"
    REMOVED = "removed"
    MERGED = "merged"


@dataclass(frozen=True, slots=True)
class Pair:
    """A new turn at its place, from 1, and the old turn that it continues. `likely` are those that it may continue.

    `given` where the turn itself says so by its id. `split_from` is the old turn that it was a part of.
    """

    place: int
    new: Turn
    old: Turn | None
    given: bool
    uncertain: bool = False
    likely: tuple[Turn, ...] = ()
    split_from: Turn | None = None

    @property
    def fate(self) -> Fate:
        if self.old:
            return Fate.KEPT
        return Fate.SPLIT if self.split_from else Fate.NEW


@dataclass(frozen=True, slots=True)
class Gone:
    """An old turn that nothing continues; `into` is the place, from 1, of the new turn that holds its words."""

    old: Turn
    into: int | None
    target: Turn | None = None

    @property
    def fate(self) -> Fate:
        return Fate.MERGED if self.into else Fate.REMOVED


@dataclass(frozen=True, slots=True)
class Pairing:
    pairs: tuple[Pair, ...]
    gone: tuple[Gone, ...]

    @property
    def uncertain(self) -> tuple[Pair, ...]:
        return tuple(pair for pair in self.pairs if pair.uncertain)

    @property
    def certain(self) -> tuple[Pair, ...]:
        return tuple(pair for pair in self.pairs if not pair.uncertain)

    @property
    def kept(self) -> int:
        return sum(pair.old is not None for pair in self.pairs)

    def count(self, fate: str) -> int:
        return sum(pair.fate == fate for pair in self.pairs) + sum(one.fate == fate for one in self.gone)

    @property
    def ids(self) -> tuple[str, ...]:
        """The id of each new turn; `NEW` where it gets one of its own."""
        return tuple(pair.old.id if pair.old else NEW for pair in self.pairs)


def look(old: Sequence[Turn], new: Sequence[Turn], alignment: Alignment) -> Pairing:
    """Arrange what `decide` decided over these. O(n) comparisons of texts. Raises nothing."""
    pairs = tuple(_pairs(old, new, alignment))
    target = {index: pairs[after] for index, after in alignment.merged.items()}
    gone = tuple(_gone(old[index], target.get(index)) for index in sorted((*alignment.removed, *alignment.merged)))
    return Pairing(pairs, gone)


def _gone(old: Turn, holder: Pair | None) -> Gone:
    return Gone(old, holder.place if holder else None, holder.old if holder else None)


def _pairs(old: Sequence[Turn], new: Sequence[Turn], alignment: Alignment) -> Iterator[Pair]:
    removed = sorted(alignment.removed)
    for index, turn in enumerate(new):
        before = alignment.old_of[index]
        near = _neighbours(old, alignment, index)
        if before is None:
            split = turn.id != NEW and next((each for each in near if _is_part(turn, each)), None)
            stood = () if turn.id == NEW or split else tuple(_stood_there(old, alignment, index, removed))
            yield Pair(index + 1, turn, None, turn.id == NEW, bool(stood), stood, split or None)
        else:
            given = turn.id == old[before].id
            yield Pair(index + 1, turn, old[before], given, not given and not _is_sure(old[before], turn))


def _neighbours(old: Sequence[Turn], alignment: Alignment, index: int) -> list[Turn]:
    around = (*alignment.old_of[max(0, index - 1) : index], *alignment.old_of[index + 1 : index + 2])
    return [old[before] for before in around if before is not None]


def _is_part(part: Turn, whole: Turn) -> bool:
    return shares_runs(Words.of(part), Words.of(whole))


def _stood_there(old: Sequence[Turn], alignment: Alignment, index: int, removed: Sequence[int]) -> Iterator[Turn]:
    """Turns that are gone and stood between the old turns of its neighbours."""
    above = next((before for before in reversed(alignment.old_of[:index]) if before is not None), -1)
    below = next((before for before in alignment.old_of[index + 1 :] if before is not None), len(old))
    inside = [before for before in removed if above < before < below]
    return (old[before] for before in inside[:LIKELY])


def _is_sure(old: Turn, new: Turn) -> bool:
    before, after = Words.of(old), Words.of(new)
    if before.words == after.words:
        return True
    share = 2 * LCSseq.similarity(before.words, after.words) / (len(before.words) + len(after.words))
    return before.label == after.label and share >= SURE
