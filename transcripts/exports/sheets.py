"""Rows → CSV for spreadsheets, in pieces.

RFC 4180 in UTF-8 with a byte order mark, by which spreadsheet programs tell it from their own older encodings. No cell
is run as a formula: `transcripts.text.formats.csv.defused`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from transcripts.exports import PIECE
from transcripts.text.formats.csv import FORMULA, defused

BYTE_ORDER_MARK = "\ufeff"
RISKY = frozenset(FORMULA)

Row = Sequence[str]


def write(columns: Row, rows: Iterable[Row], *, head: Iterable[Row] = ()) -> Iterator[str]:
    """`head`, a blank line where there is any, the names of the columns, and the rows, in pieces."""
    head = list(head)
    yield BYTE_ORDER_MARK
    yield from _pieces([*head, *([[]] if head else []), columns])
    yield from _pieces(rows)


def _pieces(rows: Iterable[Row]) -> Iterator[str]:
    out = io.StringIO()
    writer = csv.writer(out)
    for row in rows:
        writer.writerow([defused(cell) if cell[:1] in RISKY else cell for cell in row])
        if out.tell() >= PIECE:
            yield _taken(out)
    yield _taken(out)


def _taken(out: io.StringIO) -> str:
    piece = out.getvalue()
    out.seek(0)
    out.truncate()
    return piece
