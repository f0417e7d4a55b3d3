"""The one door to searching: a Query in, a page of results out, whatever engine stands behind it."""

from __future__ import annotations

from collections.abc import Sequence

from haystack import connections

from transcripts.models import Turn
from transcripts.search.facets import facets_of
from transcripts.search.query import Query
from transcripts.search.results import Hit, ResultPage
from transcripts.search.snippets import snippet
from transcripts.search.unavailable import SearchUnavailable
from transcripts.text.transcript import TurnKind

__all__ = ["SearchUnavailable", "find", "ping"]


def find(query: Query, *, per_page: int = 20) -> ResultPage:
    """One page of hits in the query's order, with facets and years; a page beyond the last is the last one.

    Seven database queries at most, however many hits there are. Raises SearchUnavailable when the index cannot answer.
    """
    found = connections["default"].get_backend().find(query, per_page=per_page)
    turns = _loaded(found.public_ids)
    questions = _questions(turns)
    return ResultPage(
        query=query,
        hits=tuple(Hit(turn, snippet(turn.text, query), questions.get(turn.pk)) for turn in turns),
        total=found.total,
        page=found.page,
        pages=found.pages,
        facets=facets_of(found, query),
        years=found.years,
    )


def ping() -> None:
    """Raise SearchUnavailable when the index cannot answer."""
    connections["default"].get_backend().find(Query(), per_page=1)


def _loaded(public_ids: Sequence[str]) -> list[Turn]:
    """In that order, without those that the index still has and readers may no longer see."""
    turns = Turn.objects.published().with_names().filter(public_id__in=public_ids)
    return sorted(turns, key=lambda turn: public_ids.index(turn.public_id))


def _questions(turns: Sequence[Turn]) -> dict[int, Turn]:
    """For each answer, by its key, the nearest question before it in its exchange. One query."""
    answers = [turn for turn in turns if turn.kind == TurnKind.ANSWER and turn.exchange_id]
    asked = Turn.objects.published().with_names().filter(kind=TurnKind.QUESTION)
    by_exchange: dict[int | None, list[Turn]] = {}
    for question in asked.filter(exchange__in={turn.exchange_id for turn in answers}).order_by("position"):
        by_exchange.setdefault(question.exchange_id, []).append(question)
    nearest = {turn.pk: _nearest(by_exchange.get(turn.exchange_id, []), turn) for turn in answers}
    return {key: question for key, question in nearest.items() if question}


def _nearest(questions: Sequence[Turn], answer: Turn) -> Turn | None:
    before = [question for question in questions if question.position < answer.position]
    return before[-1] if before else None
