"""What one click makes of a transcript: a turn split, joined with the one above it, or told what it is.

Positions count from 1. Each raises ValueError, with a sentence, for a turn or a paragraph that is not there.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from transcripts.text.transcript import Transcript, Turn


def split(transcript: Transcript, position: int, paragraph: int, offset: int = 0) -> Transcript:
    """The turn ends before that paragraph, or that character of it, and a turn of the same speaker begins.

    The longer part keeps the address. Of a paragraph that is cut, only the space at the cut goes.
    """
    turn = _turn(transcript, position)
    upper, lower = _cut(turn.paragraphs, paragraph, offset)
    if not upper or not lower:
        raise ValueError(_("Turn %(position)d has no place to be split at there.") % {"position": position})
    above, below = replace(turn, paragraphs=upper), replace(turn, paragraphs=lower, start=None)
    if len(above.text) < len(below.text):
        return _with(transcript, position, 1, replace(above, id=""), below)
    return _with(transcript, position, 1, above, replace(below, id=""))


def _cut(paragraphs: tuple[str, ...], paragraph: int, offset: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if not 1 <= paragraph <= len(paragraphs):
        return (), ()
    cut = paragraphs[paragraph - 1]
    head, tail = cut[:offset].rstrip(), cut[offset:].lstrip()
    upper, lower = (*paragraphs[: paragraph - 1], head), (tail, *paragraphs[paragraph:])
    return tuple(filter(None, upper)), tuple(filter(None, lower))


def join(transcript: Transcript, position: int) -> Transcript:
    """The turn's paragraphs go to the turn above it, which stays what it is."""
    below = _turn(transcript, position)
    if position == 1:
        raise ValueError(_("There is no turn above the first one."))
    above = _turn(transcript, position - 1)
    whole = replace(above, paragraphs=above.paragraphs + below.paragraphs)
    return _with(transcript, position - 1, 2, whole)


def tell(transcript: Transcript, position: int, **fields: Any) -> Transcript:
    """The turn with these fields: kind, label, speaker, role, affiliation, exchange."""
    return _with(transcript, position, 1, replace(_turn(transcript, position), **fields))


def _turn(transcript: Transcript, position: int) -> Turn:
    if not 1 <= position <= len(transcript.turns):
        raise ValueError(_("There is no turn %(position)d.") % {"position": position})
    return transcript.turns[position - 1]


def _with(transcript: Transcript, position: int, count: int, *turns: Turn) -> Transcript:
    before, after = transcript.turns[: position - 1], transcript.turns[position - 1 + count :]
    return replace(transcript, turns=(*before, *turns, *after))
