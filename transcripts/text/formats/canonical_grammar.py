"""The signs of canonical text, shared by writing and reading it."""

from __future__ import annotations

import re
from dataclasses import replace

from transcripts.text.transcript import Transcript, Turn, TurnKind
from transcripts.text.understanding import Heading, assign_kinds, name_speakers, number_exchanges
from transcripts.text.understanding.labels import Part, part_of
from transcripts.text.understanding.names import bare
from transcripts.text.words import WORDS

FIELDS = ("title", "subtitle", "date", "updated", "status", "language", "kind", "venue", "source")
PEOPLE = ("speaker", "role", "affiliation")
ID = re.compile(r"[0-9a-z]{1,32}")
PLAIN_LABEL = re.compile(r"([^\W\d_][^:\\@{}#\n]{0,120}):(?: |\n|$)")
BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")


def begins_plainly(paragraph: str) -> str:
    """The label that a paragraph begins with when no `@` stands before it; "" where there is none.

    A plain label is made of capitalised words and particles ("Jens Stoltenberg", "Secretary of State"), what stands
    in brackets apart. This rule never looks further than the line, so that an editor can see it work.
    """
    found = PLAIN_LABEL.match(paragraph)
    if not found:
        return ""
    label = found[1]
    words = BRACKETS.sub(" ", label).split()
    plain = all(_is_plain(word) for word in words) or part_of(label) is not Part.NAMED
    return label if words and plain and label == label.strip() else ""


def _is_plain(word: str) -> bool:
    return not word[0].islower() or bare(word) in WORDS.particles


def with_inferred_people(turns: tuple[Turn, ...], transcript: Transcript) -> tuple[Turn, ...]:
    """Turns with the people that label and heading tell."""
    cleared = tuple(replace(turn, speaker="", role="", affiliation="") for turn in turns)
    return name_speakers(cleared, _heading(transcript))


def with_inferred_kinds(turns: tuple[Turn, ...], transcript: Transcript) -> tuple[Turn, ...]:
    """Turns with the kinds that their people and order tell; notes are never inferred, and stay."""
    if any(turn.label for turn in turns):
        return assign_kinds(turns, _heading(transcript))
    return tuple(replace(t, kind=t.kind if t.kind is TurnKind.NOTE else TurnKind.REMARKS) for t in turns)


def with_inferred_exchanges(turns: tuple[Turn, ...]) -> tuple[Turn, ...]:
    """Turns with the exchanges that their kinds tell."""
    return number_exchanges(turns)


def _heading(transcript: Transcript) -> Heading:
    return Heading(transcript.title, transcript.subtitle, transcript.kind)
