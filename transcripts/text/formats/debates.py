"""Debates that others encoded → people and kinds, from what the encoding states, else from the labels."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from transcripts.text.transcript import Transcript, Turn, TurnKind
from transcripts.text.understanding import Heading, understand
from transcripts.text.understanding.labels import read_label
from transcripts.text.understanding.names import bare, is_capitals, is_name
from transcripts.text.words import WORDS

# In a parliament the Speaker is who presides; in other records a "speaker" is anybody who speaks.
PRESIDING = re.compile(
    r"(?:the )?(?:hon\.? )?(?:(?:mr|mrs|ms|madam|mister|acting|temporary)\.? )*(?:the )?(?:deputy )?speaker",
    re.IGNORECASE,
)
NOBODY = re.compile(r"(?:an?|some|several|the)?\s*(?:\w+\.? )?members?", re.IGNORECASE)
YEARS = range(1700, 2200)  # others are there because the schema wants a date


def understood_debate(heading: Transcript, turns: tuple[Turn, ...]) -> Transcript:
    """The heading with these turns. What they state stays; STATEMENT is the kind of one that states none."""
    stated = tuple(map(_presided, turns))
    inferred = understand(stated, Heading(heading.title, heading.subtitle, heading.kind))
    together = tuple(_with_stated(guess, turn) for guess, turn in zip(inferred, stated, strict=True))
    return replace(heading, turns=together)


def _presided(turn: Turn) -> Turn:
    """A turn of the Speaker of the house is moderation, and "Mr. Speaker" is nobody's name."""
    office = turn.label.partition("(")[0].strip()
    if turn.kind is not TurnKind.STATEMENT or not PRESIDING.fullmatch(office):
        return turn
    return replace(turn, kind=TurnKind.MODERATION, role=turn.role or office)


def _with_stated(guess: Turn, turn: Turn) -> Turn:
    nobody = PRESIDING.fullmatch(f"Mr {guess.speaker}") or NOBODY.fullmatch(guess.speaker)
    speaker = turn.speaker or ("" if nobody else guess.speaker)
    himself = cased(read_label(guess.affiliation).name) == speaker  # "The CHAIR (Mr A Brill)" is of no party
    return replace(
        guess,
        kind=guess.kind if turn.kind is TurnKind.STATEMENT else turn.kind,
        speaker=speaker,
        role=turn.role or guess.role,
        affiliation=turn.affiliation or ("" if himself else guess.affiliation),
    )


def as_speaker(turn: Turn, shown: str) -> Turn:
    """The turn of the person whom a list calls `shown`: a name with honorifics, or an office with or without a name."""
    tokens = shown.split()
    if NOBODY.fullmatch(shown):
        return turn
    if len(tokens) > 1 and bare(tokens[0]) in WORDS.honorifics and is_name(tokens[1:]):
        return replace(turn, speaker=cased(" ".join(tokens[1:])))  # of "Mr M M Brill" one is an honorific
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
