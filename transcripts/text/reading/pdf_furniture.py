"""What the pages of a PDF repeat at their edges: running heads and feet, page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from transcripts.text.reading.pdf_lines import Line

EDGE = 3  # so many rows at the top and at the bottom may be furniture
DIGITS = re.compile(r"\d+")
NUMBER = re.compile(
    r"[\W_]*(?:(?:page|pag|pág|página|seite|p)\.?\s*)?(?:\d{1,4}|[ivxlc]{1,6})"
    r"(?:\s*(?:/|of|de|von|sur|\|)\s*\d{1,4})?[\W_]*",
    re.IGNORECASE,
)
RECURS = 0.3  # of the pages


def without_furniture(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without it. A line that recurs within a page's text stays."""
    edges = [_edges(page) for page in pages]
    counts = Counter(key for edge in edges for key in {_key(line) for line in edge})
    fewest = max(2, round(len(pages) * RECURS))
    recurring = {key for key, count in counts.items() if count >= fewest}
    return [_kept(page, edge, recurring) for page, edge in zip(pages, edges, strict=True)]


def _edges(page: Sequence[Line]) -> list[Line]:
    """The outermost lines, from the outside in."""
    heights = sorted({round(line.bottom) for line in page})
    outer = {*heights[:EDGE], *heights[-EDGE:]} if len(heights) > EDGE else {*heights[:1], *heights[-1:]}
    return [line for line in page if round(line.bottom) in outer]


def _key(line: Line) -> tuple[str, int]:
    """What is the same on every page: the words but for numbers, and about the same height."""
    return DIGITS.sub("#", line.text.casefold()), round(line.bottom / 12)


def _kept(page: Sequence[Line], edge: list[Line], recurring: set[tuple[str, int]]) -> list[Line]:
    dropped = {id(line) for line in edge if _recurs(line, recurring)}
    rest = [line for line in page if id(line) not in dropped]
    numbers = _outermost_numbers(rest)
    return [line for line in rest if id(line) not in numbers]


def _recurs(line: Line, recurring: set[tuple[str, int]]) -> bool:
    text, height = _key(line)
    return any((text, height + shift) in recurring for shift in (-1, 0, 1))


def _outermost_numbers(page: list[Line]) -> set[int]:
    """A page number is the first or last line, and nothing but a number."""
    if len(page) < 2:
        return set()
    outer = (min(page, key=lambda line: line.bottom), max(page, key=lambda line: line.top))
    return {id(line) for line in outer if NUMBER.fullmatch(line.text)}
