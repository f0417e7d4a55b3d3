"""A transcript that is another version of an event: what it makes of the event's turns, shown before it is saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from transcripts.admin import pairing
from transcripts.admin.pairing import Said
from transcripts.models import Event
from transcripts.reimporting import put_together, words_digest
from transcripts.text.transcript import ParseWarning, Transcript


@dataclass(frozen=True, slots=True)
class Version:
    """`pins` are the ids that an editor chose, each by the digest of its turn's words, so that they outlast edits."""

    paired: pairing.Shown
    pins: Mapping[str, str]
    conflicts: tuple[ParseWarning, ...]
    wrong: str = ""


def another_version(event: Event, transcript: Transcript, said: Said) -> Version:
    """The event's pairing with `transcript`; `wrong` is a sentence on a choice that could not be taken."""
    whole, conflicts = put_together(event, transcript, said.pins)
    text, pins, wrong = "\n\n".join(turn.text for turn in whole.turns), dict(said.pins), ""
    try:
        if said.turns and said.text != pairing.text_digest(text):
            raise ValueError(_(pairing.CHANGED_TEXT))
        chosen = pairing.repaired(whole, said, event)
        pins |= {words_digest(whole.turns[place - 1]): public_id for place, public_id in said.turns.items()}
        whole = chosen
    except ValueError as error:
        wrong = str(error)
    return Version(pairing.show(event, whole, said, text=text), pins, conflicts, wrong)
