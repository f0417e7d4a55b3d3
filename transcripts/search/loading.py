"""Public ids as an engine gives them → hits with all that a page, a feed or an export shows of them."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.safestring import SafeString

from transcripts.models import Turn
from transcripts.search.asking import nearest_questions
from transcripts.search.query import Query
from transcripts.search.results import Group, Hit, HitGroup
from transcripts.search.snippets import snippet


def hits_of(public_ids: Sequence[str], query: Query, *, snippets: bool = True) -> list[Hit]:
    """A hit for each that readers may see now, in that order. Three queries, however many there are.

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
    """In that order, joined with their names, without those that readers may no longer see.

    The event is looked at here and not in the query: SQLite would go through all published events and their turns,
    instead of looking up these few, and so it would for the sake of an order.
    """
    turns = Turn.objects.filter(public_id__in=public_ids).current().with_names().order_by()
    places = {public_id: place for place, public_id in enumerate(public_ids)}
    return sorted((turn for turn in turns if turn.event.is_public), key=lambda turn: places[turn.public_id])


def _questions(turns: Sequence[Turn]) -> dict[int, Turn]:
    """For each answer, by its key, its question. Two queries."""
    events = {turn.pk: turn.event for turn in turns}
    nearest = nearest_questions(turns)
    if not nearest:
        return {}
    known = Turn.objects.current().filter(pk__in=set(nearest.values())).order_by()
    questions = known.select_related("speaker", "affiliation").in_bulk()
    found = {answer: questions[key] for answer, key in nearest.items() if key in questions}
    for answer, question in found.items():
        question.event = events[answer]
    return found
