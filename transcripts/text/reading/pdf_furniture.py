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
FEW_PAGES, RECURS_IN_FEW = 10, 0.5
SHORTEST = 3  # a letter that recurs is a label


def without_furniture(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without it. A line that recurs within a page's text stays."""
    edges = [_edges(page) for page in pages]
    counts = Counter(key for edge in edges for key in {_key(line) for line in edge})
    fewest = max(2, round(len(pages) * (RECURS if len(pages) > FEW_PAGES else RECURS_IN_FEW)))
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
    """The page, peeled from the outside in for as long as what is outermost is furniture."""
    outside = sorted(edge, key=lambda line: line.bottom)
    dropped: set[int] = set()
    for inwards in (outside, outside[::-1]):
        for line in inwards:
            if not (_recurs(line, recurring) or NUMBER.fullmatch(line.text)):
                break
            dropped.add(id(line))
    return [line for line in page if id(line) not in dropped]


def _recurs(line: Line, recurring: set[tuple[str, int]]) -> bool:
    text, height = _key(line)
    return len(text) >= SHORTEST and any((text, height + shift) in recurring for shift in (-1, 0, 1))
