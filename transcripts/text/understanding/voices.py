"""Who speaks, and how much they say."""

from __future__ import annotations

import re

from transcripts.text.transcript import Turn
from transcripts.text.understanding.names import squeeze

SHORT = 400  # characters; longer turns say something, whoever speaks
PASSING = 100  # characters of "Go ahead, Steve."


QUESTION_MARKS = ("?", "？", "؟", "か。")
GREEK_MARK = re.compile("[\u0370-\u03ff\u1f00-\u1fff]\\s?[;\u037e]")


def holds_question(text: str) -> bool:
    """Whether a question mark stands anywhere in it; Greek writes a semicolon."""
    return any(mark in text for mark in QUESTION_MARKS) or GREEK_MARK.search(text) is not None


def ends_in_question(text: str) -> bool:
    """Whether the last sentence is a question."""
    last = text.rstrip(" ”\"'»」』)")[-3:]
    return last.endswith(QUESTION_MARKS) or (last.endswith((";", "\u037e")) and GREEK_MARK.search(last) is not None)


def identity(turn: Turn) -> str:
    """Who speaks, as far as it is known: the person, else the label."""
    return squeeze(turn.speaker) or squeeze(turn.label)
