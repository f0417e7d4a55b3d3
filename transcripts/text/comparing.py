"""What changed between two versions of a transcript, turn by turn and word by word."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from rapidfuzz.distance import Indel

from transcripts.text.likeness import Words, shares_runs
from transcripts.text.transcript import Transcript, Turn

TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
HEADING = ("title", "subtitle", "date", "updated", "status", "language", "kind", "venue", "source")
WHO = ("kind", "label", "speaker", "role", "affiliation")


class Op(StrEnum):
    SAME = "same"
    DELETED = "deleted"
    INSERTED = "inserted"


class What(StrEnum):
    SAME = "same"
    CHANGED = "changed"
    MOVED = "moved"
    ADDED = "added"
    SPLIT = "split"
    REMOVED = "removed"
    MERGED = "merged"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text and what became of it. All but the inserted pieces make up the old text, all but the deleted
    ones the new.
    """

    op: Op
    text: str


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of the heading, or of a turn's attribution, that says something else now. Empty is absent."""

    name: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class TurnChange:
    """One turn and what became of it. `old` is None where it is new, `new` where it is gone.

    A split turn is new, and its words stood in a neighbour; a merged one is gone, and its words stand in one.
    """

    what: What
    old: Turn | None
    new: Turn | None
    pieces: tuple[Piece, ...]
    fields: tuple[FieldChange, ...] = ()

    @property
    def turn(self) -> Turn:
        """As it stands, or as it last stood."""
        turn = self.new or self.old
        if turn is None:
            raise ValueError("a change needs a turn")
        return turn


@dataclass(frozen=True, slots=True)
class Comparison:
    fields: tuple[FieldChange, ...]
    turns: tuple[TurnChange, ...]

    def count(self, *whats: What) -> int:
        return sum(change.what in whats for change in self.turns)


def compare(old: Transcript, new: Transcript) -> Comparison:
    """Two versions of one event, whose turns carry ids. Turns come in the new order, those that are gone in between."""
    return Comparison(fields=_fields(old, new, HEADING), turns=tuple(_turns(old.turns, new.turns)))


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """The shortest way from one text to the other in words, spaces and punctuation marks."""
    before, after = TOKEN.findall(old), TOKEN.findall(new)
    found: list[Piece] = []
    for same, steps in groupby(Indel.opcodes(before, after), key=lambda step: step.tag == "equal"):
        together = list(steps)
        gone = "".join("".join(before[step.src_start : step.src_end]) for step in together)
        come = "".join("".join(after[step.dest_start : step.dest_end]) for step in together)
        # What is gone stands before what has come in its place, as an editor's pen would have it.
        both = ((Op.SAME, come),) if same else ((Op.DELETED, gone), (Op.INSERTED, come))
        found += [Piece(op, text) for op, text in both if text]
    return tuple(found)


def _fields(old: object, new: object, names: Sequence[str]) -> tuple[FieldChange, ...]:
    pairs = ((name, str(getattr(old, name) or ""), str(getattr(new, name) or "")) for name in names)
    return tuple(FieldChange(name, before, after) for name, before, after in pairs if before != after)


def _turns(olds: Sequence[Turn], news: Sequence[Turn]) -> Iterator[TurnChange]:
    place = {turn.id: index for index, turn in enumerate(olds)}
    kept = {turn.id for turn in news}
    in_order = _in_order([place[turn.id] for turn in news if turn.id in place])
    gone = iter([*(index for index, turn in enumerate(olds) if turn.id not in kept), len(olds)])
    next_gone = next(gone)
    for index, turn in enumerate(news):
        before = place.get(turn.id)
        while before in in_order and next_gone < before:
            yield _gone(olds, next_gone, news)
            next_gone = next(gone)
        if before is None:
            yield _come(news, index, olds)
        else:
            yield _stayed(olds[before], turn, moved=before not in in_order)
    while next_gone < len(olds):
        yield _gone(olds, next_gone, news)
        next_gone = next(gone)


def _stayed(old: Turn, new: Turn, *, moved: bool) -> TurnChange:
    fields = _fields(old, new, WHO)
    changed = bool(fields) or old.text != new.text
    what = What.MOVED if moved else What.CHANGED if changed else What.SAME
    return TurnChange(what, old, new, pieces(old.text, new.text) if changed else (), fields)


def _come(news: Sequence[Turn], index: int, olds: Sequence[Turn]) -> TurnChange:
    turn = news[index]
    what = What.SPLIT if _stood_in(turn, _neighbours(news, index), olds) else What.ADDED
    return TurnChange(what, None, turn, (Piece(Op.INSERTED, turn.text),))


def _gone(olds: Sequence[Turn], index: int, news: Sequence[Turn]) -> TurnChange:
    turn = olds[index]
    what = What.MERGED if _stood_in(turn, _neighbours(olds, index), news) else What.REMOVED
    return TurnChange(what, turn, None, (Piece(Op.DELETED, turn.text),))


def _neighbours(turns: Sequence[Turn], index: int) -> set[str]:
    return {turn.id for turn in (*turns[max(0, index - 1) : index], *turns[index + 1 : index + 2])}


def _stood_in(part: Turn, neighbours: set[str], others: Sequence[Turn]) -> bool:
    words = Words.of(part)
    return any(shares_runs(words, Words.of(turn)) for turn in others if turn.id in neighbours)


def _in_order(places: Sequence[int]) -> set[int]:
    """The longest run of places that only rise (patience sorting): what is not in it has moved."""
    tails: list[int] = []
    tail_at: list[int] = []
    back: dict[int, int | None] = {}
    for place in places:
        rank = bisect_left(tails, place)
        back[place] = tail_at[rank - 1] if rank else None
        tails[rank : rank + 1] = [place]
        tail_at[rank : rank + 1] = [place]
    found: set[int] = set()
    last = tail_at[-1] if tail_at else None
    while last is not None:
        found.add(last)
        last = back[last]
    return found
