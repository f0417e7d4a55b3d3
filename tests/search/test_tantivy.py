"""What is tantivy's alone: its files, its numbers, and a rebuild that goes on."""

from __future__ import annotations

from pathlib import Path

import pytest
from haystack import connections
from hypothesis import given
from hypothesis import strategies as st
from real_processes import all_is_well, archive, kill, look, said, start  # noqa: F401 - a fixture is used by its name
from small_archive import add_event, add_turn, mark_stale, say, search, texts

from transcripts.search import indexing
from transcripts.search.engine import SearchUnavailable, ping
from transcripts.search.words import fold

pytest.importorskip("tantivy", reason="the tantivy engine's library is not installed")
from transcripts.search.backends.tantivy import counting
from transcripts.search.backends.tantivy.schema import key_of, public_id_of, spaced

pytestmark = pytest.mark.on_engine("tantivy")

SMALL_PARTS = """
from transcripts.search.backends.tantivy import rebuilding
rebuilding.EVENTS_A_PART, rebuilding.PARTS_A_COMMIT = 2, 1
"""
PUBLISH_AT_ONCE = """
for number in range(int(sys.argv[1])):
    commit(f"The ferry, number {number}.")
indexing.drain(timeout=30)
print("done", flush=True)
"""
REBUILD_SLOWLY = f"""
{SMALL_PARTS}
def show(done, total):
    print(done, total, flush=True)
    time.sleep(0.4)

indexing.rebuild(workers=int(sys.argv[1]), progress=show)
"""
REBUILD = f"""
{SMALL_PARTS}
print(indexing.rebuild(workers=int(sys.argv[1])), flush=True)
"""
CHANGE_WHAT_WAS_DONE = """
first, second = Turn.objects.order_by("pk")[:2]
Turn.objects.filter(pk=first.pk).update(text="The ferry, from a backup.")
gone = second.event
second.delete()
gone.delete()
print(Turn.objects.count(), flush=True)
"""


def directories(environment) -> list[str]:
    return sorted(path.name for path in (Path(environment["DATA_DIR"]) / "index").glob("v*"))


@pytest.fixture(params=[1, 2], ids=["one-worker", "two-workers"])
def killed(archive, request):  # noqa: F811 - the fixture
    """A rebuild of ten events, two a part, that was killed, with so many workers."""
    said(PUBLISH_AT_ONCE, archive, 10)
    process = start(REBUILD_SLOWLY, archive, request.param)
    for line in ("2 10\n", "4 10\n", "6 10\n"):
        assert process.stdout.readline() == line
    kill(process)
    return archive, request.param


def test_a_rebuild_that_was_killed_is_gone_on_with(killed):
    environment, workers = killed
    state = look(environment)
    assert all_is_well(state), state
    unfinished = directories(environment)[-1]
    assert len(directories(environment)) == 2
    assert said(REBUILD, environment, workers) == "10\n"
    assert directories(environment) == [unfinished]
    state = look(environment)
    assert all_is_well(state), state


def test_what_was_done_before_a_kill_is_compared_with_the_database_again(killed):
    environment, workers = killed
    assert said(CHANGE_WHAT_WAS_DONE, environment) == "9\n"
    assert said(REBUILD, environment, workers) == "9\n"
    state = look(environment)
    assert all_is_well(state), state
    assert state["found"] == 9


@pytest.mark.django_db
def test_a_damaged_index_is_said_to_be_damaged_and_a_rebuild_heals_it(index):
    say("The ferry.")
    for file in Path(index).rglob("meta.json"):
        file.write_bytes(file.read_bytes()[:20])
    current = Path(index) / "current"
    current.write_text(current.read_text().replace("\n", "0\n"))
    with pytest.raises(SearchUnavailable, match="rebuild_search"):
        ping()
    indexing.rebuild()
    assert texts(search("ferry")) == ["The ferry."]
    assert indexing.compare() == []


@pytest.mark.django_db
def test_what_cannot_be_read_any_more_is_no_answer(index):
    say("The ferry.")
    for file in Path(index).rglob("*.term"):
        file.write_bytes(b"")
    current = Path(index) / "current"
    current.write_text(current.read_text().replace("\n", "0\n"))
    with pytest.raises(SearchUnavailable, match="rebuild_search"):
        search("ferry")


@pytest.mark.django_db
def test_files_of_a_commit_that_was_killed_are_in_nobodys_way(index):
    first, second = add_event("First"), add_event("Second")
    for event in (first, second):
        add_turn(event, "The ferry.")
        mark_stale(event)
    indexing.drain()
    [meta] = Path(index).rglob("meta.json")
    before = meta.read_bytes()
    mark_stale(first)
    indexing.drain()
    assert list(Path(index).rglob("*.del"))
    meta.write_bytes(before)  # as if the process had died just before the commit was complete
    mark_stale(first)
    indexing.drain()
    assert search("ferry").total == 2
    assert indexing.compare() == []


@pytest.mark.django_db
def test_many_publications_leave_few_segments_and_lose_none():
    for number in range(30):
        say(f"The ferry, number {number}.")
    assert search("ferry").total == 30
    assert connections["default"].get_backend().snapshot().searcher.num_segments < 15
    assert indexing.compare() == []


@pytest.mark.django_db
def test_of_many_events_a_facet_shows_the_commonest_and_of_equals_the_first_by_slug():
    for number in range(250):
        add_turn(event := add_event(f"Day {number:03}"), "The ferry.")
        mark_stale(event)
    busy = add_event("Busy day")
    for _ in range(3):
        add_turn(busy, "The ferry.")
    mark_stale(busy)
    indexing.drain()
    found = next(facet for facet in search("ferry").facets if facet.name == "event")
    slugs = [value.slug for value in found.values]
    assert slugs[0] == busy.slug
    assert slugs[1:] == sorted(slugs[1:])
    assert slugs[1].startswith("day-000")
    assert [value.count for value in found.values] == [3] + [1] * (len(slugs) - 1)


@pytest.mark.django_db
def test_more_events_than_one_answer_of_tantivy_holds_are_all_counted(monkeypatch):
    monkeypatch.setattr(counting, "ALL", 3)
    for number in range(11):
        mark_stale(event := add_event())
        add_turn(event, f"The ferry, number {number}.")
    indexing.drain()
    page = search("ferry", group="event")
    assert (page.events, len(page.groups)) == (11, 11)


@given(st.text("0123456789abcdefghjkmnpqrstvwxyz", min_size=8, max_size=8))
def test_a_public_id_is_the_same_after_it_was_a_number(public_id):
    assert public_id_of(key_of(public_id)) == public_id


@given(st.lists(st.sampled_from(["ferry", "a b", " ", "", fold("ﷺ"), "fähre"])))
def test_each_word_is_one_token_whatever_it_was_folded_to(words):
    assert len(spaced(words).split()) == len(words)
