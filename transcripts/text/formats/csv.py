"""Transcript → CSV, one row a turn, for spreadsheets.

A cell that a spreadsheet would take for a formula has an apostrophe before it, which programs show as text.
Source: https://owasp.org/www-community/attacks/CSV_Injection and RFC 4180.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from transcripts.text.transcript import Transcript, Turn

COLUMNS = (
    "event", "date", "position", "id", "kind", "label", "speaker", "role", "affiliation", "exchange", "start", "text",
)  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def write(transcript: Transcript) -> str:
    """The turns as rows below a row of names. Paragraphs are parted by a blank line within their cell."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    writer.writerows(_rows(transcript))
    return out.getvalue()


def _rows(transcript: Transcript) -> Iterator[list[str]]:
    day = transcript.date.isoformat() if transcript.date else ""
    for position, turn in enumerate(transcript.turns, start=1):
        yield [defused(transcript.title), day, str(position), *_cells(turn)]


def _cells(turn: Turn) -> Iterator[str]:
    for cell in (turn.id, str(turn.kind), turn.label, turn.speaker, turn.role, turn.affiliation):
        yield defused(cell)
    yield "" if turn.exchange is None else str(turn.exchange)
    yield "" if turn.start is None else f"{turn.start:.3f}".rstrip("0").rstrip(".")
    yield defused(turn.text)


def defused(cell: str) -> str:
    """A cell that no spreadsheet runs."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell
