"""Debates that others encoded → people and kinds, from what the encoding states, else from the labels."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from transcripts.text.transcript import Transcript, Turn, TurnKind
from transcripts.text.understanding import Heading, understand
from transcripts.text.understanding.labels import read_label
from transcripts.text.understanding.names import is_capitals

YEARS = range(1700, 2200)  # others are there because the schema wants a date


def understood_debate(heading: Transcript, turns: tuple[Turn, ...]) -> Transcript:
    """The heading with these turns. What they state stays; STATEMENT is the kind of one that states none."""
    inferred = understand(turns, Heading(heading.title, heading.subtitle, heading.kind))
    together = tuple(_with_stated(guess, turn) for guess, turn in zip(inferred, turns, strict=True))
    return replace(heading, turns=together)


def _with_stated(guess: Turn, turn: Turn) -> Turn:
    return replace(
        guess,
        kind=guess.kind if turn.kind is TurnKind.STATEMENT else turn.kind,
        speaker=turn.speaker or guess.speaker,
        role=turn.role or guess.role,
        affiliation=turn.affiliation or guess.affiliation,
    )


def as_speaker(turn: Turn, shown: str) -> Turn:
    """The turn of the person whom a list calls `shown`: a name with honorifics, or an office with or without a name."""
    reading = read_label(shown)
    inside = read_label(reading.affiliation) if reading.role and not reading.name else None
    if inside and inside.name:  # "The HOUSE CHAIRPERSON (Mr C T Frolick)"
        return replace(turn, speaker=cased(inside.name), role=reading.role)
    return replace(turn, speaker=cased(reading.name), role=reading.role)


def cased(name: str) -> str:
    """A name whose words are in capitals or small letters, as names are written: "M R MDAKANE" → "M R Mdakane"."""
    return " ".join(word.title() if is_capitals(word) or word.islower() else word for word in name.split())


def day_in(stated: str | None) -> date | None:
    """The day in an attribute, "2012-05-11" or "2012-05-11+02:00"; None for none, and for a year no debate has."""
    try:
        found = date.fromisoformat((stated or "")[:10])
    except ValueError:
        return None
    return found if found.year in YEARS else None
