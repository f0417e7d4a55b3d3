"""A press conference that was corrected twice: words changed, a speaker identified, a turn removed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from transcripts.models import Event, Turn
from transcripts.projection import transcript_of
from transcripts.publishing import add_event, correct_event, publish_event
from transcripts.text import transcript as text
from transcripts.text.transcript import Transcript, TurnKind

MINISTER = {"speaker": "Ada Quill", "label": "Ada Quill", "role": "Minister of Ferries"}
TURNS = (
    text.Turn(TurnKind.MODERATION, ("The lady in the second row, please go ahead.",), label="Usher", exchange=1),
    text.Turn(TurnKind.QUESTION, ("When does the ferry come to this harbour?",), label="Q", exchange=1, start=754.5),
    text.Turn(TurnKind.ANSWER, ("It comes in the spring, and not before it.",), exchange=1, **MINISTER),
    text.Turn(TurnKind.QUESTION, ("And if the ice is late this year?",), label="Q", exchange=1),
    text.Turn(TurnKind.ANSWER, ("Then the ice has to wait as everybody does.",), exchange=1, **MINISTER),
    text.Turn(TurnKind.REMARKS, ("Thank you all, there is coffee in the hall.",), **MINISTER),
)


def ferry(
    turns: tuple[text.Turn, ...] = TURNS,
    *,
    source: str = "https://ministry.example/ferry",
    media: str = "https://media.example/ferry.mp4",
) -> Event:
    """The event as it was first published."""
    transcript = Transcript(
        title="On the ferry",
        date=date(2024, 3, 1),
        status="Check against delivery",
        kind="press conference",
        language="en",
        source=source,
        turns=turns,
    )
    event = add_event(transcript)
    event.media_url = media
    event.save()
    publish_event(event)
    return event


def corrected_ferry() -> Event:
    """The same after two corrections."""
    event = ferry()
    correct(event, 2, "A slip of the pen", paragraphs=("It comes in the autumn, and not before it.",))
    correct(event, 1, "The journalist has been identified", speaker="Per Lind", affiliation="The Beacon")
    now = transcript_of(event)
    correct_event(event, replace(now, turns=now.turns[:-1]), note="Said after the end")
    return event


def correct(event: Event, index: int, note: str, **changes) -> None:
    """Say something else of one turn, and publish that."""
    now = transcript_of(event)
    turns = list(now.turns)
    turns[index] = replace(turns[index], **changes)
    correct_event(event, replace(now, turns=tuple(turns)), note=note)


def turn_saying(event: Event, words: str) -> Turn:
    return event.turns.get(text__contains=words)
