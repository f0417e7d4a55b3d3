"""What a reader types, and which turns come back."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from small_archive import add_event, add_turn, mark_stale, say, search, texts

from transcripts.models import Event, Organization, OutboxEntry, Person
from transcripts.search import indexing, results
from transcripts.search.engine import SearchUnavailable, ping

pytestmark = pytest.mark.django_db

DEEPER = "Allies need to dig deeper and provide more."
FERRIES = "The ferries of Ossen are building up delays."
LONG = "A long-term promise is it, and no short one."


@pytest.fixture
def archive():
    return say(DEEPER, FERRIES, LONG, "Wir müssen die Fähre bauen.")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("deeper", [DEEPER]),
        ("DEEPER", [DEEPER]),
        ("ferry", [FERRIES]),
        ("build", [FERRIES]),
        ("delayed ferry", [FERRIES]),
        ('"dig deeper"', [DEEPER]),
        ("“dig deeper”", [DEEPER]),
        ("«dig\u00a0deeper»", [DEEPER]),
        ('"deeper dig"', []),
        ('"dig deep"', []),
        ('"is it"', [LONG]),
        ('"to dig"', [DEEPER]),
        ("long-term", [LONG]),
        ("long‑term", [LONG]),
        ('"long term"', [LONG]),
        ("promis*", [LONG]),
        ("ferry OR promise", [FERRIES, LONG]),
        ("ferry AND promise", []),
        ("(dig OR promise) AND (deeper OR ferry)", [DEEPER]),
        ("need -dig", []),
        ("promise -dig", [LONG]),
        ("promise NOT dig", [LONG]),
        ('NOT ferry NOT "dig deeper" NOT fahre', [LONG]),
        ("fahre", ["Wir müssen die Fähre bauen."]),
        ("Fähre", ["Wir müssen die Fähre bauen."]),
        ("fa\u0308hre", ["Wir müssen die Fähre bauen."]),
        ("ferry's", [FERRIES]),
        ("nowhere", []),
    ],
)
def test_a_query_finds(archive, typed, found):
    page = search(typed)
    assert sorted(texts(page)) == sorted(found)
    assert page.total == len(found)


def test_apostrophes_are_alike_in_text_and_query():
    say("It’s Ukraine’s choice, and we don't doubt it.")
    assert search("ukraine").total == search("“we don’t doubt”").total == search("\"it's ukraine's\"").total == 1


def test_an_acronym_with_full_stops_is_the_one_without():
    say("The U.S. is an Ally.")
    assert search("US").total == search('"the US is"').total == 1


def test_a_text_in_another_language_is_not_stemmed_as_english():
    say("Die Sorgen bleiben, sagt news und gas.", language="de")
    assert search("gas").total == search("news").total == search("sorgen").total == 1
    assert search("sorge").total == 0


def test_a_speakers_name_and_words_together_find_the_answer():
    event = add_event()
    add_turn(event, "Georgia is a partner.", by="Jens Stoltenberg")
    add_turn(event, "And Georgia?", by="Ketevan Kardava", of="Imedi TV", kind="question")
    mark_stale(event)
    indexing.drain()
    assert texts(search("stoltenberg georgia")) == ["Georgia is a partner."]
    assert texts(search("imedi")) == ["And Georgia?"]


def test_an_empty_query_is_everything_the_newest_first():
    say("Middle.", on="2020-01-01")
    say("Oldest.", on="2019-01-01")
    say("Undated.", on="")
    say("Newest, first.", "Newest, second.", on="2021-01-01")
    expected = ["Newest, first.", "Newest, second.", "Middle.", "Oldest.", "Undated."]
    assert texts(search()) == texts(search(sort="newest")) == expected
    assert texts(search(sort="oldest")) == ["Oldest.", "Middle.", *expected[:2], "Undated."]


def test_pages_show_each_hit_once_in_an_order_that_stays():
    say(*[f"The same words, number {number}." for number in range(50)])
    paged = [text for page in range(1, 8) for text in texts(search("same", per_page=8, page=str(page)))]
    assert len(set(paged)) == len(paged) == 50
    assert paged == texts(search("same", per_page=50))


def test_a_page_beyond_the_last_is_the_last():
    say(*[f"Number {number}." for number in range(5)])
    page = search("number", per_page=2, page="9999999")
    assert (page.page, page.pages, len(page.hits)) == (3, 3, 1)


def test_the_shorter_text_that_says_it_more_comes_first():
    say("Bridges. " + "Nothing else is said here. " * 40, "Bridges, bridges.")
    assert texts(search("bridge"))[0] == "Bridges, bridges."


def test_dates_hold_on_both_ends():
    for day in ("2023-12-31", "2024-01-01", "2024-06-30", "2024-07-01", ""):
        say(f"On {day}.", on=day)
    assert texts(search(since="2024", until="2024-06", sort="oldest")) == ["On 2024-01-01.", "On 2024-06-30."]
    assert texts(search(until="2023")) == ["On 2023-12-31."]
    assert search(since="2024").years == ((2024, 3),)


def test_an_answer_comes_with_the_nearest_question_before_it():
    event = add_event()
    add_turn(event, "What of the ferry?", kind="question", by="Ben Oake", exchange=1)
    add_turn(event, "It is late.", exchange=1)
    add_turn(event, "How late?", kind="question", by="Ben Oake", exchange=1)
    add_turn(event, "Very late.", exchange=1)
    add_turn(event, "What of the bridge?", kind="question", exchange=2)
    mark_stale(event)
    indexing.drain()
    asked = {hit.turn.text: hit.question and hit.question.text for hit in search().hits}
    assert asked["It is late."] == "What of the ferry?"
    assert asked["Very late."] == "How late?"
    assert asked["What of the bridge?"] is None


def test_filters_of_one_kind_are_alternatives_and_of_different_kinds_all_hold():
    event = add_event()
    add_turn(event, "One.", by="Ada Quill", kind="answer", role="Harbour Master")
    add_turn(event, "Two.", by="Ben Oake", of="The Bollard", kind="question")
    add_turn(event, "Three.", by="Cy Moor", kind="statement")
    mark_stale(event)
    indexing.drain()
    assert sorted(texts(search(speaker=["ada-quill", "ben-oake"]))) == ["One.", "Two."]
    assert texts(search(speaker=["ada-quill", "ben-oake"], kind="question")) == ["Two."]
    assert texts(search(role="harbour-master")) == ["One."]
    assert texts(search(outlet="the-bollard")) == ["Two."]
    assert search(event=event.slug, language="en").total == 3
    assert search(speaker="nobody").total == 0


def test_facets_count_what_each_value_would_show():
    event = add_event("Weekly briefing", series="Harbour briefings")
    add_turn(event, "The ferry.", by="Ada Quill", role="Harbour Master")
    add_turn(event, "The ferry again.", by="Ada Quill", role="Harbour Master")
    add_turn(event, "The ferry?", by="Ben Oake", of="The Bollard", kind="question")
    add_turn(event, "The bridge.", by="Cy Moor")
    mark_stale(event)
    indexing.drain()
    facets = {facet.name: facet.values for facet in search("ferry", speaker="ben-oake").facets}
    assert [(value.slug, value.label, value.count, value.selected) for value in facets["speaker"]] == [
        ("ada-quill", "Ada Quill", 2, False),
        ("ben-oake", "Ben Oake", 1, True),
    ]
    assert [(value.label, value.count) for value in facets["kind"]] == [("Question", 1)]
    assert [value.label for value in facets["series"]] == ["Harbour briefings"]
    roles = next(facet for facet in search("ferry").facets if facet.name == "role")
    assert [(value.slug, value.label, value.count) for value in roles.values] == [
        ("harbour-master", "Harbour Master", 2)
    ]


def test_every_facet_value_leads_to_as_many_hits_as_it_says():
    event = add_event(series="Briefings")
    for number in range(40):
        add_turn(
            event, f"Ferry {number}.", by=f"Speaker {number % 7}", of=f"Outlet {number % 3}", role=f"R{number % 2}"
        )
    mark_stale(event)
    indexing.drain()
    for facet in search("ferry").facets:
        for value in facet.values:
            assert search("ferry", **{facet.name: value.slug}).total == value.count


def test_events_are_no_facet_of_a_great_many_hits_but_a_chosen_one_keeps_its_count(monkeypatch):
    monkeypatch.setattr(results, "FEW_HITS", 3)
    for title in ("Monday", "Tuesday"):
        event = add_event(title)
        for _ in range(2):
            add_turn(event, "The ferry.")
        mark_stale(event)
    indexing.drain()
    facets = {facet.name for facet in search("ferry").facets}
    assert "kind" in facets
    assert "event" not in facets
    chosen = search("ferry", event=event.slug)
    (value,) = next(facet.values for facet in chosen.facets if facet.name == "event")
    assert (value.slug, value.count, value.selected, chosen.total) == (event.slug, 2, True, 2)


@pytest.mark.parametrize("hits", [1, 30])
def test_the_number_of_database_queries_does_not_grow_with_the_hits(hits):
    event = add_event(series="Briefings")
    for number in range(hits):
        add_turn(event, "Why?", kind="question", by=f"Asker {number}", of=f"Outlet {number}", exchange=number + 1)
        add_turn(event, "Because.", by=f"Speaker {number}", role=f"Role {number}", exchange=number + 1)
    mark_stale(event)
    indexing.drain()
    with CaptureQueriesContext(connection) as queries:
        assert search(per_page=100).total == 2 * hits
    assert len(queries) == 8


@pytest.mark.parametrize("state", ["draft", "withdrawn"])
def test_what_is_not_published_never_shows_in_search(state):
    say("A secret ferry.", state=state)
    page = search("ferry")
    assert (page.total, page.hits, page.facets, page.years) == (0, (), (), ())


def test_an_embargoed_event_shows_only_when_its_time_has_come():
    later = timezone.now() + timedelta(hours=1)
    event = say("An embargoed ferry.", at=later)
    mark_stale(event, due_at=later)
    indexing.drain_if_due()
    assert search("ferry").total == 0
    Event.objects.update(published_at=timezone.now())
    OutboxEntry.objects.update(due_at=timezone.now())
    indexing.drain_if_due()
    assert search("ferry").total == 1


def test_a_withdrawn_event_does_not_show_even_while_the_index_is_late():
    event = say("A ferry that was withdrawn.")
    event.state = "withdrawn"
    event.save()
    assert search("ferry").hits == ()


def test_a_removed_turn_does_not_show():
    event = say("A ferry that stays.", "A ferry that goes.")
    event.turns.filter(position=2).update(state="removed")
    mark_stale(event)
    indexing.drain()
    assert texts(search("ferry")) == ["A ferry that stays."]


def test_a_missing_index_is_said_to_be_missing_and_not_made():
    with pytest.raises(SearchUnavailable, match="rebuild_search"):
        search("ferry")
    with pytest.raises(SearchUnavailable):
        ping()
    assert not indexing.exists()


@pytest.mark.on_engine("whoosh")
def test_a_damaged_index_is_said_to_be_damaged(index, archive):
    for file in Path(index).rglob("*.toc"):
        file.write_bytes(file.read_bytes()[:20])
    (Path(index) / "current").write_text((Path(index) / "current").read_text().replace(" 1", " 2"))
    with pytest.raises(SearchUnavailable, match="rebuild_search"):
        search("ferry")
    indexing.rebuild()
    assert search("ferry").total == 1


@pytest.mark.parametrize(
    "typed",
    [
        '"',
        "((((",
        "AND OR NOT",
        "a\x00b",
        "*",
        '""',
        "-",
        "x" * 10_000,
        "(" * 10_000,
        "-(" * 5_000,
        "NOT " * 3_000,
        "é*",
    ],
)
def test_nothing_that_is_typed_is_an_error(archive, typed):
    search(typed, page="-1", since="yesterday", sort="sideways")


def test_a_search_by_a_former_name_finds_who_that_is_now():
    event = add_event()
    add_turn(event, FERRIES, by="Tobin Askell", of="Lantern Wire")
    add_turn(event, DEEPER, by="Agnes Tull")
    mark_stale(event)
    indexing.drain()
    for model, slug in ((Person, "tobin-askell"), (Organization, "lantern-wire")):
        between = model.objects.create(slug=f"{slug}-2", name="Askell", merged_into=model.objects.get(slug=slug))
        model.objects.create(slug=f"{slug}-3", name="T. Askell", merged_into=between)
    assert texts(search("", speaker="tobin-askell-3")) == [FERRIES]
    assert texts(search("ferry", outlet="lantern-wire-2")) == [FERRIES]
    assert search("", speaker="tobin-askell-2").query.speaker == ("tobin-askell",)
