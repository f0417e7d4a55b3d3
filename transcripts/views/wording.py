"""`/t/<id>/?rev=N`: what the turn said when it was cited."""

from __future__ import annotations

from dataclasses import dataclass

from transcripts.models import Revision, Turn
from transcripts.text import transcript as text
from transcripts.text.comparing import Piece, pieces
from transcripts.text.formats import json


@dataclass(frozen=True, slots=True)
class Wording:
    """The turn at a revision; `turn` is None where that revision does not have it. `pieces` lead from it to today's."""

    revision: Revision
    turn: text.Turn | None
    pieces: tuple[Piece, ...] = ()

    @property
    def has_changed(self) -> bool:
        return bool(self.pieces)


def wording_at(turn: Turn, typed: str) -> Wording | None:
    """The wording at the revision whose number was typed; None where the event has no such revision. One query."""
    if not typed.isascii() or not typed.isdecimal() or len(typed) > 9:
        return None
    revision = Revision.objects.filter(event=turn.event_id, number=int(typed)).first()
    if revision is None:
        return None
    then = next((one for one in json.parse(revision.transcript).turns if one.id == turn.public_id), None)
    if then is None or then.text == turn.text:
        return Wording(revision, then)
    return Wording(revision, then, pieces(then.text, turn.text))
