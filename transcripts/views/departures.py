"""When a turn was removed, and which turn stands now where it stood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.urls import reverse

from transcripts.models import Revision, Turn
from transcripts.text.formats import json
from transcripts.views.chronicle import revisions_of, turn_at


@dataclass(frozen=True, slots=True)
class Departure:
    """`revision` is the one that removed the turn, None where that is not known; `successor` the turn that stood
    next to it and stands still, the one before it rather than the one behind.
    """

    turn: Turn
    revision: Revision | None = None
    successor: Turn | None = None

    @property
    def difference(self) -> str:
        """Where to see what changed; empty where that is not known."""
        if self.revision is None:
            return ""
        numbers = [self.turn.event.slug, self.revision.number - 1, self.revision.number]
        return f"{reverse('revision-difference', args=numbers)}#t-{self.turn.public_id}"


def departure_of(turn: Turn) -> Departure:
    """Two queries."""
    for later, earlier in pairwise(revisions_of(turn.event_id)):
        if turn_at(later, turn.public_id) is None and turn_at(earlier, turn.public_id) is not None:
            return Departure(turn, later, _neighbour(turn, json.ids_in(earlier.transcript)))
    return Departure(turn)


def _neighbour(turn: Turn, ids: Sequence[str]) -> Turn | None:
    """The nearest of these turns that stands, looking backward first and then forward."""
    at = ids.index(turn.public_id)
    current = Turn.objects.current().filter(event=turn.event_id, public_id__in=ids).select_related("speaker")
    standing = {one.public_id: one for one in current}
    return next((standing[one] for one in (*ids[:at][::-1], *ids[at + 1 :]) if one in standing), None)
