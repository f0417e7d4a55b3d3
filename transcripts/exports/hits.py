"""A hit as a row of a spreadsheet."""

from __future__ import annotations

from transcripts.exports.places import Places
from transcripts.exports.turns import ExportedHit, Turn
from transcripts.templatetags.transcript import attribution, full_title, speaker_name

COLUMNS = (
    "id", "address", "event", "event address", "date", "series", "kind", "question by", "question",
    "question address", "speaker", "role", "outlet", "text",
)  # fmt: skip


def row(hit: ExportedHit, places: Places) -> list[str]:
    """One cell for each of COLUMNS. An answer stands behind its question."""
    turn, event = hit.turn, hit.turn.event
    return [
        turn.public_id,
        places.turn(turn),
        full_title(event),
        places.event(event),
        event.date.isoformat() if event.date else "",
        event.series,
        turn.kind,
        *_question(hit.question, places),
        speaker_name(turn),
        turn.role,
        turn.affiliation.name if turn.affiliation else "",
        turn.text,
    ]


def _question(question: Turn | None, places: Places) -> tuple[str, str, str]:
    if question is None:
        return "", "", ""
    return attribution(question), question.text, places.turn(question)
