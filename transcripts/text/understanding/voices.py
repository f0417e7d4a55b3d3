"""Who speaks, and how much they say."""

from __future__ import annotations

from transcripts.text.transcript import Turn
from transcripts.text.understanding.names import squeeze

SHORT = 400  # characters; longer turns say something, whoever speaks
PASSING = 100  # characters of "Go ahead, Steve."


def identity(turn: Turn) -> str:
    """Who speaks, as far as it is known: the person, else the label."""
    return squeeze(turn.speaker) or squeeze(turn.label)
