"""Exchanges: one journalist's turn at the floor, from the hand-over to the last follow-up's answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from transcripts.text.transcript import Turn, TurnKind
from transcripts.text.understanding.floor import follows_up, gives_floor
from transcripts.text.understanding.names import bare, squeeze
from transcripts.text.understanding.voices import identity
from transcripts.text.words import WORDS

FEWEST_HAND_OVERS = 2


def number_exchanges(turns: tuple[Turn, ...]) -> tuple[Turn, ...]:
    """The turns with the exchange each belongs to, counted from 1; None before the first and after the last.

    What is said between an answer and the next question belongs to that question: it gives the floor.
    """
    given = _floor_given(turns)
    expected = sum(given) >= FEWEST_HAND_OVERS
    numbers: list[int | None] = [None] * len(turns)
    number, asker, waiting = 0, "", list[int]()
    for index, turn in enumerate(turns):
        if turn.kind is TurnKind.NOTE and number and not waiting:
            numbers[index] = number
        elif turn.kind not in {TurnKind.QUESTION, TurnKind.ANSWER}:
            waiting.append(index)
        if turn.kind not in {TurnKind.QUESTION, TurnKind.ANSWER}:
            continue
        if turn.kind is TurnKind.QUESTION:
            if number == 0 or not _goes_on(turn, asker, given[index], expected):
                number, asker = number + 1, ""
                waiting = _hand_over(turns, waiting, first=number == 1)
            asker = _asker(turn) or asker
        for place in [*waiting, index] if number else []:
            numbers[place] = number
        waiting = []
    return tuple(replace(turn, exchange=number) for turn, number in zip(turns, numbers, strict=True))


def _hand_over(turns: Sequence[Turn], waiting: list[int], *, first: bool) -> list[int]:
    """Which of the waiting turns give the floor; before the first question only those right before it."""
    if not first:
        return waiting
    kept = len(waiting)
    while kept and turns[waiting[kept - 1]].kind is TurnKind.MODERATION:
        kept -= 1
    return waiting[kept:][-1:]


def _asker(turn: Turn) -> str:
    """Who asks, empty for a journalist of whom neither name nor outlet is known."""
    return identity(turn) if turn.speaker else squeeze(turn.affiliation)


def _floor_given(turns: Sequence[Turn]) -> list[bool]:
    """For each question whether the turn before it gave the floor."""
    given = [False] * len(turns)
    for index in range(1, len(turns)):
        if turns[index].kind is TurnKind.QUESTION:
            before = turns[index - 1]
            moderated = before.kind is TurnKind.MODERATION
            given[index] = moderated or (before.kind is TurnKind.ANSWER and gives_floor(before.paragraphs[-1]))
    return given


def _goes_on(turn: Turn, asker: str, given: bool, expected: bool) -> bool:
    """Whether a question stays in the exchange: the same journalist, or an unnamed one who got no new floor."""
    who = _asker(turn)
    if who and asker:
        return who == asker
    if bare(turn.label) in WORDS.continuers | WORDS.interjectors:
        return True
    if who or given:
        return False
    return expected or follows_up(turn.paragraphs[0])
