"""The threads of one web worker share what is open, and never each other's place in a file."""

from __future__ import annotations

import random
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from haystack import connections
from small_archive import add_event, add_turn, mark_stale

from transcripts.search import indexing
from transcripts.search.backends.whoosh.answering import answer
from transcripts.search.backends.whoosh.snapshot import Snapshot
from transcripts.search.query import parse_query

pytestmark = [pytest.mark.django_db, pytest.mark.on_engine("whoosh")]

THREADS = 8
WORDS = [
    f"{first}{second}" for first in ("fer", "bri", "bar", "har") for second in ("ry", "dge", "rier", "bour", "gain")
]


@pytest.fixture
def impatient():
    """Threads that give way to each other as often as can be."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.fixture
def backend():
    chance = random.Random(5)
    for number in range(40):
        event = add_event(f"Event {number}", on=f"20{number % 25:02}-04-04", series=f"Run {number % 7}")
        for _ in range(6):
            speaker, outlet = f"Speaker {chance.randrange(90)}", f"Outlet {chance.randrange(60)}"
            add_turn(event, " ".join(chance.choices(WORDS, k=12)), by=speaker, of=outlet, role=f"Office {number}")
        mark_stale(event)
    indexing.drain()
    return connections["default"].get_backend()


def _answered(snapshot, query):
    found = answer(snapshot, query, per_page=20)
    return found.public_ids, found.total, found.page, found.pages, found.counts()


def test_threads_that_all_ask_a_new_worker_at_once_get_what_one_would(backend, impatient):
    typed = [*WORDS[:THREADS], f'"{WORDS[0]} {WORDS[5]}"', "fer*", ""]
    queries = [parse_query({"q": [text]}) for text in typed]
    pointer = backend.directory.pointer()
    path = backend.directory.path / pointer.name
    expected = [_answered(Snapshot(path, pointer), query) for query in queries]
    for _new_worker in range(10):
        fresh, together = Snapshot(path, pointer), threading.Barrier(THREADS)

        def ask(first, fresh=fresh, together=together):
            together.wait()
            order = range(first, first + len(queries))
            return {place % len(queries): _answered(fresh, queries[place % len(queries)]) for place in order}

        with ThreadPoolExecutor(THREADS) as pool:
            for answers in pool.map(ask, range(THREADS)):
                assert answers == dict(enumerate(expected))
