"""Which turns may have said a quote: the few, out of all, that are worth comparing word by word.

The backend is asked itself and not through the engine's door, which looks for other spellings and for fewer words
where a search finds little: here that is this module's own work.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice, pairwise
from statistics import fmean
from typing import Any

from haystack import connections

from transcripts.search.lexemes import default_edits
from transcripts.search.nodes import And, Fuzzy, Most, Node, Or, Phrase, Word
from transcripts.search.query import Query, Sort
from transcripts.search.quotes.pasted import Quotation

VERBATIM = 5
# Those with most of the words, which the engine puts in the order in which they have them.
LIKELIEST = 12
SHARE = 0.6  # of the words, rounded up
MOST_WORDS = 32  # of which it knows the order
NEAREST = 50
# Of a long quote so many words, and so many pairs of neighbours, tell it from all others.
TELLING = 14
# A word that hardly any turn has may be a slip of another: so many are looked for in other spellings too.
SLIPS = 3
RARE = 2
SHORTEST_SLIP = 4
# Added to each word's inverse document frequency. Without it one rare word outweighs four in their order that everybody
# says; measured with `make quote-report`, from 4 on it makes no difference.
COMMON_WEIGHT = 8.0


def verbatim(quotation: Quotation) -> tuple[tuple[str, ...], int]:
    """Turns that have all the words next to each other, but for the open places; the oldest first, and how many.

    Raises SearchUnavailable.
    """
    phrases = tuple(Phrase(" ".join(run)) for run in _runs(quotation))
    node: Node = phrases[0] if len(phrases) == 1 else And(phrases)
    found = _backend().find(Query(node=node, sort=Sort.OLDEST), per_page=VERBATIM)
    return found.public_ids, found.total


def likeliest(quotation: Quotation, rarity: Mapping[str, float]) -> tuple[str, ...]:
    """Turns that have most of the words, those first that have them in their order; none for a quote with open places
    or too many words for that. Raises SearchUnavailable.
    """
    words = [word.folded for word in quotation.words]
    if quotation.open_places or len(words) > MOST_WORDS:
        return ()
    slips = {slip.text: slip for slip in _slips(_rarest_first(words, rarity))}
    parts = tuple(slips.get(word) or Word(word) for word in words)
    return _backend().find(Query(node=Most(parts, math.ceil(SHARE * len(parts)))), per_page=LIKELIEST).public_ids


def nearest(quotation: Quotation, rarity: Mapping[str, float]) -> tuple[str, ...]:
    """Turns that share most of the quote's telling words and pairs of words. Raises SearchUnavailable."""
    words = [word.folded for word in quotation.words]
    alone = _rarest_first(words, rarity)
    pairs = sorted(dict.fromkeys(pairwise(words)), key=lambda pair: sum(map(rarity.__getitem__, pair)), reverse=True)
    texts = [*alone[:TELLING], *(" ".join(pair) for pair in pairs[:TELLING])]
    node = Or((*map(Phrase, texts), *_slips(alone)))
    return _backend().find(Query(node=node), per_page=NEAREST).public_ids


def _rarest_first(words: Iterable[str], rarity: Mapping[str, float]) -> list[str]:
    return sorted(dict.fromkeys(words), key=rarity.__getitem__, reverse=True)


def _slips(words: Iterable[str]) -> Iterator[Fuzzy]:
    rare = (word for word in words if len(word) >= SHORTEST_SLIP and _backend().frequency(word) <= RARE)
    yield from (Fuzzy(word, default_edits(word)) for word in islice(rare, SLIPS))


def rarities(quotation: Quotation, turns: int) -> dict[str, float]:
    """What each word weighs: a rare word more than a common one, by how few of so many turns have it.

    A word that none has tells nothing, and weighs as much as the others do on average.
    """
    counts = {word.folded: _backend().frequency(word.folded) for word in quotation.words}
    weights = {word: COMMON_WEIGHT + math.log(1 + turns / count) for word, count in counts.items() if count}
    return dict.fromkeys(counts, fmean(weights.values()) if weights else 1.0) | weights


def _runs(quotation: Quotation) -> list[list[str]]:
    """The words between open places."""
    words = [word.folded for word in quotation.words]
    borders = [0, *sorted(quotation.open_places & set(range(1, len(words)))), len(words)]
    return [words[start:end] for start, end in pairwise(borders)]


def _backend() -> Any:
    return connections["default"].get_backend()
