"""The numbers beside the results are those that the database counts, and every hit is on one page."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date

import pytest
from django.db.models import Count, Q, TextField, Value
from django.db.models.functions import Concat
from django.utils.text import slugify
from small_archive import add_event, add_turn, mark_stale, search

from transcripts.models import Turn
from transcripts.search import indexing

pytestmark = pytest.mark.django_db

QUERIES = 200
# Words that have no other forms, and that nobody's name has.
WORDS = ("zob", "quil", "murv", "tamp", "dorb", "vex", "lunk", "prad")
PEOPLE = ("Ada Oake", "Ben Oake", "Cy Moor", "")
OUTLETS = ("The Bollard", "Lantern Wire", "")
ROLES = ("Harbour Master", "Secretary General", "")
SERIES = ("Run 0", "Run 1", "")
LANGUAGES = ("en", "de", "")
COLUMNS = {
    "speaker": "speaker__slug",
    "outlet": "affiliation__slug",
    "role": "role",
    "kind": "kind",
    "event": "event__slug",
    "series": "event__series__slug",
    "language": "event__language",
    "year": "event__date__year",
}

PADDED = Concat(Value(" "), "text", Value(" "), output_field=TextField())


@pytest.fixture
def chance() -> random.Random:
    return random.Random(20260404)


@pytest.fixture(autouse=True)
def archive(chance) -> None:
    """Forty events, some corrected since, one withdrawn, one without a date."""
    events = [_event(chance, number) for number in range(18)]
    for event in events:
        mark_stale(event)
    indexing.drain()
    Turn.objects.filter(event=events[2], position__gt=3).update(text="zob zob vex")
    Turn.objects.filter(event=events[3], position=1).update(state="removed")
    events[4].state = "withdrawn"
    events[4].save()
    for event in events[2:5]:
        mark_stale(event)
    indexing.drain()


def _event(chance: random.Random, number: int):
    day = f"20{20 + number % 4}-0{number % 9 + 1}-11" if number else ""
    event = add_event(on=day, series=chance.choice(SERIES), language=chance.choice(LANGUAGES))
    for position in range(7):
        add_turn(
            event,
            " ".join(chance.choices(WORDS, k=chance.randint(1, 12))),
            by=chance.choice(PEOPLE),
            of=chance.choice(OUTLETS),
            role=chance.choice(ROLES),
            kind="question" if position % 2 == 0 else "answer",
        )
    return event


def asked(chance: random.Random) -> tuple[str, Q]:
    """What is typed, and the same as a condition on rows."""
    first, second = chance.sample(WORDS, 2)
    one, other = says(first), says(second)
    return chance.choice(
        [
            ("", Q()),
            (first, one),
            (f"{first} {second}", one & other),
            (f"{first} OR {second}", one | other),
            (f"{first} NOT {second}", one & ~other),
            (f'"{first} {second}"', says(f"{first} {second}")),
            (f"-{first}", ~one),
        ]
    )


def says(words: str) -> Q:
    return Q(padded__contains=f" {words} ")


def chosen(chance: random.Random) -> dict[str, list[str]]:
    """Up to three filters, each with one or two values that there are."""
    names = chance.sample(sorted(COLUMNS), chance.randint(0, 3))
    values = {name: _values(name) for name in names}
    return {name: chance.sample(values[name], min(chance.randint(1, 2), len(values[name]))) for name in names}


def _values(name: str) -> list[str]:
    rows = Turn.objects.published().order_by().values_list(COLUMNS[name], flat=True).distinct()
    return sorted({slug(name, value) for value in rows if value})


def slug(name: str, value: object) -> str:
    return slugify(value) if name == "role" else str(value)


def condition(name: str, slugs: list[str]) -> Q:
    values = [value for value in ROLES if slugify(value) in slugs] if name == "role" else slugs
    return Q(**{f"{COLUMNS[name]}__in": values})


def counted(words: Q, filters: dict[str, list[str]], days: Q, facet: str) -> dict[str, int]:
    """Turns by the facet's value, that match all filters but the facet's own."""
    turns = Turn.objects.published().annotate(padded=PADDED).filter(words, days)
    for name, slugs in filters.items():
        if name != facet:
            turns = turns.filter(condition(name, slugs))
    rows = turns.order_by().values_list(COLUMNS[facet]).annotate(count=Count("pk"))
    return {slug(facet, value): count for value, count in rows if value}


def test_facets_count_as_the_database_does(chance):
    for _number in range(QUERIES):
        (typed, words), filters = asked(chance), chosen(chance)
        dated = chance.random() < 0.3
        days = Q(event__date__range=(date(2021, 1, 1), date(2022, 6, 30))) if dated else Q()
        span = {"since": "2021", "until": "2022-06"} if dated else {}
        page = search(typed, **filters, **span)
        shown = {facet.name: {value.slug: value.count for value in facet.values} for facet in page.facets}
        for name in COLUMNS:
            expected = counted(words, filters, days, name)
            # A chosen value stays to be seen, and to be taken back, where it has no turn any more.
            expected |= {each: 0 for each in filters.get(name, ()) if each not in expected}
            assert shown.get(name, {}) == expected, (typed, filters, span, name)


def pages(typed: str, per_page: int, **params: str) -> Iterator[list[str]]:
    """The ids on each page, to the last."""
    number, last = 1, 1
    while number <= last:
        page = search(typed, per_page=per_page, page=str(number), **params)
        yield [hit.turn.public_id for hit in page.hits]
        number, last = number + 1, page.pages


@pytest.mark.parametrize("sort", ["relevance", "newest", "oldest"])
@pytest.mark.parametrize(("typed", "per_page"), [("", 7), ("zob", 1), ("zob OR vex", 20), ("-lunk", 7)])
def test_paging_to_the_end_shows_each_hit_once(typed, sort, per_page):
    shown = [each for page in pages(typed, per_page, sort=sort) for each in page]
    assert len(shown) == len(set(shown)) == search(typed).total
    assert set(shown) == {each for page in pages(typed, 1_000) for each in page}
