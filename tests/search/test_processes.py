"""Real processes on one archive: killed at any moment, and writing all at once."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest
from real_processes import PUBLISH, ROOT, all_is_well, archive, kill, look, start  # noqa: F401 - a fixture is used by its name

pytestmark = pytest.mark.on_engine("whoosh", "tantivy")

COMMIT_AND_WAIT = """
commit("The ferry that nobody indexed.")
print("committed", flush=True)
time.sleep(60)
"""
REBUILD_FOR_EVER = """
while True:
    indexing.rebuild()
    print("rebuilt", flush=True)
"""


def test_a_process_killed_between_commit_and_drain_loses_nothing(archive):  # noqa: F811 - the fixture
    process = start(COMMIT_AND_WAIT, archive)
    assert process.stdout.readline() == "committed\n"
    kill(process)
    state = look(archive)
    assert all_is_well(state), state
    assert state["found"] == 1


def test_a_process_killed_anywhere_loses_nothing(archive):  # noqa: F811 - the fixture
    stored = 0
    for moment in (0.05, 0.11, 0.23, 0.4):
        process = start("print('up', flush=True)" + PUBLISH, archive, 10_000)
        process.stdout.readline()
        time.sleep(moment)
        kill(process)
        state = look(archive)
        assert all_is_well(state), state
        assert state["stored"] >= stored
        stored = state["stored"]
    assert stored > 0


def test_a_rebuild_killed_anywhere_leaves_an_index_that_answers(archive):  # noqa: F811 - the fixture
    with start(PUBLISH, archive, 5) as process:
        process.stdout.read()
    for moment in (0.02, 0.05, 0.09):
        process = start(REBUILD_FOR_EVER, archive)
        process.stdout.readline()
        time.sleep(moment)
        kill(process)
        state = look(archive)
        assert all_is_well(state), state
        assert state["found"] == 5


def test_several_workers_rebuild_what_one_would(archive):  # noqa: F811 - the fixture
    with start(PUBLISH, archive, 7) as process:
        process.stdout.read()
    command = [sys.executable, str(ROOT / "manage.py"), "rebuild_search", "--workers", "3"]
    said = subprocess.run(command, env=archive, check=True, capture_output=True, text=True).stdout
    assert said == "7 turns can be searched.\n"
    state = look(archive)
    assert all_is_well(state), state
    assert state["found"] == 7


def test_four_processes_that_publish_at_once_lose_nothing_and_complain_of_nothing(archive):  # noqa: F811 - the fixture
    processes = [start(PUBLISH, archive, 8, stderr=subprocess.PIPE) for _ in range(4)]
    assert [process.communicate(timeout=120) for process in processes] == [("done\n", "")] * 4
    state = look(archive)
    assert all_is_well(state), state
    assert state["found"] == 32


def test_one_of_four_that_is_killed_while_all_publish_costs_the_others_nothing(archive):  # noqa: F811 - the fixture
    processes = [start("print('up', flush=True)" + PUBLISH, archive, 12) for _ in range(4)]
    for process in processes:
        assert process.stdout.readline() == "up\n"
    time.sleep(0.2)
    kill(processes[0])
    assert [process.communicate(timeout=120)[0] for process in processes[1:]] == ["done\n"] * 3
    repair = [sys.executable, str(ROOT / "manage.py"), "check_archive", "--repair"]
    said = subprocess.run(repair, env=archive, check=False, capture_output=True, text=True)
    assert (said.returncode, said.stdout.splitlines()[-1]) == (0, "Database, index and sources agree.")
    state = look(archive)
    assert all_is_well(state), state
    assert 36 <= state["found"] < 48
