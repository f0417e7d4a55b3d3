"""Every engine answers alike: 500 random queries over an archive made by chance.

How well a hit matches is each engine's own affair, and so is the order by relevance; what is found, how many, in which
order by date, and every count beside it are not.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

import pytest
from conftest import use_engine
from django.conf import settings
from small_archive import add_event, add_turn, mark_stale

from transcripts.models import Event, Turn
from transcripts.search import indexing
from transcripts.search.engine import answered
from transcripts.search.query import Query, Sort, parse_query
from transcripts.search.results import Found

pytestmark = [pytest.mark.django_db, pytest.mark.on_engine("whoosh")]

QUERIES = 500
ALL = 1000  # more than there are turns
WORDS = (
    *("ferry", "ferries", "harbour", "harbours", "bridge", "bridges", "promise", "promised", "promises", "is", "it"),
    *("to", "the", "of", "long-term", "Fähre", "U.S.", "don’t", "naïve", "2024", "dig", "deeper", "ﷺ", "co-operate"),
)
PEOPLE = ("Ada Quill", "Ben Oake", "Cy Moor", "Jens Stoltenberg", "")
OUTLETS = ("The Bollard", "Lantern Wire", "")
LEAVES = (
    *WORDS,
    *("prom*", "ha*", "fe*", "na*", "f?rry", "br*es", "*er", "fery~", "harbor~2", "bridgs~", "dug~", "nowhere", "ada"),
    *('"is it"', '"it is"', '"long term"', '"the ferry"~3', '"bridge ferry"~1', '"the ferry is"~4', '"it to the of"~6'),
    *("stoltenberg", "bollard", "speaker:ada", 'speaker:"jens stoltenberg"', "outlet:bollard", "kind:question"),
    *("date:2021..2023", "date:2022-03", "language:de", "in:question", "asked-by:ben", "answered-by:cy"),
)


@pytest.fixture
def chance() -> random.Random:
    return random.Random(20240404)


@pytest.fixture
def archive(chance) -> None:
    """Indexed in several batches, with corrections and removals, so that there are segments with deleted turns."""
    events = [_event(chance, number) for number in range(30)]
    for event in events:
        mark_stale(event)
        if event.pk % 3 == 0:
            indexing.drain()
    indexing.drain()
    Turn.objects.filter(event=events[3], position__gt=3).update(text="It is corrected to a promise.")
    Turn.objects.filter(event=events[4], position=1).update(state="removed")
    Event.objects.filter(pk=events[5].pk).update(state="withdrawn")
    for event in events[3:6]:
        mark_stale(event)
    indexing.drain()


def _event(chance: random.Random, number: int) -> Event:
    day = f"202{number % 5}-0{number % 9 + 1}-1{number % 7}" if number % 8 else ""
    event = add_event(on=day, series=f"Run {number % 3}", language=chance.choice(["en", "en", "de", ""]))
    for position in range(8):
        add_turn(
            event,
            " ".join(chance.choices(WORDS, k=chance.randint(1, 30))),
            by=chance.choice(PEOPLE),
            of=chance.choice(OUTLETS),
            role=chance.choice(["Harbour Master", "Secretary General", ""]),
            kind="question" if position % 2 == 0 else "answer",
            exchange=position // 4 + 1,
        )
    return event


def _typed(chance: random.Random) -> str:
    pieces = []
    for _ in range(chance.choice([0, 1, 1, 1, 2, 2, 3, 4, 6])):
        piece = chance.choice(LEAVES)
        if chance.random() < 0.2:
            piece = f"({piece} {chance.choice(['OR', 'AND', ''])} {chance.choice(LEAVES)})"
        pieces.append(chance.choice(["", "", "", "-", "NOT "]) + piece)
    return f" {chance.choice(['', 'OR', 'AND'])} ".join(pieces)


def _params(chance: random.Random) -> dict[str, list[str]]:
    events = list(Event.objects.values_list("slug", flat=True))
    choices = {
        "speaker": ["ada-quill", "ben-oake", "nobody"],
        "outlet": ["the-bollard", "lantern-wire"],
        "role": ["harbour-master", "secretary-general"],
        "kind": ["question", "answer"],
        "series": ["run-0", "run-1"],
        "language": ["en", "de"],
        "year": ["2021", "2022"],
        "event": events[:6],
    }
    chosen = {
        name: chance.sample(slugs, chance.randint(1, 2)) for name, slugs in choices.items() if chance.random() < 0.12
    }
    dates = {"from": ["2021-03"], "to": ["2023"]} if chance.random() < 0.15 else {}
    group = {"group": ["event"]} if chance.random() < 0.15 else {}
    return {"q": [_typed(chance)], "sort": [chance.choice(list(Sort))], **chosen, **dates, **group}


def _queries(chance: random.Random) -> Iterator[Query]:
    for _ in range(QUERIES):
        yield parse_query(_params(chance))


def _answers(engine: str, queries: list[Query], monkeypatch, tmp_path) -> list[tuple[Found, Found, Found]]:
    """Of each query everything on one page, the second of small pages, and the last of them."""
    use_engine(monkeypatch, engine, tmp_path / "index")
    if engine != "whoosh":
        indexing.rebuild()
    return [
        (
            answered(query, per_page=ALL)[1],
            answered(replace(query, page=2), per_page=7)[1],
            answered(replace(query, page=1000), per_page=7)[1],
        )
        for query in queries
    ]


def _is_by_date(query: Query) -> bool:
    return query.sort is not Sort.RELEVANCE or query.node is None


def _counts(found: Found) -> tuple:
    """Whatever does not depend on how well a hit matches, with the order of each facet's values."""
    facets = {name: list(values.items()) for name, values in found.counts().facets.items()}
    counts = found.counts()
    roles = {role: counts.roles.get(role, "") for role in counts.facets["role"]}
    return (found.total, found.page, found.pages, facets, roles, counts.years, counts.months, found.events)


def _groups(found: Found) -> list[tuple[int, int]]:
    return sorted((group.total, len(group.public_ids)) for group in found.groups)


def test_random_queries_are_answered_alike_by_every_engine(archive, chance, monkeypatch, tmp_path):
    pytest.importorskip("tantivy")
    queries = list(_queries(chance))
    by_engine = [_answers(engine, queries, monkeypatch, tmp_path) for engine in settings.SEARCH_ENGINES]
    first = by_engine[0]
    assert sum(bool(found[0].total) for found in first) > QUERIES / 2
    for others in by_engine[1:]:
        for query, expected, found in zip(queries, first, others, strict=True):
            for theirs, ours in zip(expected, found, strict=True):
                assert _counts(ours) == _counts(theirs), query
                if _is_by_date(query):
                    assert ours.public_ids == theirs.public_ids, query
                    assert ours.groups == theirs.groups, query
            if query.group:
                assert _groups(found[0]) == _groups(expected[0]), query
            else:
                assert set(found[0].public_ids) == set(expected[0].public_ids), query


def test_pages_by_relevance_hold_each_hit_once_and_in_the_order_of_one_long_page(
    archive, chance, monkeypatch, tmp_path
):
    for engine in settings.SEARCH_ENGINES:
        use_engine(monkeypatch, engine, tmp_path / engine)
        indexing.rebuild()
        for typed in ("ferry", "harbour the", "prom*", "NOT bridge", '"long term" OR it'):
            query = parse_query({"q": [typed]})
            whole = answered(query, per_page=ALL)[1].public_ids
            pages = answered(query, per_page=7)[1].pages
            paged = [answered(query.on_page(page), per_page=7)[1].public_ids for page in range(1, pages + 1)]
            assert [each for page in paged for each in page] == list(whole), (engine, typed)
            assert len(set(whole)) == len(whole) > 7
