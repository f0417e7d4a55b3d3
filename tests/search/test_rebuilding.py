"""A rebuild in real processes: killed and begun again, and beside others that publish and search."""

from __future__ import annotations

from pathlib import Path

import pytest
from real_processes import PUBLISH, all_is_well, archive, kill, look, said, start  # noqa: F401 - a fixture is used by its name

SMALL_PARTS = """
from transcripts.search.backends.whoosh import parts
parts.EVENTS_A_PART = 2
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
REBUILD_AGAIN_AND_AGAIN = f"""
{SMALL_PARTS}
for _ in range(4):
    indexing.rebuild(workers=2)
print("done", flush=True)
"""
CORRECT_THE_FIRST = """
first = Turn.objects.order_by("pk").first()
Turn.objects.filter(pk=first.pk).update(text="The ferry, corrected.")
mark_stale(first.event)
indexing.drain(timeout=30)
print(search("corrected").total, flush=True)
"""
PUT_OTHER_ROWS_THERE = """
for turn in list(Turn.objects.all()):
    event = turn.event
    turn.delete()
    add_turn(event, "The ferry, from a backup.")
print("done", flush=True)
"""
LOOK_ALL_THE_TIME = """
deadline, looks = time.monotonic() + float(sys.argv[1]), 0
while time.monotonic() < deadline:
    due = OutboxEntry.objects.values("event_id")
    least = Turn.objects.exclude(event_id__in=due).count()
    found = search("ferry").total
    most = Turn.objects.count()
    assert least <= found <= most, (least, found, most)
    looks += 1
print(looks, flush=True)
"""


def segments(folder: Path) -> set[str]:
    return {file.name for file in folder.rglob("turns_*.seg")}


@pytest.fixture
def killed(archive, request):  # noqa: F811 - the fixture
    """A rebuild by so many workers of ten events, two a part, that was killed; the first parts that it made."""
    said(PUBLISH, archive, 10)
    process = start(REBUILD_SLOWLY, archive, request.param)
    assert process.stdout.readline() == "2 10\n"
    assert process.stdout.readline() == "4 10\n"
    kill(process)
    made = set.union(*map(segments, sorted((Path(archive["DATA_DIR"]) / "index").glob("v*/part-*"))[:2]))
    assert len(made) == 2
    return archive, request.param, made


@pytest.mark.parametrize("killed", [1, 2], indirect=True)
def test_one_that_was_killed_leaves_an_index_that_answers_and_goes_on_with_what_it_had(killed):
    environment, workers, made = killed
    state = look(environment)
    assert all_is_well(state), state
    assert said(REBUILD, environment, workers) == "10\n"
    index = Path(environment["DATA_DIR"]) / "index"
    assert made <= segments(index)
    assert len(list(index.glob("v*"))) == 1
    assert not list(index.glob("v*/part-*"))
    state = look(environment)
    assert all_is_well(state), state


@pytest.mark.parametrize("killed", [2], indirect=True)
def test_what_is_published_between_a_kill_and_the_next_rebuild_is_in_it(killed):
    environment, workers, _made = killed
    said(PUBLISH, environment, 1)
    assert said(CORRECT_THE_FIRST, environment) == "1\n"
    assert said(REBUILD, environment, workers) == "11\n"
    state = look(environment)
    assert all_is_well(state), state


@pytest.mark.parametrize("killed", [1], indirect=True)
def test_parts_that_were_made_of_other_rows_are_made_anew(killed):
    environment, workers, made = killed
    said(PUT_OTHER_ROWS_THERE, environment)
    assert said(REBUILD, environment, workers) == "10\n"
    assert not made & segments(Path(environment["DATA_DIR"]) / "index")
    state = look(environment)
    assert all_is_well(state), state


def test_searches_are_right_at_every_moment_while_others_publish_and_rebuild(archive):  # noqa: F811 - the fixture
    said(PUBLISH, archive, 6)
    rebuilding, publishing = start(REBUILD_AGAIN_AND_AGAIN, archive), start(PUBLISH, archive, 12)
    looking = start(LOOK_ALL_THE_TIME, archive, 4)
    answers = [process.communicate(timeout=120)[0] for process in (rebuilding, publishing, looking)]
    assert answers[:2] == ["done\n", "done\n"]
    assert int(answers[2]) > 10
    state = look(archive)
    assert all_is_well(state), state
