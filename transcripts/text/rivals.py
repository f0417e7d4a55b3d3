"""Which pairs of an old and a new turn may as well be others: where nobody could tell, no id is given."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from transcripts.text.likeness import SHORT, Words, are_alike_afresh, common

# An old turn left over that is as likely as this, beside the one that was chosen, leaves a turn without an id.
TORN = 0.8
# An old turn that has lost so many words, as a share of another turn's, may have lost them to it.
LOST = 0.5
# Fewer words may stand in any sentence.
FEW = 4

Pairs = dict[int, int]
Weights = dict[tuple[int, int], float]
Doubles = dict[int, set[int]]


def is_sure_in_place(
    olds: Sequence[Words], news: Sequence[Words], after: int, pairs: Pairs, resembled: set[int]
) -> bool:
    """A turn in other words, or another's, needs the same neighbour on a side where few of its words are its own.

    So does a short one in the same words where another resembles it.
    """
    before = pairs[after]
    old, new = olds[before], news[after]
    short = min(len(old.words), len(new.words)) <= SHORT
    if (old == new and before not in resembled) or (not short and are_alike_afresh(old, new)):
        return True
    edges = (after == before == 0) or (len(news) - after == len(olds) - before == 1)
    return edges or pairs.get(after - 1) == before - 1 or pairs.get(after + 1) == before + 1


def torn(
    olds: Sequence[Words], news: Sequence[Words], chain: Pairs, weights: Weights, taken: set[int], alike: Doubles
) -> set[int]:
    """New turns in other words that may as well continue a double, left over, of the turn that they were given."""

    def may_continue(after: int, before: int) -> bool:
        given = chain.get(after, before)
        if before in taken or before not in alike.get(given, ()) or olds[given].words == news[after].words:
            return False
        return len(news[after].words) <= SHORT or weights[after, before] >= TORN * weights[after, given]

    return {after for after, before in weights if may_continue(after, before)}


def split_off(olds: Sequence[Words], news: Sequence[Words], chain: Pairs, standing: Pairs, alike: Doubles) -> set[int]:
    """New turns in other words that may as well be the part that a double of their old turn has lost.

    Where it would be the larger part, what the double became is in doubt too.
    """
    new_of = {before: after for after, before in standing.items()}
    unsure: set[int] = set()
    for after, given in chain.items():
        words = news[after].words
        own = common(olds[given].words, words) if olds[given].words != words else len(words) + 1
        for double in alike.get(given, ()):
            heir, part = new_of.get(double), common(olds[double].words, words)
            if heir is None or part < own:
                continue
            kept = common(olds[double].words, news[heir].words)
            if len(olds[double].words) - kept >= LOST * len(words):
                unsure |= {after, heir} if part > kept and heir in chain else {after}
    return unsure


def rivals(weights: Weights, alike: Doubles) -> Doubles:
    """For each old turn its doubles, and the others that some new turn is like as well."""
    olds_of: Doubles = defaultdict(set)
    for after, before in weights:
        olds_of[after].add(before)
    found: Doubles = defaultdict(set, {before: set(others) for before, others in alike.items()})
    for befores in olds_of.values():
        for before in befores:
            found[before] |= befores - {before}
    return found


def said_by_another(olds: Sequence[Words], news: Sequence[Words], chain: Pairs, standing: Pairs) -> set[int]:
    """New turns in exactly the words of an old turn that they were not given, and that nobody goes on saying.

    A word more before or after them makes no difference where there are a few.
    """
    places = defaultdict(list)
    for index, old in enumerate(olds):
        places[old.words].append(index)
    kept = {before for after, before in standing.items() if olds[before].words == news[after].words}
    return {
        after
        for after, given in chain.items()
        if olds[given].words != news[after].words
        and any(old not in kept and old != given for words in _said(news[after].words) for old in places.get(words, ()))
    }


def _said(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return (words, words[1:], words[:-1]) if len(words) > FEW else (words,)
