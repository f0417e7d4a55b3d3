"""The lines of a page → the order in which they are read: left column, then right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from transcripts.text.reading.pdf_lines import Line

MOST_ROWS = 2000  # more lines are no page of text
FEWEST_ROWS = 6  # so many lines on both sides make columns
SHARE = 0.2  # of the page's text on either side
NARROW = 0.3  # of the width: labels in a column of their own, which belong to the text beside them
LONGEST_LETTER = 4  # "Q", "A.", "Q12"


def in_order(lines: Sequence[Line]) -> list[Line]:
    """Lines in reading order. What spans the columns, such as a heading, parts them into bands."""
    gutter = _gutter(lines)
    if gutter is None:
        return _rows(lines)
    ordered: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in sorted(lines, key=lambda line: -line.top):
        if line.left < gutter < line.right:
            ordered += [*_rows(left), *_on_the_right(right), line]
            left, right = [], []
        else:
            (left if line.right <= gutter else right).append(line)
    return [*ordered, *_rows(left), *_on_the_right(right)]


def _on_the_right(lines: Sequence[Line]) -> list[Line]:
    return [replace(line, column=1) for line in _rows(lines)]


def _gutter(lines: Sequence[Line]) -> float | None:
    """The middle of the widest upright strip that next to no line crosses, with enough text on both its sides."""
    if not FEWEST_ROWS * 2 <= len(lines) <= MOST_ROWS:
        return None
    found = max((_strip(lines, edge) for edge in sorted({round(line.left) for line in lines})), default=None)
    return found[1] if found and found[0] > 0 else None


def _strip(lines: Sequence[Line], edge: int) -> tuple[float, float]:
    """How wide the strip before a left edge is, and its middle; 0 where it parts nothing."""
    at = edge - 1.0
    left = [line for line in lines if line.right <= at]
    right = [line for line in lines if line.left >= at]
    crossing = len(lines) - len(left) - len(right)
    if min(len(left), len(right)) < FEWEST_ROWS or crossing > len(lines) * 0.25:
        return 0.0, at
    if not _beside(left, right):
        return 0.0, at
    begins = max(line.right for line in left)
    return edge - begins, (edge + begins) / 2


def _beside(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether both sides are columns of text at one height, and neither is a margin of labels or numbers."""
    together = sum(len(line.text) for line in (*left, *right))
    texts = min(sum(len(line.text) for line in side) for side in (left, right))
    widths = sorted(max(line.right - line.left for line in side) for side in (left, right))
    spans = [(min(line.bottom for line in side), max(line.top for line in side)) for side in (left, right)]
    overlap = min(span[1] for span in spans) - max(span[0] for span in spans)
    shorter = min(span[1] - span[0] for span in spans)
    return texts >= together * SHARE and widths[0] >= widths[1] * NARROW and overlap > shorter * 0.3


def _rows(lines: Sequence[Line]) -> list[Line]:
    """Lines from top to bottom; those of one row joined, a letter by a tab, as it stands for a label."""
    rows: list[list[Line]] = []
    for line in _by_row(lines):
        if rows and _same_row(rows[-1][0], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [_joined(sorted(row, key=lambda line: line.left)) for row in rows]


def _by_row(lines: Sequence[Line]) -> list[Line]:
    """The order of the file where that runs down the page, as it nearly always does; else from the top."""
    falls = all(before.top >= after.bottom - 1 for before, after in pairwise(lines))
    return list(lines) if falls else sorted(lines, key=lambda line: (-line.top, line.left))


def _same_row(first: Line, line: Line) -> bool:
    middle = (line.top + line.bottom) / 2
    return first.bottom <= middle <= first.top


def _joined(row: list[Line]) -> Line:
    first, last = row[0], row[-1]
    if len(row) == 1:
        return first
    text = first.text
    for index, line in enumerate(row[1:]):
        text += ("\t" if index == 0 and len(text) <= LONGEST_LETTER else " ") + line.text
    top, bottom = max(line.top for line in row), min(line.bottom for line in row)
    right = max(line.right for line in row)
    return replace(first, text=text, right=right, bottom=bottom, top=top, hyphenated=last.hyphenated)
