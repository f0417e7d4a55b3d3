"""The turns around a turn: its exchange, and its neighbours in the event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from transcripts.models import Turn
from transcripts.text.transcript import TurnKind


@dataclass(frozen=True, slots=True)
class Surroundings:
    """`exchange` is in order and holds the turn itself; it is empty where the turn stands outside of any."""

    turn: Turn
    exchange: tuple[Turn, ...]
    previous: Turn | None
    next: Turn | None

    @property
    def head(self) -> Turn | None:
        return head_of(self.exchange)

    @property
    def is_head(self) -> bool:
        return self.head is not None and self.head.pk == self.turn.pk

    @property
    def before(self) -> tuple[Turn, ...]:
        return tuple(other for other in self.exchange if other.position < self.turn.position)

    @property
    def after(self) -> tuple[Turn, ...]:
        return tuple(other for other in self.exchange if other.position > self.turn.position)


def exchange_of(turn: Turn) -> tuple[Turn, ...]:
    """The turns of its exchange, in order. One query, or none."""
    return tuple(_current(turn).filter(exchange=turn.exchange_id).in_order()) if turn.exchange_id else ()


def around(turn: Turn) -> Surroundings:
    """Three queries at most."""
    return Surroundings(
        turn,
        exchange_of(turn),
        previous=_current(turn).filter(position__lt=turn.position).order_by("-position").first(),
        next=_current(turn).filter(position__gt=turn.position).order_by("position").first(),
    )


def head_of(exchange: Sequence[Turn]) -> Turn | None:
    """Whose address is the exchange's: the first question, or where none was asked the first turn."""
    questions = (turn for turn in exchange if turn.kind == TurnKind.QUESTION)
    return next(questions, next(iter(exchange), None))


def _current(turn: Turn):
    return Turn.objects.current().filter(event=turn.event_id).select_related("speaker", "affiliation")
