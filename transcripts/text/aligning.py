"""Which old turn is which new turn, so that an id stays with its turn through a correction."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transcripts.text.likeness import (
    Holders,
    Words,
    candidates,
    common,
    compared,
    doubles,
    rare_pairs,
    repeated,
    shares_runs,
    weight,
)
from transcripts.text.rivals import (
    Doubles,
    Pairs,
    Weights,
    is_sure_in_place,
    rivals,
    said_by_another,
    split_off,
    torn,
)
from transcripts.text.transcript import Turn

# A turn that has moved is known by so many words of its own, or by words that stand once on either side.
MOVED_WORDS = 8
MOST = 0.5
# What is shorter is said again and again: "(Laughs.)", "Thank you."
FEW_WORDS = 4
# From so many words on, the same words are the same turn even where another resembles it.
TWIN_WORDS = 12
# What is shorter than this share of a turn is a part of it.
PART = 0.75
# The best place for a moved turn must be better than the next best by this.
CLEARLY = 1.5


@dataclass(frozen=True, slots=True)
class Alignment:
    """Indices into the two sequences. `old_of[new]` is the old turn that a new one continues, or None;
    `removed` the old turns that are gone; `merged[old]` the new turn that now holds a gone turn's words.
    """

    old_of: tuple[int | None, ...]
    removed: tuple[int, ...]
    merged: dict[int, int]


def align(old: Sequence[Turn], new: Sequence[Turn]) -> Alignment:
    """Pair old turns with new ones: by id where the new one carries it, by the same words, by likeness in order.

    In order means the heaviest chain of pairs that cross nowhere: a global alignment over the pairs that are worth
    comparing. Time is O(n log n) in the turns, memory O(n). Raises nothing.
    """
    olds, news = compared(old, new)
    holders = rare_pairs(olds)
    alike = doubles(olds, holders)
    pairs = _by_id(old, new)
    pairs |= _by_unique_words(olds, news, pairs, alike)
    likely = _weights(olds, news, pairs, holders)
    lesser = set(_lesser_parts(olds, news, likely))
    weights = {pair: value for pair, value in likely.items() if pair not in lesser}
    chain = _heaviest_chain(weights)
    standing = pairs | chain
    unsure = torn(olds, news, chain, weights, set(standing.values()), alike)
    others = rivals(likely, alike)
    unsure |= split_off(olds, news, chain, standing, others)
    unsure |= said_by_another(olds, news, chain, standing)
    resembled = set(alike) | repeated(olds)
    pairs |= {
        after: before
        for after, before in chain.items()
        if after not in unsure and is_sure_in_place(olds, news, after, standing, resembled)
    }
    merged = dict(_merges(olds, news, pairs))
    settled = {*merged, *(chain[after] for after in unsure)}
    left = {pair: value for pair, value in weights.items() if pair[0] not in unsure and pair[1] not in settled}
    moved = _moved(olds, news, left, pairs)
    parts = split_off(olds, news, moved, pairs | moved, others)
    pairs |= {after: before for after, before in moved.items() if after not in parts}
    gone = set(range(len(old))) - set(pairs.values())
    merged |= dict(_merges(olds, news, pairs))
    return Alignment(
        old_of=tuple(pairs.get(index) for index in range(len(new))),
        removed=tuple(sorted(gone - set(merged))),
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


def _by_unique_words(olds: Sequence[Words], news: Sequence[Words], fixed: Pairs, alike: Doubles) -> Pairs:
    """Turns whose words stand once on either side are the same turn wherever it has moved to.

    Short ones that another resembles need the same label too, and none but they may have it: with a word changed,
    they would be each other.
    """
    short = {index: others for index, others in alike.items() if len(olds[index].words) < TWIN_WORDS}
    twins = {index for index, others in short.items() if any(olds[i].label == olds[index].label for i in others)}
    before = _once(olds, set(fixed.values()) | twins)
    after = _once(news, set(fixed))
    same = ((after[words], before[words]) for words in after.keys() & before.keys())
    return {new: old for new, old in same if old not in short or olds[old].label == news[new].label}


def _once(turns: Sequence[Words], taken: set[int]) -> dict[tuple[str, ...], int]:
    counts = Counter(turn.words for turn in turns)
    return {
        turn.words: index
        for index, turn in enumerate(turns)
        if index not in taken and counts[turn.words] == 1 and len(turn.words) >= MOVED_WORDS
    }


def _weights(olds: Sequence[Words], news: Sequence[Words], fixed: Pairs, holders: Holders) -> Weights:
    taken = set(fixed.values())
    worth = candidates(olds, news, holders)
    pairs = ((after, before) for after, before in worth if after not in fixed and before not in taken)
    weighed = (((after, before), weight(olds[before], news[after])) for after, before in pairs)
    return {pair: value for pair, value in weighed if value}


def _lesser_parts(olds: Sequence[Words], news: Sequence[Words], weights: Weights) -> Iterator[tuple[int, int]]:
    """Pairs of an old turn with a mere part of it, where another new turn is more of it than of any other turn."""
    best_of_new = _best(weights, side=0)
    best_of_old = _best(weights, side=1)
    for pair, value in weights.items():
        best = best_of_old[pair[1]]
        is_part = len(news[pair[0]].words) < PART * len(olds[pair[1]].words)
        if is_part and value < weights[best] == weights[best_of_new[best[0]]]:
            yield pair


def _best(weights: Weights, *, side: int) -> dict[int, tuple[int, int]]:
    best: dict[int, tuple[int, int]] = {}
    for pair, value in weights.items():
        if pair[side] not in best or value > weights[best[pair[side]]]:
            best[pair[side]] = pair
    return best


def _heaviest_chain(weights: Weights) -> Pairs:
    """The pairs, each later on both sides than the one before, whose weights add up to most.

    A Fenwick tree over the old turns holds the heaviest chain that ends before each (Fenwick 1994).
    """
    # Of one new turn's pairs the last old one goes first, so that no chain takes two of them.
    order = sorted(weights, key=lambda pair: (pair[0], -pair[1]))
    olds = sorted({before for _after, before in order})
    tree: list[tuple[float, int]] = [(0.0, -1)] * (len(olds) + 1)
    back: list[int] = []
    for number, (after, before) in enumerate(order):
        rank = bisect_left(olds, before)
        total, previous = _heaviest_before(tree, rank)
        back.append(previous)
        _enter(tree, rank + 1, (total + weights[after, before], number))
    _total, last = _heaviest_before(tree, len(olds))
    return dict(_chain(order, back, last))


def _heaviest_before(tree: list[tuple[float, int]], rank: int) -> tuple[float, int]:
    best = (0.0, -1)
    while rank:
        best = max(best, tree[rank])
        rank &= rank - 1
    return best


def _enter(tree: list[tuple[float, int]], rank: int, entry: tuple[float, int]) -> None:
    while rank < len(tree):
        tree[rank] = max(tree[rank], entry)
        rank += rank & -rank


def _chain(order: list[tuple[int, int]], back: list[int], last: int) -> Iterator[tuple[int, int]]:
    while last >= 0:
        yield order[last]
        last = back[last]


def _moved(olds: Sequence[Words], news: Sequence[Words], weights: Weights, pairs: Pairs) -> Pairs:
    """Pairs out of order, the heaviest first, where no other place comes near."""
    taken = set(pairs.values())
    left = {pair: value for pair, value in weights.items() if pair[0] not in pairs and pair[1] not in taken}
    found: Pairs = {}
    for after, before in sorted(left, key=lambda pair: (-left[pair], pair)):
        free = after not in found and before not in found.values()
        if free and _is_sure(olds[before], news[after]) and _is_clear((after, before), left):
            found[after] = before
    return found


def _is_sure(old: Words, new: Words) -> bool:
    """Whether a turn out of order is known: by its words, or because most of what it says stands in the old one."""
    if old == new:
        return len(old.words) >= FEW_WORDS
    most = common(old.words, new.words) >= MOST * len(new.words)
    return len(old.words) >= MOVED_WORDS and (old.words == new.words or (most and shares_runs(old, new)))


def _is_clear(pair: tuple[int, int], weights: Weights) -> bool:
    rivals = (
        value for other, value in weights.items() if other != pair and (other[0] == pair[0] or other[1] == pair[1])
    )
    return weights[pair] >= CLEARLY * max(rivals, default=0.0)


def _merges(olds: Sequence[Words], news: Sequence[Words], pairs: Pairs) -> Iterator[tuple[int, int]]:
    """A gone turn whose words now stand in the turn that its neighbour became has been merged into it."""
    new_of = {before: after for after, before in pairs.items()}
    for index in range(len(olds)):
        for neighbour in (index - 1, index + 1) if index not in new_of else ():
            after = new_of.get(neighbour)
            if after is not None and _holds(news[after], olds[index]):
                yield index, after
                break


def _holds(whole: Words, part: Words) -> bool:
    return len(whole.words) > len(part.words) and shares_runs(whole, part)
