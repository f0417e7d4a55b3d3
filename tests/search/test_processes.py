"""Real processes on one archive: killed at any moment, and writing all at once."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.on_engine("whoosh", "tantivy")

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent

PREAMBLE = f"""
import json, sys, time
sys.path[:0] = [{str(ROOT)!r}, {str(HERE)!r}]
import django
django.setup()
from django.db import transaction
from small_archive import add_event, add_turn, mark_stale, search
from transcripts.models import OutboxEntry, Turn
from transcripts.search import indexing

def commit(text):
    with transaction.atomic():
        event = add_event(text + f" {{time.time_ns()}}")
        add_turn(event, text)
        mark_stale(event)
"""
PUBLISH = """
for number in range(int(sys.argv[1])):
    commit(f"The ferry, number {number}.")
    indexing.drain(timeout=30)
print("done", flush=True)
"""
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
LOOK = """
indexing.drain(timeout=30)
found = search("ferry")
print(json.dumps({
    "found": found.total,
    "stored": Turn.objects.count(),
    "due": OutboxEntry.objects.count(),
    "differences": indexing.compare(),
}))
"""


@pytest.fixture
def archive(tmp_path, engine):
    """The environment of an archive in files of its own, on SQLite, whatever the other tests run on."""
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment |= {"DATA_DIR": str(tmp_path / "data"), "PYTHONPATH": f"{ROOT}:{os.environ.get('PYTHONPATH', '')}"}
    environment |= {"PYTHONWARNINGS": "ignore", "DJANGO_SETTINGS_MODULE": "archive.settings"}
    environment |= {"SEARCH_URL": f"{engine}:"}
    migrate = (
        "import django; django.setup(); from django.core.management import call_command as c; c('migrate', verbosity=0)"
    )
    subprocess.run([sys.executable, "-c", migrate], env=environment, check=True)
    return environment


def start(script, environment, *args, stderr=None) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", PREAMBLE + script, *map(str, args)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=stderr, text=True)


def look(environment) -> dict:
    """What a fresh process finds after one drain."""
    with start(LOOK, environment) as process:
        return json.loads(process.stdout.read())


def kill(process) -> None:
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()


def all_is_well(state) -> bool:
    return state["found"] == state["stored"] and state["due"] == 0 and state["differences"] == []


def test_a_process_killed_between_commit_and_drain_loses_nothing(archive):
    process = start(COMMIT_AND_WAIT, archive)
    assert process.stdout.readline() == "committed\n"
    kill(process)
    state = look(archive)
    assert all_is_well(state), state
    assert state["found"] == 1


def test_a_process_killed_anywhere_loses_nothing(archive):
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


def test_a_rebuild_killed_anywhere_leaves_an_index_that_answers(archive):
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


def test_several_workers_rebuild_what_one_would(archive):
    with start(PUBLISH, archive, 7) as process:
        process.stdout.read()
    command = [sys.executable, str(ROOT / "manage.py"), "rebuild_search", "--workers", "3"]
    said = subprocess.run(command, env=archive, check=True, capture_output=True, text=True).stdout
    assert said == "7 turns can be searched.\n"
    state = look(archive)
    assert all_is_well(state), state
    assert state["found"] == 7


def test_four_processes_that_publish_at_once_lose_nothing_and_complain_of_nothing(archive):
    processes = [start(PUBLISH, archive, 8, stderr=subprocess.PIPE) for _ in range(4)]
    assert [process.communicate(timeout=120) for process in processes] == [("done\n", "")] * 4
    state = look(archive)
    assert all_is_well(state), state
    assert state["found"] == 32


def test_one_of_four_that_is_killed_while_all_publish_costs_the_others_nothing(archive):
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
