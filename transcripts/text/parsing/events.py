"""What kind of event it is, by its title and by what happens in it."""

from __future__ import annotations

from collections.abc import Sequence

from transcripts.text.transcript import EventKind, Turn, TurnKind
from transcripts.text.words import WORDS


def event_kind(*texts: str) -> str:
    """The kind that a heading names, the surest words of the first text that has any; "" where none does."""
    for text in texts:
        lowered = " ".join(text.casefold().split())
        for words, kind in WORDS.event_kinds.items():
            if words in lowered:
                return kind
    return ""


def settle_kind(stated: str, turns: Sequence[Turn]) -> str:
    """The stated kind, unless remarks turned into questions, or nothing was stated and the turns tell."""
    kinds = [turn.kind for turn in turns if turn.kind is not TurnKind.NOTE]
    if TurnKind.QUESTION in kinds:
        if stated and stated != EventKind.REMARKS:
            return stated
        opens = kinds[0] is TurnKind.QUESTION
        return str(EventKind.DOORSTEP if opens and stated else EventKind.PRESS_CONFERENCE)
    if not stated and TurnKind.STATEMENT in kinds and TurnKind.MODERATION in kinds:
        return str(EventKind.DEBATE)
    return stated
