"""Haystack's ordinary doors open onto the same index."""

import pytest
from django.core.management import call_command
from haystack import connections
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
