"""Which old turn is which new turn, so that an id stays with its turn through a correction."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from transcripts.text.likeness import SHORT, Words, candidates, doubles, shares_runs, weight
from transcripts.text.transcript import Turn

# A turn that has moved is known by so many words of its own, or by words that stand once on either side.
MOVED_WORDS = 8
# From so many words on, the same words are the same turn even where another resembles it.
TWIN_WORDS = 12
# An old turn left over that is as likely as this, beside the one that was chosen, leaves a turn without an id.
TORN = 0.8
# What is shorter than this share of a turn is a part of it.
PART = 0.75
# The best place for a moved turn must be better than the next best by this.
CLEARLY = 1.5

Pairs = dict[int, int]
Weights = dict[tuple[int, int], float]


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
    olds, news = [Words.of(turn) for turn in old], [Words.of(turn) for turn in new]
    pairs = _by_id(old, new)
    pairs |= _by_unique_words(olds, news, pairs)
    weights = _weights(olds, news, pairs)
    chain = _heaviest_chain(weights)
    standing = pairs | chain
    torn = _torn(olds, news, chain, weights, set(standing.values()))
    pairs |= {
        after: before
        for after, before in chain.items()
        if after not in torn and _is_sure_in_place(olds, news, after, standing)
    }
    pairs |= _moved(olds, news, weights, pairs)
    new_of = {before: after for after, before in pairs.items()}
    gone = [index for index in range(len(old)) if index not in new_of]
    merged = dict(_merges(olds, news, gone, new_of))
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


def _by_unique_words(olds: Sequence[Words], news: Sequence[Words], fixed: Pairs) -> Pairs:
    """Turns whose words stand once on either side are the same turn wherever it has moved to.

    Not short ones that another resembles: with a word changed, they would be each other.
    """
    twins = {index for index in doubles(olds) if len(olds[index].words) < TWIN_WORDS}
    before = _once(olds, set(fixed.values()) | twins)
    after = _once(news, set(fixed))
    return {after[words]: before[words] for words in after.keys() & before.keys()}


def _once(turns: Sequence[Words], taken: set[int]) -> dict[tuple[str, ...], int]:
    counts = Counter(turn.words for turn in turns)
    return {
        turn.words: index
        for index, turn in enumerate(turns)
        if index not in taken and counts[turn.words] == 1 and len(turn.words) >= MOVED_WORDS
    }


def _weights(olds: Sequence[Words], news: Sequence[Words], fixed: Pairs) -> Weights:
    taken = set(fixed.values())
    pairs = ((after, before) for after, before in candidates(olds, news) if after not in fixed and before not in taken)
    weighed = (((after, before), weight(olds[before], news[after])) for after, before in pairs)
    weights = {pair: value for pair, value in weighed if value}
    lesser = set(_lesser_parts(olds, news, weights))
    return {pair: value for pair, value in weights.items() if pair not in lesser}


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


def _is_sure_in_place(olds: Sequence[Words], news: Sequence[Words], after: int, pairs: Pairs) -> bool:
    """A short turn in other words, or another's, needs the same neighbour on both sides: few words say too little."""
    before = pairs[after]
    if olds[before] == news[after] or min(len(olds[before].words), len(news[after].words)) > SHORT:
        return True
    edges = (after == before == 0) or (len(news) - after == len(olds) - before == 1)
    return edges or pairs.get(after - 1) == before - 1 or pairs.get(after + 1) == before + 1


def _torn(olds: Sequence[Words], news: Sequence[Words], chain: Pairs, weights: Weights, taken: set[int]) -> set[int]:
    """New turns in other words that may as well continue a double, left over, of the turn that they were given."""
    alike = doubles(olds)

    def may_continue(after: int, before: int) -> bool:
        given = chain.get(after, before)
        if before in taken or before not in alike.get(given, ()) or olds[given].words == news[after].words:
            return False
        return len(news[after].words) <= SHORT or weights[after, before] >= TORN * weights[after, given]

    return {after for after, before in weights if may_continue(after, before)}


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
    return old == new or (len(old.words) >= MOVED_WORDS and (old.words == new.words or shares_runs(old, new)))


def _is_clear(pair: tuple[int, int], weights: Weights) -> bool:
    rivals = (
        value for other, value in weights.items() if other != pair and (other[0] == pair[0] or other[1] == pair[1])
    )
    return weights[pair] >= CLEARLY * max(rivals, default=0.0)


def _merges(
    olds: Sequence[Words], news: Sequence[Words], gone: Iterable[int], new_of: Pairs
) -> Iterator[tuple[int, int]]:
    """A gone turn whose words now stand in the turn that its neighbour became has been merged into it."""
    for index in gone:
        for neighbour in (index - 1, index + 1):
            after = new_of.get(neighbour)
            if after is not None and _holds(news[after], olds[index]):
                yield index, after
                break


def _holds(whole: Words, part: Words) -> bool:
    return len(whole.words) > len(part.words) and shares_runs(whole, part)
