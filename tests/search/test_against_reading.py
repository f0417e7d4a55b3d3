"""The index finds what somebody would who read every turn: random queries over random texts."""

import random
import re

import pytest
from rapidfuzz.distance import OSA
from small_archive import add_event, add_turn, mark_stale, search

from transcripts.models import Turn
from transcripts.search import indexing
from transcripts.search.nodes import And, Fuzzy, Near, Not, Or, Pattern, Phrase, Prefix, Word
from transcripts.search.query import FILTERS, parse_query
from transcripts.search.words import folded_words, stem

pytestmark = pytest.mark.django_db

WORDS = ("ferry", "ferries", "is", "it", "long-term", "Fähre", "U.S.", "don’t", "to", "promise", "promised")
TYPED = (*WORDS, "prom*", "fe*", '"is it"', '"it is"', '"to long term"', '"us to"', "ada", "nothing")
TYPED += ("f?hre", "*it", "p*se", "fer*y", "ferri~", "promised~", '"it ferry"~2', '"is to it"~1', '"us ferries"~9')


def holds(node, words: list[str], names: list[str]) -> bool:
    """Whether a turn with these words and names matches, by looking at each word."""
    match node:
        case None:
            return True
        case Word(text) if len(folded_words(text)) == 1:
            [word] = folded_words(text)
            return word in names or word in words or stem(word) in map(stem, words)
        case Word(text) | Phrase(text):
            run = folded_words(text)
            return any(words[start : start + len(run)] == run for start in range(len(words)))
        case Prefix(text):
            return any(word.startswith(text) for word in (*words, *names))
        case And(parts):
            return all(holds(part, words, names) for part in parts)
        case Or(parts):
            return any(holds(part, words, names) for part in parts)
        case Not(part):
            return not holds(part, words, names)
    return holds_form(node, words)


def holds_form(leaf, words: list[str]) -> bool:
    match leaf:
        case Pattern(text):
            return any(re.fullmatch(text.replace("*", ".*").replace("?", "."), word) for word in words)
        case Fuzzy(text, edits):
            return any(OSA.distance(text, word) <= edits for word in words)
        case Near(text, within):
            return stand_close(set(folded_words(text)), words, within)


def stand_close(wanted: set[str], words: list[str], within: int) -> bool:
    length = len(wanted) + within
    return any(wanted <= set(words[start : start + length]) for start in range(len(words)))


@pytest.fixture
def chance():
    return random.Random(20240404)


@pytest.fixture
def turns(chance) -> list[Turn]:
    """Events of several batches, some of them corrected since, so that the index has old and new segments."""
    events = [add_event(on=f"202{number % 5}-01-0{number % 9 + 1}", series=f"Run {number % 2}") for number in range(12)]
    for event in events:
        for _ in range(6):
            text = " ".join(chance.choices(WORDS, k=chance.randint(1, 9)))
            add_turn(
                event, text, by=chance.choice(["Ada Quill", "Ben Oake", ""]), kind=chance.choice(["answer", "question"])
            )
        mark_stale(event)
        indexing.drain()
    Turn.objects.filter(event=events[3], position__gt=3).update(text="It is corrected to a promise.")
    Turn.objects.filter(event=events[4], position=1).update(state="removed")
    for event in events[3:5]:
        mark_stale(event)
    indexing.drain()
    return list(Turn.objects.current().with_names().select_related("event__series"))


def typed_by(chance) -> str:
    pieces = []
    for _ in range(chance.randint(1, 4)):
        piece = chance.choice(TYPED)
        if chance.random() < 0.2:
            piece = f"({piece} {chance.choice(['OR', 'AND', ''])} {chance.choice(TYPED)})"
        pieces.append(chance.choice(["", "", "-", "NOT "]) + piece)
    return f" {chance.choice(['', 'OR', 'AND'])} ".join(pieces)


def test_random_queries_find_exactly_what_reading_finds(chance, turns):
    for _ in range(200):
        typed = typed_by(chance)
        node = parse_query({"q": [typed]}).node
        expected = {
            turn.public_id
            for turn in turns
            if holds(node, folded_words(turn.text), folded_words(turn.speaker.name if turn.speaker else ""))
        }
        page = search(typed, per_page=1000)
        assert {hit.turn.public_id for hit in page.hits} == expected, typed
        assert page.total == len(expected), typed


def slug_of(turn, name) -> str:
    bearer = {"speaker": turn.speaker, "outlet": turn.affiliation, "event": turn.event, "series": turn.event.series}
    if name in bearer:
        return bearer[name].slug if bearer[name] else ""
    if name == "year":
        return str(turn.event.date.year)
    return turn.event.language if name == "language" else getattr(turn, name)


def test_facets_and_years_of_random_queries_are_what_counting_the_hits_gives(chance, turns):
    for _ in range(60):
        page = search(typed_by(chance), per_page=1000)
        hits = [hit.turn for hit in page.hits]
        for facet in page.facets:
            assert facet.name in FILTERS
            counted = {value.slug: value.count for value in facet.values}
            slugs = [slug_of(turn, facet.name) for turn in hits]
            assert counted == {slug: slugs.count(slug) for slug in set(slugs) - {""}}
        years = [turn.event.date.year for turn in hits]
        assert page.years == tuple(sorted((year, years.count(year)) for year in set(years)))
