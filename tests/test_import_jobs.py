"""Imports in the background, by real processes: killed at any moment, started again, and several at once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MANAGE = [sys.executable, "-W", "ignore", "manage.py"]
FILES = 25

GIVE = f"""
from transcripts.import_jobs import add_files, begin_job
from transcripts.publishing import Received
text = '''Press conference number NUMBER

DAY May 2020

Harbour Master Ada Quill: Good morning. Ferry NUMBER has been ordered.

Ben Oake (The Bollard): When does it come, and what did number NUMBER cost us in the end?

Harbour Master Ada Quill: It comes in the spring, and NUMBER is a good number for a ferry.
'''
texts = [text.replace("NUMBER", str(n)).replace("DAY", str(n + 1)) for n in range({FILES})]
files = [Received(text.encode(), f"{{n:02}}.txt") for n, text in enumerate(texts)]
add_files(begin_job(publish=True, correct_published=True), files)
"""
UNTIL_DONE = """
import time
from transcripts.models import ImportedFile
while ImportedFile.objects.unfinished().exists():
    time.sleep(0.2)
"""
START = f"""
from transcripts.import_jobs import start_worker
print(start_worker(), start_worker())
{UNTIL_DONE}
"""
LOOK = """
import json
from collections import Counter
from transcripts.models import Event, ImportedFile, OutboxEntry
from transcripts.search import indexing
texts = {e.slug: [(t.kind, t.text) for t in e.turns.current().order_by("position")] for e in Event.objects.all()}
states = Counter(ImportedFile.objects.values_list("state", flat=True))
indexing.drain(timeout=30)
print(json.dumps([sorted(texts.items()), dict(states), OutboxEntry.objects.count(), indexing.compare()]))
"""


@pytest.fixture
def archive(tmp_path):
    """The environment of an archive of its own, on SQLite, with files in line."""
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment |= {"DATA_DIR": str(tmp_path / "data"), "DJANGO_SETTINGS_MODULE": "archive.settings"}
    subprocess.run([*MANAGE, "migrate", "-v", "0"], cwd=ROOT, env=environment, check=True)
    shell(environment, GIVE)
    return environment


def shell(environment, script) -> str:
    command = [*MANAGE, "shell", "-v", "0", "-c", script]
    return subprocess.run(
        command, cwd=ROOT, env=environment, check=True, timeout=120, capture_output=True, text=True
    ).stdout


def worker(environment) -> subprocess.Popen:
    return subprocess.Popen([*MANAGE, "work_imports"], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)


def all_is_in(environment) -> bool:
    texts, states, due, differences = json.loads(shell(environment, LOOK))
    whole = all(len(turns) == 3 for _slug, turns in texts)
    return whole and len(texts) == FILES and sum(states.values()) == FILES and (due, differences) == (0, [])


def test_a_worker_killed_anywhere_and_started_again_ends_with_the_same_archive(archive):
    for seconds in (0.02, 0.15):
        with worker(archive) as process:
            process.stdout.readline()
            time.sleep(seconds)
            process.kill()
    with worker(archive) as process:
        process.stdout.read()
    assert all_is_in(archive)


def test_of_three_workers_at_once_one_works(archive):
    workers = [worker(archive) for _number in range(3)]
    said = [process.communicate(timeout=120)[0].splitlines() for process in workers]
    assert sorted(map(len, said)) == [0, 0, FILES]
    assert all_is_in(archive)


def test_a_web_process_starts_a_worker_and_not_two(archive):
    first, _second = shell(archive, START).split()
    assert first == "True"
    assert all_is_in(archive)


def test_a_start_of_the_server_goes_on_with_what_waited(archive):
    with worker(archive) as process:
        process.stdout.readline()
        process.kill()
    subprocess.run([*MANAGE, "prepare"], cwd=ROOT, env=archive, check=True, stdout=subprocess.DEVNULL)
    shell(archive, UNTIL_DONE)
    assert all_is_in(archive)
