"""Public ids as an engine gives them → hits with all that a page, a feed or an export shows of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from django.db.models import OuterRef
from django.utils.safestring import SafeString

from transcripts.models import Turn
from transcripts.models.turns import TurnQuerySet
from transcripts.search.query import Query
from transcripts.search.results import Group, Hit, HitGroup
from transcripts.search.snippets import snippet
from transcripts.text.transcript import TurnKind


def hits_of(public_ids: Sequence[str], query: Query, *, snippets: bool = True) -> list[Hit]:
    """A hit for each that readers may see now, in that order. Two queries, however many there are.

    Without `snippets`, which cost more than all else, these are empty: for those who show the whole text.
    """
    turns = _loaded(public_ids)
    questions = _questions(turns)
    passage = (lambda turn: snippet(turn.text, query)) if snippets else (lambda _turn: SafeString())
    return [Hit(turn, passage(turn), questions.get(turn.pk)) for turn in turns]


def groups_of(groups: Sequence[Group], hits: Sequence[Hit]) -> tuple[HitGroup, ...]:
    """The groups with their hits; without those of which readers may see none any more."""
    by_id = {hit.turn.public_id: hit for hit in hits}
    shown = ((group.total, tuple(by_id[key] for key in group.public_ids if key in by_id)) for group in groups)
    return tuple(HitGroup(found[0].turn.event, total, found) for total, found in shown if found)


def _loaded(public_ids: Sequence[str]) -> list[Turn]:
    """In that order, without those that the index still has and readers may no longer see."""
    turns = _public(Turn.objects.filter(public_id__in=public_ids))
    places = {public_id: place for place, public_id in enumerate(public_ids)}
    return sorted(turns, key=lambda turn: places[turn.public_id])


def _public(turns: TurnQuerySet) -> list[Turn]:
    """Those that readers may see now, joined with their names.

    The event is looked at here and not in the query: SQLite would go through all published events and their turns,
    instead of looking up these few, and so it would for the sake of an order.
    """
    return [turn for turn in turns.current().with_names().order_by() if turn.event.is_public]


def _questions(turns: Sequence[Turn]) -> dict[int, Turn]:
    """For each answer, by its key, the nearest question before it in its exchange. One query."""
    answers = {turn.pk for turn in turns if turn.kind == TurnKind.ANSWER and turn.exchange_id}
    asked = Turn.objects.current().filter(kind=TurnKind.QUESTION)
    before = asked.filter(exchange=OuterRef("exchange"), position__lt=OuterRef("position")).order_by("-position")
    nearest = Turn.objects.filter(pk__in=answers).order_by().annotate(nearest=before.values("pk")[:1])
    by_exchange: dict[int | None, list[Turn]] = defaultdict(list)
    for question in _public(asked.filter(pk__in=nearest.values("nearest"))):
        by_exchange[question.exchange_id].append(question)
    found = {turn.pk: _last_before(turn, by_exchange[turn.exchange_id]) for turn in turns if turn.pk in answers}
    return {key: question for key, question in found.items() if question}


def _last_before(answer: Turn, questions: Sequence[Turn]) -> Turn | None:
    """Of the questions of its exchange."""
    before = (each for each in questions if each.position < answer.position)
    return max(before, key=lambda question: question.position, default=None)
