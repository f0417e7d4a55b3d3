"""What the address of a turn shows, whatever form it is asked for in: its wording and where that is from."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

from transcripts.models import Revision, Turn
from transcripts.templatetags.transcript import attribution, called_by
from transcripts.views.chronicle import Correction, corrections, revisions_of
from transcripts.views.provenance import Provenance
from transcripts.views.validators import dated
from transcripts.views.wording import Wording, notice, wording_at


@dataclass(frozen=True, slots=True)
class Sight:
    """`asked` is what `?rev=` says; `wording` answers it; `words` are those to show. `corrections` are all there were,
    those of `provenance` only what had been corrected in this wording.
    """

    turn: Turn
    revisions: tuple[Revision, ...]
    asked: str
    wording: Wording | None
    provenance: Provenance
    corrections: tuple[Correction, ...]

    @property
    def words(self) -> str:
        return (self.wording and self.wording.text) or self.turn.text

    @property
    def said_by(self) -> str:
        """Who these words are of, and in what capacity, by the wording that is shown."""
        then = self.wording.turn if self.wording else None
        if then is None:
            return attribution(self.turn)
        name = then.speaker or called_by(then.label, then.kind)
        return ", ".join(filter(None, (name, then.role or then.affiliation)))

    @property
    def notice(self) -> str:
        return notice(self.asked, self.wording)

    def dated(self, response: HttpResponse) -> HttpResponse:
        """The response with the time of the last change."""
        return dated(response, self.turn.event, (revision.created_at for revision in self.revisions))


def sight_of(request: HttpRequest, turn: Turn) -> Sight:
    """What this request asks of the turn. One query; one more for an old revision."""
    asked = request.GET.get("rev", "")
    revisions = revisions_of(turn.event_id)
    wording = wording_at(turn, asked, revisions) if asked else None
    at_rev = wording and wording.turn
    shown = wording.revision if at_rev else next(iter(revisions), None)
    found = corrections(turn, revisions)
    then = tuple(one for one in found if shown and one.revision.number <= shown.number) if at_rev else found
    provenance = Provenance(turn.event, shown, then, at_rev.start if at_rev else turn.start)
    return Sight(turn, tuple(revisions), asked, wording, provenance, found)
