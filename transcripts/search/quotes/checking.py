"""Whether words were said: verbatim, nearly so, or nowhere in what was searched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Max, Min

from transcripts.models import Event, Turn
from transcripts.search.engine import answered
from transcripts.search.loading import hits_of
from transcripts.search.query import Query
from transcripts.search.quotes import candidates
from transcripts.search.quotes.matching import Match, match
from transcripts.search.quotes.passages import continued, passage_of, turns_of
from transcripts.search.quotes.pasted import Quotation, read

# From this score on the words are those that were meant, and below they are others that share some.
NEAR = 0.7
FEWEST = 3  # words that must be there for that
PLACES = 3
CLOSER_LOOK = 8
# Paragraphs are one quote where so much of all of them stands together.
ONE_QUOTE = 0.85
LEANING = 0.3  # how much better the fiftieth of the index's candidates must be than the first

Rarity = Mapping[str, float]


class Verdict(StrEnum):
    VERBATIM = "verbatim"
    NEAR = "near"
    NOT_FOUND = "not-found"


@dataclass(frozen=True, slots=True)
class Place:
    """A turn, or a speaker's turns around an interruption, that says the quote or what is nearest to it.

    `question` is the question that was answered, None where it was not an answer.
    """

    match: Match
    question: Turn | None

    @property
    def turn(self) -> Turn:
        """The turn in which the words begin."""
        return next(turn for turn, _start, _end in self.parts)

    @property
    def parts(self) -> tuple[tuple[Turn, int, int], ...]:
        """The turns that the words are from, each with the characters of its text that they are."""
        return tuple(self.match.passage.parts(self.match.start, self.match.end))


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one quote. `places` are the best first; of a verbatim quote the oldest first, `times` in all.

    Of a quote that was not found they are the nearest there is, which are not it.
    """

    quotation: Quotation
    verdict: Verdict
    places: tuple[Place, ...]
    times: int = 0


@dataclass(frozen=True, slots=True)
class Searched:
    """What there was to be found: so many turns, of events from the `first` day to the `last`."""

    turns: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Checked:
    """`notes` are sentences for the reader, in English and marked for translation."""

    answers: tuple[Answer, ...]
    searched: Searched
    notes: tuple[str, ...] = ()


def check(text: str) -> Checked:
    """Each quote of what was pasted, in order. Seven database queries a quote at most. Raises SearchUnavailable."""
    pasted, all_that = read(text), searched()
    if pasted.wholly:
        as_one = answer(pasted.wholly, all_that)
        if as_one.verdict is not Verdict.NOT_FOUND and _is_together(as_one.places[0].match):
            return Checked((as_one,), all_that, pasted.notes)
    return Checked(tuple(answer(each, all_that) for each in pasted.quotations), all_that, pasted.notes)


def _is_together(found: Match) -> bool:
    return found.same + found.spelled >= ONE_QUOTE * found.total


def searched() -> Searched:
    """Raises SearchUnavailable."""
    _query, everything = answered(Query(), per_page=1)
    days = Event.objects.published().aggregate(first=Min("date"), last=Max("date"))
    return Searched(everything.total, **days)


def answer(quotation: Quotation, all_that: Searched) -> Answer:
    """What became of one quote in all that is searched. Raises SearchUnavailable."""
    rarity = candidates.rarities(quotation, all_that.turns)
    public_ids, times = candidates.verbatim(quotation)
    exact = [found for found in _matches(quotation, public_ids, rarity) if found.is_verbatim]
    if exact:
        return Answer(quotation, Verdict.VERBATIM, _places(exact), max(times, len(exact)))
    likeliest = _nearest(quotation, candidates.likeliest(quotation, rarity), rarity)
    if likeliest.verdict is not Verdict.NOT_FOUND:
        return likeliest
    return _nearest(quotation, candidates.nearest(quotation, rarity), rarity)


def _nearest(quotation: Quotation, public_ids: Sequence[str], rarity: Rarity) -> Answer:
    found = list(_matches(quotation, public_ids, rarity))
    best = sorted(range(len(found)), key=lambda place: _merit(found[place], place))[:CLOSER_LOOK]
    wider = list(zip(_continued(quotation, [found[place] for place in best], rarity), best, strict=True))
    matches = _distinct([each for each, _place in sorted(wider, key=lambda pair: _merit(*pair))])
    if exact := [each for each in matches if each.is_verbatim]:
        return Answer(quotation, Verdict.VERBATIM, _places(exact), len(exact))
    if near := [each for each in matches if _is_near(each)]:
        return Answer(quotation, Verdict.NEAR, _places(near[:PLACES]))
    return Answer(quotation, Verdict.NOT_FOUND, _places(matches[:PLACES]))


def _merit(found: Match, place: int) -> float:
    """The best have the least. Of two that are about as good, the one that the index put first has the rarer words."""
    return LEANING * place / candidates.NEAREST - found.score


def _is_near(found: Match) -> bool:
    """By the count of its words and by their weight too: six words that everybody says are not yet a quote."""
    enough = found.same + found.spelled >= min(FEWEST, found.total)
    return enough and min(found.share, found.score) >= NEAR


def _matches(quotation: Quotation, public_ids: Sequence[str], rarity: Rarity) -> Iterator[Match]:
    for turn in turns_of(public_ids):
        if found := match(quotation, passage_of(turn), rarity):
            yield found


def _continued(quotation: Quotation, found: Sequence[Match], rarity: Rarity) -> Iterator[Match]:
    """Each as it is, or over an interruption where more of the quote is there."""
    passages = continued([each.passage.turns[0] for each in found if each.is_cut_off])
    for each in found:
        passage = passages.get(each.passage.turns[0].pk)
        wider = passage and match(quotation, passage, rarity)
        yield wider if wider and wider.score > each.score else each


def _places(found: Sequence[Match]) -> tuple[Place, ...]:
    """With the question that each answers."""
    places = [Place(each, None) for each in found]
    hits = {hit.turn.pk: hit for hit in hits_of([place.turn.public_id for place in places], Query())}
    questions = {key: hit.question for key, hit in hits.items()}
    return tuple(Place(place.match, questions.get(place.turn.pk)) for place in places)


def _distinct(found: Sequence[Match]) -> list[Match]:
    """Without those that are a part of a better one."""
    kept: list[Match] = []
    taken: set[int] = set()
    for each in found:
        keys = {turn.pk for turn, _start, _end in each.passage.parts(each.start, each.end)}
        if not keys & taken:
            kept.append(each)
            taken |= keys
    return kept
