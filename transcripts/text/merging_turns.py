"""Two changes of one transcript, put together turn by turn: a three-way merge over the version that both began from."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from rapidfuzz.distance import LCSseq

from transcripts.text.aligning import align
from transcripts.text.merging_exchanges import merged_exchanges
from transcripts.text.pairing import decide
from transcripts.text.transcript import NEW, Transcript, Turn

HEADING = ("title", "subtitle", "date", "updated", "status", "language", "kind", "venue", "source")

Key = Hashable


class Side(StrEnum):
    """Whose wording is meant. BOTH puts the one under the other, for an editor to make one of."""

    THEIRS = "theirs"
    MINE = "mine"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class TurnConflict:
    """One turn that both have changed, differently. None is a version in which it does not stand.

    `key` names it in this merge; `place` counts from 1 in the merged transcript, None where it stands there no more.
    """

    key: str
    base: Turn | None
    theirs: Turn | None
    mine: Turn | None
    place: int | None = None


@dataclass(frozen=True, slots=True)
class FieldConflict:
    """A field of the heading that both have changed, differently."""

    key: str
    base: Any
    theirs: Any
    mine: Any


@dataclass(frozen=True, slots=True)
class Merged:
    """`moved` are turns that both have moved to other places: they stand where the others put them."""

    transcript: Transcript
    fields: tuple[FieldConflict, ...] = ()
    turns: tuple[TurnConflict, ...] = ()
    moved: tuple[Turn, ...] = ()

    @property
    def is_clean(self) -> bool:
        return not (self.fields or self.turns or self.moved)


@dataclass(slots=True)
class _Version:
    """One version's turns by key, in order. A key is a turn's place in the base, or its own where it is new."""

    turns: dict[Key, Turn]
    in_place: set[Key] = field(default_factory=set)

    def __getitem__(self, key: Key) -> Turn | None:
        return self.turns.get(key)


def merge(
    base: Transcript,
    theirs: Transcript,
    mine: Transcript,
    choices: Mapping[str, Side] | None = None,
    *,
    otherwise: Side = Side.THEIRS,
) -> Merged:
    """What only one has changed goes in; of what both changed, the side of `choices` by its key, else `otherwise`.

    Turns go on as `decide` pairs them with those of `base`. O(n log n) in the turns beside the alignment. Raises
    nothing.
    """
    if mine in (base, theirs):
        return Merged(theirs)
    if theirs == base:
        return Merged(mine)
    chosen = {key: Side(side) for key, side in (choices or {}).items()}
    heading, fields = _merged_heading(base, theirs, mine, chosen, otherwise)
    olds = _Version(dict(enumerate(base.turns)))
    others, ours = _version(base.turns, theirs.turns, "theirs"), _version(base.turns, mine.turns, "mine")
    _know_each_other(olds, others, ours)
    keys, moved = _order(olds, others, ours)
    result, conflicts = _turns(keys, (olds, others, ours), chosen, otherwise)
    numbers = merged_exchanges(list(result), olds.turns, others.turns, ours.turns)
    turns = tuple(replace(turn, exchange=numbers[key]) for key, turn in result.items())
    return Merged(replace(heading, turns=turns, warnings=()), fields, conflicts, moved)


def _merged_heading(
    base: Transcript, theirs: Transcript, mine: Transcript, chosen: Mapping[str, Side], otherwise: Side
) -> tuple[Transcript, tuple[FieldConflict, ...]]:
    said, conflicts = {}, []
    for name in HEADING:
        old, their, my = (getattr(version, name) for version in (base, theirs, mine))
        said[name] = my if their == old else their
        if old != their != my != old:
            conflicts.append(FieldConflict(name, old, their, my))
            # Of two dates no third can be made: both is theirs, and the editor sees mine beside it.
            said[name] = my if chosen.get(name, otherwise) is Side.MINE else their
    return replace(theirs, **said), tuple(conflicts)


def _version(base: Sequence[Turn], turns: Sequence[Turn], name: str) -> _Version:
    old_of = decide(base, turns).old_of
    keyed: dict[Key, Turn] = {}
    for index, (turn, old) in enumerate(zip(turns, old_of, strict=True)):
        named = turn.id if turn.id != NEW else ""
        keyed[(named or f"{name}{index}") if old is None else old] = turn
    return _Version(keyed, _in_place(list(range(len(base))), list(keyed)))


def _in_place(base: list[Key], keys: list[Key]) -> set[Key]:
    """The longest run of turns that stand in the order of the base: what is not in it was moved, or is new."""
    blocks = LCSseq.opcodes(base, keys)
    return {key for block in blocks if block.tag == "equal" for key in keys[block.dest_start : block.dest_end]}


def _know_each_other(olds: _Version, others: _Version, ours: _Version) -> None:
    """A turn that both have added in the same place, in the same words or nearly so, is one turn."""
    shared = others.turns.keys() & ours.turns.keys()
    theirs, mine = ([key for key in version.turns if not olds[key] and key not in shared] for version in (others, ours))
    renamed = dict(_alike([others.turns[key] for key in theirs], [ours.turns[key] for key in mine]))
    names = {key: theirs[renamed[index]] for index, key in enumerate(mine) if index in renamed}
    above_theirs, above_mine = _anchors(olds, others), _anchors(olds, ours)
    names = {key: their for key, their in names.items() if above_mine[key] == above_theirs[their]}
    ours.turns = {names.get(key, key): turn for key, turn in ours.turns.items()}


def _anchors(olds: _Version, version: _Version) -> dict[Key, Key]:
    """For each turn the nearest one above it that stands in the base; None at the beginning."""
    anchor: Key = None
    found = {}
    for key in version.turns:
        found[key] = anchor
        anchor = key if olds[key] else anchor
    return found


def _alike(theirs: Sequence[Turn], mine: Sequence[Turn]) -> Iterator[tuple[int, int]]:
    """Pairs (mine, theirs) of turns that are each other's likeness, whoever of the two is asked."""
    one, other = [replace(turn, id="") for turn in theirs], [replace(turn, id="") for turn in mine]
    back = align(other, one).old_of
    for after, before in enumerate(align(one, other).old_of):
        if before is not None and back[before] == after:
            yield after, before


def _said(turn: Turn | None) -> Turn | None:
    """What is compared of a turn: all but its address and the number of its exchange."""
    return replace(turn, id="", exchange=None) if turn else None


def _order(olds: _Version, others: _Version, ours: _Version) -> tuple[list[Key], tuple[Turn, ...]]:
    """All keys that stand in either, in the order of both; and the turns whose places both have changed."""
    mine_moved = {key for key in ours.turns if olds[key] and key not in ours.in_place}
    theirs_moved = {key for key in others.turns if olds[key] and key not in others.in_place}
    put = mine_moved - theirs_moved
    order = [key for key in others.turns if key not in put]
    order = _woven(order, list(ours.turns), skipped=mine_moved & theirs_moved)
    both = _places(mine_moved & theirs_moved, others, ours)
    return order, both


def _places(keys: set[Key], others: _Version, ours: _Version) -> tuple[Turn, ...]:
    """Those of the moved turns that come after another neighbour on the one side than on the other."""
    after_theirs, after_mine = _before(list(others.turns)), _before(list(ours.turns))
    return tuple(ours.turns[key] for key in ours.turns if key in keys and after_theirs[key] != after_mine[key])


def _before(keys: list[Key]) -> dict[Key, Key]:
    return dict(zip(keys, [None, *keys], strict=False))


def _woven(order: list[Key], mine: list[Key], *, skipped: set[Key]) -> list[Key]:
    """`order`, and what it lacks of `mine`, each behind the turn that it stands behind there."""
    following: dict[Key, list[Key]] = {}
    standing, anchor = set(order), None
    for key in mine:
        if key in standing:
            anchor = key if key not in skipped else anchor
        else:
            following.setdefault(anchor, []).append(key)
    found = list(following.get(None, ()))
    for key in order:
        found += [key, *following.get(key, ())]
    return found


def _turns(
    keys: Sequence[Key], versions: tuple[_Version, _Version, _Version], chosen: Mapping[str, Side], otherwise: Side
) -> tuple[dict[Key, Turn], tuple[TurnConflict, ...]]:
    result: dict[Key, Turn] = {}
    conflicts = []
    for key in keys:
        base, theirs, mine = (version[key] for version in versions)
        turn = _only_change(base, theirs, mine)
        if _differ(base, theirs, mine):
            name = _name(key, base)
            turn = _chosen(theirs, mine, chosen.get(name, otherwise))
            conflicts.append(TurnConflict(name, base, theirs, mine, len(result) + 1 if turn else None))
        if turn:
            result[key] = replace(turn, id=_id(base, theirs, mine))
    return result, tuple(conflicts)


def _differ(base: Turn | None, theirs: Turn | None, mine: Turn | None) -> bool:
    old, their, my = _said(base), _said(theirs), _said(mine)
    if base is None:
        return theirs is not None and mine is not None and their != my
    return old != their != my != old


def _only_change(base: Turn | None, theirs: Turn | None, mine: Turn | None) -> Turn | None:
    """The version of the one that has changed it."""
    if base is None:
        return theirs or mine
    return mine if _said(theirs) == _said(base) else theirs


def _chosen(theirs: Turn | None, mine: Turn | None, side: Side) -> Turn | None:
    if side is Side.BOTH and theirs and mine:
        return replace(mine, paragraphs=(*theirs.paragraphs, *mine.paragraphs))
    if side is Side.BOTH:
        return theirs or mine
    return mine if side is Side.MINE else theirs


def _name(key: Key, base: Turn | None) -> str:
    return (base.id or f"b{key}") if base else str(key)


def _id(base: Turn | None, theirs: Turn | None, mine: Turn | None) -> str:
    """The id that one of the two has given it anew, else the one that it had."""
    old = base.id if base else ""
    ids = (turn.id for turn in (theirs, mine) if turn and turn.id not in ("", old))
    return next(ids, old)
