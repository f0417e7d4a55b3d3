"""Pieces of set text → paragraphs: where lines part, and what is bold at the beginning."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from transcripts.text.reading.document import Paragraph
from transcripts.text.reading.plain import is_rule

AROUND_BREAK = re.compile(r"[ \t]*\n[ \t]*")
BREAK = re.compile(r"(\n)")
LONGEST_LABEL = 160
LONG_LINE = 100  # characters; a line break behind so much text ends a paragraph


class Run(NamedTuple):
    """Text that is set in one way. A line break in it is one that the reader sees."""

    text: str
    bold: bool = False
    italic: bool = False


def paragraphs_of(runs: Sequence[Run], *, heading: bool = False) -> Iterator[Paragraph]:
    """The paragraphs of one block, without line numbers. Rules and blank lines are dropped."""
    pieces = [Run(piece, run.bold, run.italic) for run in runs for piece in BREAK.split(run.text) if piece]
    for part in _parted(pieces):
        text = _tidy(part)
        if text and not is_rule(text):
            lead, text = _lead(part, text)
            yield Paragraph(text, 0, _hints(part, heading=heading), lead)


def _tidy(runs: Sequence[Run]) -> str:
    """Without spaces around breaks; several in a row are one, but for a tab or a gap behind "Q"."""
    return AROUND_BREAK.sub("\n", "".join(run.text for run in runs)).strip()


def _parted(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """Runs between paragraph breaks: two line breaks, one behind a long line, or one before a bold label."""
    part: list[Run] = []
    length = breaks = 0
    for index, run in enumerate(runs):
        if run.text == "\n":
            breaks += 1
        elif run.text.strip():
            if breaks > 1 or (breaks == 1 and (length > LONG_LINE or _is_label(runs, index, part))):
                yield part
                part = []
            length = len(run.text) if breaks else length + len(run.text)
            breaks = 0
        part.append(run)
    yield part


def _is_label(runs: Sequence[Run], index: int, before: Sequence[Run]) -> bool:
    """Whether a bold run begins a line, behind text that is not bold, and ends in a colon."""
    text, bold, _italic = runs[index]
    after = runs[index + 1].text.lstrip() if index + 1 < len(runs) else ""
    begun = next((run.bold for run in reversed(before) if run.text.strip()), False)
    return bold and not begun and len(text) <= LONGEST_LABEL and (text.rstrip().endswith(":") or after[:1] == ":")


def _lead(part: Sequence[Run], text: str) -> tuple[str, str]:
    """What stands in bold at the beginning, and the text, with the line breaks inside a bold label joined."""
    bold: list[Run] = []
    for run in part:
        if run.text.strip() and not run.bold:
            break
        bold.append(run)
    lead = _tidy(bold)
    label = lead.rstrip(": \u00a0")
    ends = text[len(label) : len(label) + 3].lstrip()[:1] == ":"
    if "\n" in label and ends and len(label) <= LONGEST_LABEL:
        return lead.replace("\n", " "), text[: len(label)].replace("\n", " ") + text[len(label) :]
    return lead, text


def _hints(part: Sequence[Run], *, heading: bool) -> frozenset[str]:
    said = [run for run in part if run.text.strip()]
    hints = {"heading"} if heading else set()
    hints |= {"bold"} if all(run.bold for run in said) else set()
    hints |= {"italic"} if all(run.italic for run in said) else set()
    return frozenset(hints)
