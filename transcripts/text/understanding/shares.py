"""How often each speaker asks, answers and gives the floor over a whole event."""

from __future__ import annotations

from dataclasses import dataclass

from transcripts.text.transcript import Turn
from transcripts.text.understanding.calling import called_on
from transcripts.text.understanding.floor import gives_floor
from transcripts.text.understanding.labels import Part
from transcripts.text.understanding.remarks import asks
from transcripts.text.understanding.voices import PASSING, SHORT, ends_in_question, identity


@dataclass(slots=True)
class Voice:
    """One speaker's part over the whole event."""

    turns: int = 0
    questions: int = 0  # turns that end in a question mark
    answers: int = 0  # turns right after a journalist's
    leads: int = 0  # turns right before a journalist's
    short: int = 0
    calls: int = 0  # turns that give the floor


def voices_of(turns: list[Turn], parts: list[Part]) -> dict[str, Voice]:
    """The shares of each speaker, by identity."""
    voices: dict[str, Voice] = {}
    asked = False
    for turn, part, after in zip(turns, parts, [*parts[1:], Part.VOICE], strict=True):
        voice = voices.setdefault(identity(turn), Voice())
        voice.leads += after in {Part.ASKER, Part.MODERATOR}
        voice.turns += 1
        voice.short += len(turn.text) <= SHORT
        voice.calls += len(turn.text) <= SHORT and (gives_floor(turn.text) or any(called_on(turn.paragraphs[-1])))
        voice.questions += ends_in_question(turn.text)
        hands_on = after is Part.NAMED and len(turn.text) <= PASSING
        voice.answers += asked and not hands_on
        asked = part is Part.ASKER and asks(turn)
    return voices
