"""Which question an answer answers: the nearest one before it in its exchange."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Protocol

from transcripts.models import Turn
from transcripts.text.transcript import TurnKind


class Placed(Protocol):
    """A turn, as a row or as plain values."""

    @property
    def pk(self) -> int: ...
    @property
    def kind(self) -> str: ...
    @property
    def exchange_id(self) -> int | None: ...
    @property
    def position(self) -> int: ...


def nearest_questions(turns: Iterable[Placed]) -> dict[int, int]:
    """By the key of each answer that has one, the key of its question. One query; none without answers."""
    answers = [turn for turn in turns if turn.kind == TurnKind.ANSWER and turn.exchange_id]
    asked = _asked({answer.exchange_id for answer in answers}) if answers else {}
    nearest = {answer.pk: _last_before(answer, asked.get(answer.exchange_id, ())) for answer in answers}
    return {key: place[1] for key, place in nearest.items() if place}


def _last_before(answer: Placed, places: Iterable[tuple[int, int]]) -> tuple[int, int] | None:
    return max((place for place in places if place[0] < answer.position), default=None)


def _asked(exchanges: Iterable[int | None]) -> dict[int | None, list[tuple[int, int]]]:
    """By exchange, the positions and keys of its questions."""
    questions = Turn.objects.current().filter(exchange__in=exchanges, kind=TurnKind.QUESTION).order_by()
    places: dict[int | None, list[tuple[int, int]]] = defaultdict(list)
    for exchange, position, key in questions.values_list("exchange_id", "position", "pk"):
        places[exchange].append((position, key))
    return places
