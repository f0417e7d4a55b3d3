"""Who speaks, in which part, and what belongs together: what a reader sees at once in labelled turns."""

from __future__ import annotations

from transcripts.text.transcript import Turn
from transcripts.text.understanding.exchanges import number_exchanges
from transcripts.text.understanding.headings import Heading
from transcripts.text.understanding.kinds import assign_kinds
from transcripts.text.understanding.people import name_speakers

__all__ = ["Heading", "assign_kinds", "name_speakers", "number_exchanges", "understand"]


def understand(turns: tuple[Turn, ...], heading: Heading, *, set_off: bool = False) -> tuple[Turn, ...]:
    """The turns with speaker, role, affiliation, kind and exchange, inferred from labels, order and heading.

    With `set_off`, turns without a label that are questions already, as their type shows, stay so.
    """
    named = name_speakers(turns, heading, set_off=set_off)
    return number_exchanges(assign_kinds(named, heading, set_off=set_off))
