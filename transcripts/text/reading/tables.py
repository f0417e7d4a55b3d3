"""CSV → turns, one a row. Source of the form: RFC 4180, with the delimiters that spreadsheets write."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence

from transcripts.text.reading.columns import are_ours, columns_by_content, is_heading, named_columns
from transcripts.text.reading.decoding import decode_text
from transcripts.text.reading.document import Document, numbered_turns
from transcripts.text.reading.limits import MOST_PIECES, MOST_TURNS, refuse_many
from transcripts.text.transcript import ParseWarning, Turn, TurnKind, UnreadableSource

DELIMITERS = ",;\t|"
PROBE = 30  # rows
PROBED = 200_000  # characters
LONGEST_CELL = 20 * 2**20
BLANK_LINES = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
FORMULA = re.compile(r"'(?=[=+\-@\t＝＋－＠])")
CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2}(?:[.,]\d+)?)")
ID = re.compile(r"[0-9a-z]{1,32}")
KINDS = {"q": TurnKind.QUESTION, "a": TurnKind.ANSWER} | {str(kind): kind for kind in TurnKind}
WHATS = ("text", "label", "speaker", "role", "affiliation", "kind", "start", "title", "date")

csv.field_size_limit(LONGEST_CELL)


def read_csv(data: bytes) -> Document:
    """One turn for each row with text. Which column was taken for what is a warning, unless the export is our own.

    Raises UnreadableSource where no column holds text.
    """
    text, warnings = decode_text(data)
    refuse_many(text.count("\n"), "lines", MOST_PIECES * 5)
    refuse_many(text.count(_delimiter(text)), "cells", MOST_PIECES * 20)
    rows = _rows(text)
    refuse_many(len(rows), "rows", MOST_TURNS)
    headed = bool(rows) and is_heading(rows[0])
    columns = named_columns(rows[0]) if headed else columns_by_content(rows)
    if not headed and rows and "text" not in columns:
        raise UnreadableSource(
            "No column of this table holds what was said. Name the columns in its first row: “speaker” and “text”."
        )
    said = rows[1:] if headed else rows
    turns = numbered_turns(turn for row in said if (turn := _turn(row, columns)))
    if not turns:
        raise UnreadableSource("No row of this table holds any text. Give each turn a row.")
    guessed = () if headed and are_ours(rows[0]) else (_guess(columns, rows[0] if headed else ()),)
    return Document((), _fields(said, columns), (*warnings, *guessed), turns)


def has_headings(text: str) -> bool:
    """Whether the first line names columns that are known, one of them that of the text."""
    first = text[:2000].lstrip("\ufeff").split("\n", 1)[0]
    return any(first.count(sign) and is_heading(first.split(sign)) for sign in DELIMITERS)


def is_table(text: str) -> bool:
    """Whether the first lines are rows of several cells each."""
    try:
        rows = _rows(text)[:-1][:PROBE] or _rows(text)  # the last may be cut off
    except UnreadableSource:
        return False
    return bool(rows) and sum(len(row) > 1 for row in rows) >= len(rows) * 0.9 and not _is_prose(rows)


def _is_prose(rows: Sequence[Sequence[str]]) -> bool:
    """Whether what parts the cells is the comma of sentences: a space follows it, and small letters."""
    later = [cell for row in rows for cell in row[1:] if cell]
    return sum(cell[0] == " " and cell[1:2].islower() for cell in later) > len(later) * 0.5


def _rows(text: str) -> list[list[str]]:
    try:
        return [row for row in csv.reader(text.splitlines(keepends=True), delimiter=_delimiter(text)) if any(row)]
    except csv.Error as error:
        raise UnreadableSource(f"This table is broken ({error}). Save it again as CSV, in UTF-8.") from error


def _delimiter(text: str) -> str:
    """The sign that parts the first rows into the same number of cells, and the most of them."""
    head = text[:PROBED].splitlines(keepends=True)[: PROBE * 4]

    def sameness(sign: str) -> tuple[float, int]:
        try:
            widths = [len(row) for row in csv.reader(head, delimiter=sign) if row][:PROBE]
        except csv.Error:
            return (0.0, 0)
        usual = max(set(widths), key=widths.count, default=1)
        return (widths.count(usual) / len(widths), usual) if widths and usual > 1 else (0.0, 0)

    return max(DELIMITERS, key=sameness)


def _turn(row: Sequence[str], columns: Mapping[str, int]) -> Turn | None:
    cells = {what: _cell(row, place) for what, place in columns.items()}
    paragraphs = tuple(part.strip() for part in BLANK_LINES.split(cells.get("text", "")) if part.strip())
    if not paragraphs:
        return None
    exchange, public_id = cells.get("exchange", ""), cells.get("id", "")
    return Turn(
        KINDS.get(cells.get("kind", "").casefold(), TurnKind.STATEMENT),
        paragraphs,
        label=_line(cells.get("label", "")).rstrip(":").rstrip(),
        speaker=_line(cells.get("speaker", "")),
        role=_line(cells.get("role", "")),
        affiliation=_line(cells.get("affiliation", "")),
        exchange=int(exchange) if exchange.isascii() and exchange.isdigit() and int(exchange) > 0 else None,
        start=_seconds(cells.get("start", "")),
        id=public_id if ID.fullmatch(public_id) else "",
    )


def _cell(row: Sequence[str], place: int) -> str:
    """A cell without the apostrophe that keeps spreadsheets from taking text for a formula."""
    cell = row[place].replace("\r\n", "\n").replace("\r", "\n").strip() if place < len(row) else ""
    return FORMULA.sub("", cell, count=1) if cell.startswith("'") else cell


def _line(cell: str) -> str:
    return " ".join(part.strip() for part in cell.split("\n")).strip()


def _seconds(value: str) -> float | None:
    clock = CLOCK.fullmatch(value)
    if clock:
        hours, minutes, seconds = clock.groups()
        return int(hours or 0) * 3600 + int(minutes) * 60 + float(seconds.replace(",", "."))
    plain = re.fullmatch(r"\d{1,7}(?:[.,]\d{1,9})?", value)
    return float(value.replace(",", ".")) if plain else None


def _fields(rows: Sequence[Sequence[str]], columns: Mapping[str, int]) -> dict[str, str]:
    """Title and date, where every row gives the same."""
    fields = {}
    for what in ("title", "date"):
        values = {_cell(row, columns[what]) for row in rows} if what in columns else set()
        if len(values) == 1:
            fields[what] = values.pop()
    return {what: value for what, value in fields.items() if value}


def _guess(columns: Mapping[str, int], headings: Sequence[str]) -> ParseWarning:
    taken = "; ".join(
        f"{what} from “{headings[place].strip()}”" if headings else f"{what} from column {place + 1}"
        for what, place in columns.items()
        if what in WHATS
    )
    return ParseWarning(0, "columns-guessed", f"The columns were taken so: {taken}. Check a few turns.")
