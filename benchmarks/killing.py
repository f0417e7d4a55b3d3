"""kill -9 at random moments of publishing and rebuilding: `python -m benchmarks.killing [ENGINE…] [--times N]`.

After each kill a new process must answer, and after one drain its index must hold what the database holds. Exit 1
at the first time that it does not.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SEED = 20240404
LONGEST = 0.8  # seconds that a process lives once it has begun

BEGIN = f"""
import json, sys, time
sys.path[:0] = [{str(ROOT)!r}, {str(ROOT / "tests" / "search")!r}]
import django
django.setup()
from django.core.management import call_command
from django.db import transaction
from small_archive import add_event, add_turn, mark_stale, search
from transcripts.models import Event, OutboxEntry, Turn
from transcripts.search import indexing
"""
MIGRATE = "call_command('migrate', verbosity=0)"
PUBLISH = """
print("up", flush=True)
while True:
    with transaction.atomic():
        event = add_event(f"Day {time.time_ns()}")
        for number in range(3):
            add_turn(event, f"The ferry, number {number}.")
        mark_stale(event)
        mark_stale(Event.objects.order_by("?").first())
    indexing.drain(timeout=30)
"""
REBUILD = """
print("up", flush=True)
while True:
    indexing.rebuild(workers=int(sys.argv[1]))
"""
LOOK = """
at_once = search("ferry").total if indexing.exists() else None
indexing.drain(timeout=30)
found, stored = search("ferry").total, Turn.objects.count()
print(json.dumps([at_once, found, stored, indexing.compare(), OutboxEntry.objects.count()]))
"""


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.killing", description=__doc__)
    parser.add_argument("engines", nargs="*", default=["whoosh", "tantivy"])
    parser.add_argument("--times", type=int, default=100)
    options = parser.parse_args()
    for engine in options.engines:
        with tempfile.TemporaryDirectory(prefix="killing-") as folder:
            _kill_often(engine, Path(folder), options.times)


def _kill_often(engine: str, folder: Path, times: int) -> None:
    chance = random.Random(SEED)
    environment = os.environ | {"DATA_DIR": str(folder), "SEARCH_URL": f"{engine}:", "PYTHONWARNINGS": "ignore"}
    environment |= {"DJANGO_SETTINGS_MODULE": "archive.settings"}
    environment.pop("DATABASE_URL", None)
    _said(MIGRATE, environment)
    for time_number in range(1, times + 1):
        what, script = chance.choice([("publishing", PUBLISH), ("publishing", PUBLISH), ("rebuilding", REBUILD)])
        _killed(script, environment, chance)
        at_once, found, stored, differences, due = json.loads(_said(LOOK, environment))
        print(
            f"{engine} {time_number}: killed while {what}; found {at_once} at once, {found} of {stored} after a drain"
        )
        if found != stored or differences or due:
            sys.exit(f"The index is not what the database is: {due} due, {differences}")


def _killed(script: str, environment: dict[str, str], chance: random.Random) -> None:
    command = [sys.executable, "-c", BEGIN + script, str(chance.choice([1, 2]))]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        if process.stdout is None or process.stdout.readline() != b"up\n":
            sys.exit("The process to be killed did not begin.")
        time.sleep(chance.uniform(0, LONGEST))
        process.kill()


def _said(script: str, environment: dict[str, str]) -> str:
    command = [sys.executable, "-c", BEGIN + script]
    done = subprocess.run(command, env=environment, check=False, capture_output=True, text=True)
    return done.stdout if done.returncode == 0 else sys.exit(f"A new process does not answer:\n{done.stderr}")


if __name__ == "__main__":
    main()
