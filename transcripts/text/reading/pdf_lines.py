"""The characters of a page → its lines, each with its place."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pypdfium2 import raw

BREAK = re.compile(r"\r\n|\r|\n|(?<=[\ufffe\x02])")
HYPHENS = "\ufffe\x02"  # pdfium's signs for a hyphen at a line's end
UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\xad\u200b\ufeff]")
WIDE_GAP = 1.2  # of the height of the letters; wider than the space between two words, however justified
Box = tuple[float, float, float, float]  # left, right, bottom, top
LETTER_GAP = 0.55  # behind a letter that may be a label, as in "Q    And then?"
LETTER = re.compile(r"\s*[QAPRFJ]\.?")
NOT_BASIC = re.compile(r"[\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Line:
    """Text on one line of one column. Places are in points from the lower left of the page.

    `hyphenated` says that its last word goes on in the next line; its hyphen is left out. `column` is 1 on the right
    of a page set in two columns.
    """

    text: str
    page: int
    left: float
    right: float
    bottom: float
    top: float
    hyphenated: bool = False
    column: int = 0

    @property
    def height(self) -> float:
        return self.top - self.bottom


def lines_of(page_text: Any, page: int) -> list[Line]:
    """The lines in the order of the file; one that leaps over a wide gap, as from column to column, is cut there."""
    text = page_text.get_text_range()
    boxes = _Boxes(page_text)
    lines: list[Line] = []
    at = 0
    for piece, length in _pieces(text):
        lines += _cut(piece, at, boxes, page)
        at += length
    return lines


def _pieces(text: str) -> Iterator[tuple[str, int]]:
    """Lines without their ends, and how many UTF-16 units each took with its end, as pdfium counts characters."""
    begin = 0
    for found in BREAK.finditer(text):
        yield text[begin : found.start()], _units(text[begin : found.end()])
        begin = found.end()
    yield text[begin:], _units(text[begin:])


def _units(text: str) -> int:
    return len(text) + (len(NOT_BASIC.findall(text)) if not text.isascii() else 0)


class _Boxes:
    """Where each character of a page stands, by the height of its font and not of its ink."""

    def __init__(self, page_text: Any) -> None:
        self.raw = page_text.raw
        self.found = raw.FS_RECTF()
        self.reference = ctypes.byref(self.found)

    def box(self, index: int) -> Box | None:
        """None for a character that pdfium made up itself."""
        if not raw.FPDFText_GetLooseCharBox(self.raw, index, self.reference):
            return None
        left, right, bottom, top = self.found.left, self.found.right, self.found.bottom, self.found.top
        return (left, right, bottom, top) if right > left and top > bottom else None


def _cut(piece: str, at: int, boxes: _Boxes, page: int) -> Iterator[Line]:
    """The parts of a line between wide gaps."""
    place = (lambda index: at + index) if _units(piece) == len(piece) else (lambda index: at + _units(piece[:index]))
    spaces = re.finditer(r"(?<=\S)\s+(?=\S)", piece)
    wide = (
        space
        for space in spaces
        if _is_wide(
            boxes.box(place(space.start() - 1)),
            boxes.box(place(space.end())),
            LETTER_GAP if LETTER.fullmatch(piece[: space.start()]) else WIDE_GAP,
        )
    )
    begins = [0, *(space.end() for space in wide)]
    for begin, end in zip(begins, [*begins[1:], len(piece)], strict=True):
        ends = [boxes.box(place(index)) for index in _outer(piece, begin, end)]
        line = _line(piece[begin:end], [box for box in ends if box], page)
        if line:
            yield line


def _outer(piece: str, begin: int, end: int) -> Iterator[int]:
    """The first characters and the last; pdfium may know no place for one of them."""
    seen = [index for index in range(begin, end) if not piece[index].isspace() and piece[index] not in HYPHENS]
    yield from seen[:3]
    yield from seen[-2:]


def _is_wide(before: Box | None, after: Box | None, least: float) -> bool:
    if before is None or after is None:
        return False
    size = max(before[3] - before[2], after[3] - after[2])
    return not -size < after[0] - before[1] < least * size


def _line(text: str, boxes: list[Box], page: int) -> Line | None:
    shown = UNSEEN.sub("", text.rstrip().rstrip(HYPHENS)).strip()
    if not boxes or not shown:
        return None
    left, right = min(box[0] for box in boxes), max(box[1] for box in boxes)
    bottom, top = boxes[0][2], boxes[0][3]
    return Line(shown, page, left, right, bottom, top, hyphenated=text.rstrip()[-1] in HYPHENS)
