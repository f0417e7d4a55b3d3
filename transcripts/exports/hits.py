"""A hit as a row of a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable

from transcripts.search.results import Hit
from transcripts.templatetags.transcript import attribution, full_title, speaker_name

COLUMNS = (
    "id", "address", "event", "event address", "date", "series", "kind", "question by", "question",
    "question address", "speaker", "role", "outlet", "text",
)  # fmt: skip

Address = Callable[[str], str]


def row(hit: Hit, address: Address) -> list[str]:
    """One cell for each of COLUMNS; `address` makes a path absolute. An answer stands behind its question."""
    turn, event = hit.turn, hit.turn.event
    return [
        turn.public_id,
        address(turn.get_absolute_url()),
        full_title(event),
        address(event.get_absolute_url()),
        event.date.isoformat() if event.date else "",
        event.series.name if event.series else "",
        turn.kind,
        *_question(hit, address),
        speaker_name(turn),
        turn.role,
        turn.affiliation.name if turn.affiliation else "",
        turn.text,
    ]


def _question(hit: Hit, address: Address) -> list[str]:
    if hit.question is None:
        return ["", "", ""]
    return [attribution(hit.question), hit.question.text, address(hit.question.get_absolute_url())]
