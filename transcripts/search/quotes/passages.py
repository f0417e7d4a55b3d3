"""What one speaker said in one go: a turn, or turns of one speaker with an interruption between them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Q

from transcripts.models import Turn
from transcripts.models.turns import TurnQuerySet
from transcripts.search.words import Occurrence, occurrences
from transcripts.text.marks import editorial_marks

BETWEEN = "\n\n"
# So many turns of others are an interruption; after more of them the floor has passed on.
INTERRUPTION = 4


@dataclass(frozen=True, slots=True)
class Passage:
    """The turns, in order; `text` is theirs, with a blank line between two. `words` are those that were said."""

    turns: tuple[Turn, ...]
    text: str
    words: tuple[Occurrence, ...]

    def parts(self, start: int, end: int) -> Iterator[tuple[Turn, int, int]]:
        """The turns that the characters `start` to `end` are from, each with the stretch of its own text."""
        first = 0
        for turn in self.turns:
            own = max(start - first, 0), min(end - first, len(turn.text))
            if own[0] < own[1]:
                yield turn, *own
            first += len(turn.text) + len(BETWEEN)


def turns_of(public_ids: Collection[str]) -> list[Turn]:
    """Those that readers may see now, in that order. One query."""
    places = {public_id: place for place, public_id in enumerate(public_ids)}
    return sorted(_public(Turn.objects.filter(public_id__in=public_ids)), key=lambda turn: places[turn.public_id])


def _public(turns: TurnQuerySet) -> list[Turn]:
    """The event is looked at here: SQLite would rather go through all published events than look up these few."""
    joined = turns.current().with_names().order_by("position")
    return [turn for turn in joined if turn.event.is_public]


def passage_of(*turns: Turn) -> Passage:
    text = BETWEEN.join(turn.text for turn in turns)
    return Passage(turns, text, tuple(_said(text)))


def _said(text: str) -> Iterator[Occurrence]:
    """Without an editor's marks: nobody said "inaudible"."""
    marks = [*editorial_marks(text)]
    for word in occurrences(text):
        while marks and marks[0].end <= word.start:
            marks.pop(0)
        if not marks or word.end <= marks[0].start:
            yield word


def continued(turns: Sequence[Turn]) -> dict[int, Passage]:
    """By their keys those of the turns that their speaker went on with, or began, around an interruption. One query."""
    near = {turn.pk: _around(turn) for turn in turns if turn.speaker_id or turn.label}
    if not near:
        return {}
    found = _public(Turn.objects.filter(reduce(or_, near.values())))
    joined = {turn.pk: _joined(turn, [other for other in found if _same(turn, other)]) for turn in turns}
    return {key: passage for key, passage in joined.items() if len(passage.turns) > 1}


def _around(turn: Turn) -> Q:
    who = Q(speaker=turn.speaker_id) if turn.speaker_id else Q(speaker=None, label=turn.label)
    places = range(turn.position - INTERRUPTION, turn.position + INTERRUPTION + 1)
    return Q(event=turn.event_id, position__in=places) & who


def _same(turn: Turn, other: Turn) -> bool:
    same_voice = other.speaker_id == turn.speaker_id and (bool(turn.speaker_id) or other.label == turn.label)
    near = abs(other.position - turn.position) <= INTERRUPTION
    return other.pk != turn.pk and other.event_id == turn.event_id and same_voice and near


def _joined(turn: Turn, others: Sequence[Turn]) -> Passage:
    """With the nearest turn of the speaker on either side."""
    before = [other for other in others if other.position < turn.position][-1:]
    after = [other for other in others if other.position > turn.position][:1]
    return passage_of(*before, turn, *after)
