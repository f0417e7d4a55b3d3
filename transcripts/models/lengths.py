"""What the columns hold. SQLite takes any length and PostgreSQL none beyond the column's: say it before either."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from transcripts.models.events import Event
from transcripts.models.people import Organization, Person
from transcripts.models.turns import Turn
from transcripts.text.transcript import Transcript

EVENT = {
    "title": "title",
    "subtitle": "subtitle",
    "venue": "venue",
    "status": "delivery_status",
    "source": "source_url",
    "language": "language",
}
TURN = {
    "label": (Turn, "label"),
    "role": (Turn, "role"),
    "speaker": (Person, "name"),
    "affiliation": (Organization, "name"),
}


def too_long(transcript: Transcript) -> Iterator[str]:
    """A sentence for each value of the transcript that its column cannot hold."""
    for name, column in EVENT.items():
        yield from _sentence(f"The {name}", getattr(transcript, name), Event, column)
    for position, turn in enumerate(transcript.turns, start=1):
        for name, (model, column) in TURN.items():
            yield from _sentence(f"The {name} of turn {position}", getattr(turn, name), model, column)


def _sentence(what: str, value: str, model: Any, column: str) -> Iterator[str]:
    limit = model._meta.get_field(column).max_length  # noqa: SLF001 - Django's documented door
    if len(value) > limit:
        yield f"{what} is {len(value)} characters long (“{value[:40]}…”), and {limit} is the most. Shorten it."
