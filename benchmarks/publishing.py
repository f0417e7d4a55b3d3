"""From published to found: `python -m benchmarks.publishing ADDRESS [EVENTS]`, for the archive in DATA_DIR.

Publishes events of 20 turns, each with a word that nobody else says, and asks the server at ADDRESS until it finds the
word. Prints as JSON, in milliseconds from the call that publishes, when the answer had it and when the call was done.
The events are withdrawn at the end.
"""

from __future__ import annotations

import json
import os
import sys
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor

import django
from django.db import connections

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
django.setup()

from benchmarks.corpus import MadeEvent, made_events  # noqa: E402 - models need the set-up
from transcripts.models import Event  # noqa: E402
from transcripts.publishing import add_event, publish_event, withdraw_event  # noqa: E402
from transcripts.search import indexing  # noqa: E402
from transcripts.text.transcript import Transcript, Turn, TurnKind  # noqa: E402

PAUSE = 0.02  # seconds between two looks


def main(address: str, count: int) -> None:
    found, done, events = [], [], []
    for made in made_events(20 * count, seed=time.time_ns()):
        word = f"zz{time.time_ns():x}"
        events.append(add_event(_transcript(made, word)))
        with ThreadPoolExecutor(1) as pool:
            started = time.perf_counter()
            publishing = pool.submit(_publish, events[-1])
            while not _finds(word, address):
                time.sleep(PAUSE)
            found.append((time.perf_counter() - started) * 1000)
            done.append((publishing.result() - started) * 1000)
    for event in events:
        withdraw_event(event, reason="It was made to measure.")
    indexing.drain()
    print(json.dumps({"found": found, "done": done}))


def _transcript(made: MadeEvent, word: str) -> Transcript:
    texts = (f"{turn.text} {word}." if place == 0 else turn.text for place, turn in enumerate(made.turns))
    turns = (
        Turn(kind=TurnKind(turn.kind), speaker=f"Made Speaker {turn.speaker}", paragraphs=tuple(text.split("\n\n")))
        for turn, text in zip(made.turns, texts, strict=True)
    )
    return Transcript(title=f"Made {word}", date=made.date, language="en", turns=tuple(turns))


def _publish(event: Event) -> float:
    """As an editor's request does. When it was done."""
    try:
        publish_event(event)
        indexing.drain()
        return time.perf_counter()
    finally:
        connections.close_all()


def _finds(word: str, address: str) -> bool:
    with urllib.request.urlopen(f"{address}/search.json?q={word}") as answer:  # noqa: S310 - our own server
        return json.load(answer)["total"] == 1


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if sys.argv[2:] else 40)
