"""Paragraphs whose line breaks hide where a label begins: mended before the text is cut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from transcripts.text.parsing.candidates import candidate
from transcripts.text.parsing.delimiters import COLONS, Style
from transcripts.text.parsing.heading_lines import is_heading_line
from transcripts.text.parsing.shapes import shape
from transcripts.text.reading import Paragraph

SHORTEST = 20  # characters of a line that was broken because it was full
LONGEST = 160
SURE = 0.8
MOST_LINES = 20


def with_whole_labels(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs, a label that was broken over their first two lines joined by a space."""
    return tuple(_joined(paragraph) if "\n" in paragraph.text else paragraph for paragraph in paragraphs)


def _joined(paragraph: Paragraph) -> Paragraph:
    first, second, *_rest = paragraph.text.split("\n", 2)
    full = SHORTEST <= len(first) <= LONGEST and not any(colon in first for colon in COLONS)
    if not full or not any(colon in second[:LONGEST] for colon in COLONS):
        return paragraph
    found = candidate(f"{first.rstrip()} {second.lstrip()}"[: 2 * LONGEST])
    split = found and found.style is Style.COLON and len(found.label) > len(first) and shape(found.label) >= SURE
    return replace(paragraph, text=paragraph.text.replace("\n", " ", 1)) if split else paragraph


def parted(paragraphs: Sequence[Paragraph], first: tuple[int, int]) -> tuple[Paragraph, ...]:
    """The paragraphs, the one with the first label parted before it when what stands above the label is a heading.

    `first` is the label's place: its paragraph, and its line in it.
    """
    index, number = first
    if index > 0 or not 0 < number <= MOST_LINES:
        return tuple(paragraphs)
    lines = paragraphs[index].text.split("\n")
    if not all(is_heading_line(line) for line in lines[:number]):
        return tuple(paragraphs)
    heading = [
        replace(paragraphs[index], text=line, line=paragraphs[index].line + at, lead="")
        for at, line in enumerate(lines[:number])
        if line.strip()
    ]
    body = replace(paragraphs[index], text="\n".join(lines[number:]), line=paragraphs[index].line + number, lead="")
    return (*heading, body, *paragraphs[index + 1 :])
