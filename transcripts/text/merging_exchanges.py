"""Which exchange each turn of a merged transcript belongs to.

Two versions number their exchanges anew behind every exchange that they insert. So what is merged is not the number
but the company: which turn opens the exchange that a turn belongs to.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence

from transcripts.text.transcript import Turn

Key = Hashable
Turns = Mapping[Key, Turn]


def merged_exchanges(keys: Sequence[Key], base: Turns, theirs: Turns, mine: Turns) -> dict[Key, int | None]:
    """The number of each key's exchange, None where it is in none. Numbers stay where they can. O(n)."""
    openers = [_openers(version) for version in (base, theirs, mine)]
    opened_by = {key: _opener(key, *openers) for key in keys}
    standing = dict.fromkeys(opener for opener in opened_by.values() if opener is not None)
    numbers = _kept_numbers(list(standing), base, theirs, mine)
    return {key: None if opener is None else numbers[opener] for key, opener in opened_by.items()}


def _openers(turns: Turns) -> dict[Key, Key | None]:
    """For each turn, the key of the first turn of its exchange."""
    first: dict[int, Key] = {}
    for key, turn in turns.items():
        if turn.exchange is not None:
            first.setdefault(turn.exchange, key)
    return {key: None if turn.exchange is None else first[turn.exchange] for key, turn in turns.items()}


def _opener(
    key: Key, base: Mapping[Key, Key | None], theirs: Mapping[Key, Key | None], mine: Mapping[Key, Key | None]
) -> Key | None:
    if key not in theirs or key not in mine:
        return theirs.get(key, mine.get(key))
    return theirs[key] if mine[key] == base.get(key) else mine[key]


def _kept_numbers(openers: Sequence[Key], base: Turns, theirs: Turns, mine: Turns) -> dict[Key, int]:
    """The numbers that the changed version gives them; counted afresh, in order, where two would have the same."""
    kept = [_number(opener, base, theirs, mine) for opener in openers]
    numbers = [number for number in kept if number is not None]
    if numbers != sorted(set(numbers)) or len(numbers) < len(kept):
        return {opener: number for number, opener in enumerate(openers, start=1)}
    return dict(zip(openers, numbers, strict=True))


def _number(opener: Key, base: Turns, theirs: Turns, mine: Turns) -> int | None:
    old, their, my = (version[opener].exchange if opener in version else None for version in (base, theirs, mine))
    return (their if my == old else my) or their or my or old
