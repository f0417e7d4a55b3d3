"""Which old turn is which new turn, so that an id stays with its turn through a correction."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from transcripts.text.transcript import Turn

# Two turns under this likeness (0 to 1) are two turns: a wrong id is worse than a new one.
BAR = 0.6
SAME_LABEL = 0.1
CONTAINED = 90.0
# A text this long that stands once on either side is the same turn wherever it has moved to.
ANCHOR_LENGTH = 40

Pairs = dict[int, int]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Indices into the two sequences. `old_of[new]` is the old turn that a new one continues, or None;
    `removed` the old turns that are gone; `merged[old]` the new turn that now holds a gone turn's words.
    """

    old_of: tuple[int | None, ...]
    removed: tuple[int, ...]
    merged: dict[int, int]


def align(old: Sequence[Turn], new: Sequence[Turn]) -> Alignment:
    """Pair old turns with new ones: by id where the new one carries it, by identical text, then in order by likeness.

    The last step is Needleman–Wunsch between the pairs that stand already: O(n·m) over the turns that changed,
    which a correction keeps few. Raises nothing.
    """
    pairs = _by_id(old, new)
    pairs |= _by_unique_text(old, new, pairs)
    pairs |= _by_order(old, new, pairs)
    new_of = {before: after for after, before in pairs.items()}
    gone = [index for index in range(len(old)) if index not in new_of]
    merged = dict(_merges(old, new, gone, new_of))
    return Alignment(
        old_of=tuple(pairs.get(index) for index in range(len(new))),
        removed=tuple(index for index in gone if index not in merged),
        merged=merged,
    )


def _by_id(old: Sequence[Turn], new: Sequence[Turn]) -> Pairs:
    known = {turn.id: index for index, turn in enumerate(old) if turn.id}
    pairs: Pairs = {}
    for index, turn in enumerate(new):
        before = known.pop(turn.id, None)
        if before is not None:
            pairs[index] = before
    return pairs


def _by_unique_text(old: Sequence[Turn], new: Sequence[Turn], pairs: Pairs) -> Pairs:
    before = _unique(old, set(pairs.values()))
    after = _unique(new, set(pairs))
    return {after[text]: before[text] for text in after.keys() & before.keys()}


def _unique(turns: Sequence[Turn], taken: set[int]) -> dict[str, int]:
    counts = Counter(turn.text for turn in turns)
    return {
        turn.text: index
        for index, turn in enumerate(turns)
        if index not in taken and len(turn.text) >= ANCHOR_LENGTH and counts[turn.text] == 1
    }


def _by_order(old: Sequence[Turn], new: Sequence[Turn], pairs: Pairs) -> Pairs:
    found: Pairs = {}
    taken = set(pairs.values())
    for olds, news in _gaps(len(old), len(new), pairs):
        free_old = [index for index in olds if index not in taken]
        free_new = [index for index in news if index not in pairs]
        found |= _global(old, new, free_old, free_new)
    return found


def _gaps(old_size: int, new_size: int, pairs: Pairs) -> Iterator[tuple[range, range]]:
    """The stretches between the pairs that are in order on both sides."""
    from_old = from_new = 0
    for after, before in [*_in_order(pairs), (new_size, old_size)]:
        yield range(from_old, before), range(from_new, after)
        from_old, from_new = before + 1, after + 1


def _in_order(pairs: Pairs) -> list[tuple[int, int]]:
    """The longest run of pairs that cross no other: a turn that moved must not split the rest (quadratic, few)."""
    items = sorted(pairs.items())
    if all(a[1] < b[1] for a, b in itertools.pairwise(items)):
        return items
    best: list[int] = []
    back: list[int] = []
    for index, (_after, before) in enumerate(items):
        earlier = [other for other in range(index) if items[other][1] < before]
        chosen = max(earlier, key=best.__getitem__, default=-1)
        back.append(chosen)
        best.append(1 + (best[chosen] if chosen >= 0 else 0))
    index = max(range(len(items)), key=best.__getitem__)
    chain = []
    while index >= 0:
        chain.append(items[index])
        index = back[index]
    return chain[::-1]


def _global(old: Sequence[Turn], new: Sequence[Turn], olds: list[int], news: list[int]) -> Pairs:
    if not olds or not news:
        return {}
    likeness = [[_likeness(old[before], new[after]) for after in news] for before in olds]
    best = [[0.0] * (len(news) + 1) for _row in range(len(olds) + 1)]
    for row in range(len(olds) - 1, -1, -1):
        for column in range(len(news) - 1, -1, -1):
            paired = best[row + 1][column + 1] + likeness[row][column] if likeness[row][column] >= BAR else 0.0
            best[row][column] = max(best[row + 1][column], best[row][column + 1], paired)
    return dict(_walk(best, olds, news))


def _walk(best: list[list[float]], olds: list[int], news: list[int]) -> Iterator[tuple[int, int]]:
    row = column = 0
    while row < len(olds) and column < len(news):
        if best[row][column] == best[row + 1][column]:
            row += 1
        elif best[row][column] == best[row][column + 1]:
            column += 1
        else:
            yield news[column], olds[row]
            row, column = row + 1, column + 1


def _likeness(old: Turn, new: Turn) -> float:
    """0 to 1 by text, a little more under the same label."""
    return fuzz.ratio(old.text, new.text) / 100 + (SAME_LABEL if old.label == new.label else 0.0)


def _merges(old: Sequence[Turn], new: Sequence[Turn], gone: list[int], new_of: Pairs) -> Iterator[tuple[int, int]]:
    """A gone turn whose words now stand in the turn that its neighbour became has been merged into it."""
    for index in gone:
        for neighbour in (index - 1, index + 1):
            after = new_of.get(neighbour)
            if after is not None and _holds(new[after], old[index]):
                yield index, after
                break


def _holds(whole: Turn, part: Turn) -> bool:
    longer = len(whole.text) > len(part.text) >= ANCHOR_LENGTH
    return longer and fuzz.partial_ratio(part.text, whole.text) >= CONTAINED
