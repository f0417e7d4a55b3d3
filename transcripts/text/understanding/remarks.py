"""What is said to the room and answers nobody: a guest's opening words, and the thanks at the end."""

from __future__ import annotations

import re

from transcripts.text.transcript import Turn, TurnKind
from transcripts.text.understanding.voices import PASSING, SHORT, holds_question, identity
from transcripts.text.words import WORDS

EARLY = 0.25  # of the event, in which a guest may still make opening remarks
GREETINGS = tuple(WORDS.salutations | WORDS.thanks)
THANKS = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(WORDS.thanks)))})\b", re.IGNORECASE)


def asks(turn: Turn) -> bool:
    """Whether a journalist's turn wants an answer; "Good afternoon." and "Thank you, Jen." do not."""
    text = turn.text
    return holds_question(text) or len(text) > PASSING or not _greets(text)


def _greets(text: str) -> bool:
    lowered = text.casefold().lstrip("( ¡")
    return lowered.startswith(GREETINGS) or text.endswith("!")


def thanks(text: str) -> bool:
    """Whether it says thank you, in any language."""
    return THANKS.search(text) is not None


def mark_late_openings(turns: list[Turn], kinds: list[TurnKind]) -> None:
    """A guest's first words, when they are long, early and answer no question, open though questions were before."""
    seen: set[str] = set()
    for index, turn in enumerate(turns[: int(len(turns) * EARLY)]):
        opens = identity(turn) not in seen and index > 0 and kinds[index - 1] is not TurnKind.QUESTION
        if kinds[index] is TurnKind.ANSWER and opens and len(turn.text) > SHORT:
            kinds[index] = TurnKind.REMARKS
        seen.add(identity(turn))


def mark_statements(turns: list[Turn], kinds: list[TurnKind]) -> None:
    """What follows remarks without a question is none the less; so is a long turn where the floor asked nothing."""
    for index in range(1, len(turns)):
        before, turn = kinds[index - 1], turns[index]
        unasked = before is TurnKind.QUESTION and not asks(turns[index - 1]) and len(turn.text) > SHORT
        if kinds[index] is TurnKind.ANSWER and (unasked or before is TurnKind.REMARKS):
            kinds[index] = TurnKind.REMARKS


def mark_closing(turns: list[Turn], kinds: list[TurnKind]) -> None:
    """A speaker's last words, when they thank and nothing was asked; those of who opened need not thank."""
    said, over = set[str](), True
    for index in range(len(turns) - 1, 0, -1):
        who, kind = identity(turns[index]), kinds[index]
        over = over and not (kind is TurnKind.QUESTION and asks(turns[index]))
        last = kind is TurnKind.ANSWER and who not in said
        said.add(who)
        if last and _closes(turns, index, kinds, over=over):
            kinds[index] = TurnKind.REMARKS


def _closes(turns: list[Turn], index: int, kinds: list[TurnKind], *, over: bool) -> bool:
    """Whether last words close: behind a thank you from the floor anywhere, else when no question follows."""
    text, before = turns[index].text, kinds[index - 1]
    if before is TurnKind.QUESTION and asks(turns[index - 1]):
        return False
    if len(text) <= SHORT and thanks(text) and (over or before is TurnKind.QUESTION):
        return True
    another = before is TurnKind.ANSWER and identity(turns[index]) != identity(turns[index - 1])
    last = index == len(turns) - 1 and len(text) > PASSING
    return last and another and identity(turns[index]) == identity(turns[0])
