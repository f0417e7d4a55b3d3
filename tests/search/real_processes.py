"""Real processes on one archive in files of its own, what they do there, and how to end them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

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


def said(script, environment, *args) -> str:
    """What a process prints that runs this to its end."""
    with start(script, environment, *args) as process:
        return process.stdout.read()
