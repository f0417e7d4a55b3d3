"""Haystack's ordinary doors open onto the same index."""

import pytest
from django.core.management import call_command
from haystack import connections
from haystack.models import SearchResult
from haystack.query import SearchQuerySet
from small_archive import add_event, add_turn, mark_stale, say, search

from transcripts.models import Turn
from transcripts.search import indexing

pytestmark = pytest.mark.django_db


@pytest.fixture
def turns():
    event = add_event(on="2024-04-04")
    add_turn(event, "The ferries dig deeper.", by="Ada Quill")
    add_turn(event, "The deeper dig.", by="Ben Oake", kind="question")
    later = add_event(on="2025-01-01")
    add_turn(later, "The bridge.", by="Ada Quill")
    for each in (event, later):
        mark_stale(each)
    indexing.drain()


def found(queryset):
    return {result.object.text for result in queryset.load_all()}


def test_its_querysets_filter_and_count(turns):
    everything = SearchQuerySet()
    assert everything.count() == 3
    assert found(everything.filter(content="ferry")) == {"The ferries dig deeper."}
    assert found(everything.auto_query('"dig deeper"')) == {"The ferries dig deeper."}
    assert found(everything.auto_query("deeper -ferry")) == {"The deeper dig."}
    assert found(everything.filter(speaker="ada-quill").exclude(content="bridge")) == {"The ferries dig deeper."}
    assert found(everything.filter(date__gte="2024-05-01")) == {"The bridge."}
    assert found(everything.models(Turn).filter(text__startswith="bri")) == {"The bridge."}


def test_its_querysets_sort_in_mixed_directions_and_count_facets(turns):
    ordered = SearchQuerySet().order_by("-date", "position")
    assert [result.object.text for result in ordered] == ["The bridge.", "The ferries dig deeper.", "The deeper dig."]
    counts = SearchQuerySet().facet("speaker").facet_counts()
    assert counts["fields"]["speaker"] == [("ada-quill", 2), ("ben-oake", 1)]


def test_its_commands_index_what_readers_may_see(turns):
    say("A draft.", state="draft")
    call_command("clear_index", interactive=False, verbosity=0)
    assert search().total == 0
    call_command("update_index", verbosity=0)
    assert search().total == 3
    assert indexing.compare() == []


def test_it_removes_and_updates_one_turn(turns):
    backend = connections["default"].get_backend()
    index = connections["default"].get_unified_index().get_index(Turn)
    bridge = Turn.objects.get(text="The bridge.")
    backend.remove(bridge)
    assert search("bridge").total == 0
    index.update_object(bridge)
    index.update_object(bridge)
    assert search("bridge").total == 1


# What Haystack's own Whoosh tests ask of a backend, here of turns: theirs index models of their own.


def test_its_querysets_are_sliced_counted_and_walked_without_doubles(turns):
    for number in range(30):
        say(f"Ferry number {number}.", on=f"2023-01-{number % 28 + 1:02}")
    everything = SearchQuerySet().order_by("-date", "position")
    walked = [result.pk for result in everything]
    assert len(walked) == len(set(walked)) == everything.count() == 33
    assert [result.pk for result in everything[5:15]] == walked[5:15]
    assert [result.pk for result in everything[30:50]] == walked[30:]
    assert everything[0].pk == walked[0]
    assert list(everything.values_list("pk", flat=True)) == walked


def test_its_ranges_leave_their_ends_out_where_it_says_so(turns):
    everything = SearchQuerySet()
    day = "2025-01-01"
    assert (everything.filter(date__gt=day).count(), everything.filter(date__gte=day).count()) == (0, 1)
    assert (everything.filter(date__lt=day).count(), everything.filter(date__lte=day).count()) == (2, 3)
    assert everything.filter(date__range=("2024-04-04", "2024-12-31")).count() == 2


@pytest.mark.parametrize("typed", ["", " ", "*", "+", "(", '"', "a:b", "[to", "ferry AND", "-", "\\", "x" * 5000])
def test_nothing_that_is_typed_is_an_error(turns, typed):
    assert SearchQuerySet().auto_query(typed).count() in range(4)


def test_its_own_result_class_is_used(turns):
    class Result(SearchResult):
        pass

    assert all(isinstance(result, Result) for result in SearchQuerySet().result_class(Result).filter(content="bridge"))
    assert SearchQuerySet().result_class(Result).filter(content="bridge")[0].speaker == "ada-quill"
