"""Which old turn each new turn continues, as it is decided: by an editor's word first, then as `align` finds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from transcripts.text.aligning import Alignment, align
from transcripts.text.transcript import NEW, Turn

# So many words are not said twice by chance.
LONG = 12
Told = Mapping[str, str]


def decide(
    old: Sequence[Turn], new: Sequence[Turn], merged: Told | None = None, *, departed: Sequence[Turn] = ()
) -> Alignment:
    """Pair old turns with new ones as the new ones say, and as `align` does where they say nothing.

    A new turn with an old one's id continues that; one whose id is `NEW` continues none. `merged` tells of old turns,
    by their ids, that nothing continues: the id of the new turn that holds their words, or "" where none does.
    `departed` are turns that went before and that new ones name; their indices follow those of `old`.
    Time and memory as `align`. Raises nothing.
    """
    whole = [*old, *departed]
    told = _told(new, merged or {})
    befores = [index for index, turn in enumerate(whole) if turn.id not in told]
    afters = [index for index, turn in enumerate(new) if turn.id != NEW]
    olds, news = [whole[index] for index in befores], [new[index] for index in afters]
    found = align(olds, _named_to_the_letter(olds, news))
    old_of: list[int | None] = [None] * len(new)
    for after, before in zip(afters, found.old_of, strict=True):
        old_of[after] = None if before is None else befores[before]
    into = {befores[before]: afters[after] for before, after in found.merged.items()}
    into |= dict(_renamed(whole, new, old_of, told, len(old)))
    into |= dict(_told_targets(whole, old_of, told))
    kept = {index for index in old_of if index is not None}
    removed = (index for index in range(len(whole)) if index not in kept and index not in into)
    return Alignment(tuple(old_of), tuple(removed), into)


def _named_to_the_letter(old: Sequence[Turn], new: Sequence[Turn]) -> list[Turn]:
    """The new turns; those that say, to the letter, what just one old turn says, carry its id.

    Words alone, as `align` compares them, cannot tell apart turns that differ in a figure.
    """
    taken = {turn.id for turn in new}
    before = _once([turn for turn in old if turn.id and turn.id not in taken])
    after = _once([turn for turn in new if not turn.id])
    ids = {said: before[said].id for said in after if said in before}
    return [turn if turn.id else replace(turn, id=ids.get((turn.label, turn.text), "")) for turn in new]


def _once(turns: Sequence[Turn]) -> dict[tuple[str, str], Turn]:
    """Long turns that are no other's double, by label and text."""
    counts = Counter((turn.label, turn.text) for turn in turns)
    said = {(turn.label, turn.text): turn for turn in turns}
    return {key: turn for key, turn in said.items() if counts[key] == 1 and len(key[1].split()) >= LONG}


def _told(new: Sequence[Turn], merged: Told) -> Told:
    """What is said of old turns that no new turn names."""
    named = {turn.id for turn in new}
    return {public_id: target for public_id, target in merged.items() if public_id not in named}


def _renamed(
    old: Sequence[Turn], new: Sequence[Turn], old_of: Sequence[int | None], told: Told, departed: int
) -> Iterator[tuple[int, int]]:
    """Old turns whose very words stand under another's id, which an editor gave them back: they lead there."""
    kept = {index for index in old_of if index is not None}
    standing = {new[after].text: (after, before) for after, before in enumerate(old_of) if before is not None}
    for index, turn in enumerate(old):
        if index in kept or turn.id in told:
            continue
        after, before = standing.get(turn.text, (None, 0))
        if after is not None and (before >= departed or old[before].text != turn.text):
            yield index, after


def _told_targets(old: Sequence[Turn], old_of: Sequence[int | None], told: Told) -> Iterator[tuple[int, int]]:
    place = {old[before].id: after for after, before in enumerate(old_of) if before is not None}
    for index, turn in enumerate(old):
        target = place.get(told.get(turn.id, ""))
        if target is not None:
            yield index, target
