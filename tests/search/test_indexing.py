"""From the outbox into the index, and the index anew."""

import json
import threading
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from haystack import connections
from small_archive import add_event, add_turn, mark_stale, say, search, texts

from transcripts.models import OutboxEntry, Turn
from transcripts.search import indexing
from transcripts.search.backends.whoosh.directory import WhooshDirectory

pytestmark = pytest.mark.django_db


def test_draining_indexes_what_is_due_once():
    event = add_event()
    add_turn(event, "The ferry.")
    mark_stale(event)
    mark_stale(event)
    assert indexing.drain() == 1
    assert indexing.drain() == 0
    assert OutboxEntry.objects.count() == 0
    assert search("ferry").total == 1


def test_draining_again_what_is_already_right_changes_nothing():
    event = say("The ferry.")
    mark_stale(event)
    assert indexing.drain() == 1
    assert search("ferry").total == 1
    assert indexing.compare() == []


def test_a_correction_replaces_every_document_of_its_event():
    event = say("The fery.", "The bridge.")
    Turn.objects.filter(text="The fery.").update(text="The ferry.")
    mark_stale(event)
    indexing.drain()
    assert (search("fery").total, search("ferry").total, search("bridge").total) == (0, 1, 1)


def test_an_event_that_is_deleted_leaves_the_index():
    event = say("The ferry.")
    mark_stale(event)
    event.turns.all().delete()
    event.delete()
    indexing.drain()
    assert search().total == 0
    assert indexing.is_empty()


def test_a_lost_index_is_made_of_the_whole_archive_and_not_of_the_outbox_alone(index):
    say("The ferry.")
    connections.connections_info["default"]["PATH"] = index + "-elsewhere"
    connections.reload("default")
    say("The bridge.")
    assert search().total == 2


def test_nothing_due_costs_a_reader_one_query():
    say("The ferry.")
    with CaptureQueriesContext(connection) as queries:
        indexing.drain_if_due()
    assert len(queries) == 1


def test_a_busy_writer_does_not_hold_up_a_reader(index):
    event = say("The ferry.")
    mark_stale(event)
    with WhooshDirectory(index).writing(timeout=0):
        indexing.drain_if_due()
        assert indexing.drain(timeout=0.05) == 0
    assert OutboxEntry.objects.count() == 1
    assert search("ferry").total == 1


def test_a_broken_index_does_not_spoil_a_readers_drain(index):
    event = say("The ferry.")
    mark_stale(event)
    (Path(index) / "current").write_text("nonsense")
    indexing.drain_if_due()
    assert OutboxEntry.objects.count() == 1


def test_a_reader_makes_no_index():
    mark_stale(add_event())
    indexing.drain_if_due()
    assert not indexing.exists()


@pytest.mark.on_engine("whoosh")
def test_many_publications_leave_few_segments_and_lose_none():
    for number in range(30):
        say(f"The ferry, number {number}.")
    assert search("ferry").total == 30
    assert len(connections["default"].get_backend().snapshot().segments) < 15
    assert indexing.compare() == []


def test_a_rebuilt_index_is_the_same_and_the_old_one_is_gone(index):
    say("The ferry.", "The bridge.", series="Briefings")
    say("A draft of a ferry.", state="draft")
    before = search("ferry")
    assert indexing.rebuild() == 2
    assert search("ferry") == before
    assert indexing.compare() == []
    assert len(list(Path(index).glob("v*-*"))) == 1


def test_a_rebuild_makes_right_what_was_wrong():
    event = say("The ferry.")
    Turn.objects.update(text="The bridge.")
    assert indexing.compare() == [f"Turn {event.turns.get().public_id} is stale in the search index."]
    indexing.rebuild()
    assert texts(search("bridge")) == ["The bridge."]
    assert indexing.compare() == []


def test_what_is_published_while_an_index_is_rebuilt_is_in_it():
    say("The ferry.")
    published = []

    def publish(_done, _total):
        published.append(say("The bridge."))
        Turn.objects.filter(text="The ferry.").update(text="The ferries.")
        mark_stale(Turn.objects.get(text="The ferries.").event)
        indexing.drain()
        assert search("ferry OR bridge").total == 2

    indexing.rebuild(progress=publish)
    assert len(published) == 1
    assert sorted(texts(search())) == ["The bridge.", "The ferries."]
    assert indexing.compare() == []


def test_one_rebuild_at_a_time(index):
    with WhooshDirectory(index).rebuilding(0), pytest.raises(CommandError, match="try again later"):
        call_command("rebuild_search")


def test_the_difference_between_index_and_database_is_told():
    gone, wrong = say("Gone."), say("Wrong.")
    gone.state = "withdrawn"
    gone.save()
    missing = add_turn(wrong, "Missing.")
    assert indexing.compare() == [
        f"Event {gone.pk} is in the search index, and readers may not see it.",
        f"Turn {missing.public_id} is missing from the search index.",
    ]
    mark_stale(gone)
    mark_stale(wrong)
    assert indexing.compare() == []


def test_threads_share_one_open_index():
    say("The ferry.")
    seen = []

    def look():
        seen.append(connections["default"].get_backend().snapshot())

    threads = [threading.Thread(target=look) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(seen) == 4
    assert len(set(map(id, seen))) == 1


@pytest.mark.on_engine("whoosh")
def test_no_reader_waits_for_the_words_of_a_rebuilt_index(index):
    say("The ferry.")
    indexing.rebuild()
    assert [json.loads(file.read_text()) for file in Path(index).rglob("*.words")] == [{"ferry": 1, "the": 1}]
