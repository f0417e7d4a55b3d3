"""What pdftohtml -xml makes of a PDF → paragraphs: text and where it stood, page by page, and nothing else.

Source of the form: pdf2xml.dtd, as Poppler and pdftohtml come with it. Places are from the upper left of the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from transcripts.text.formats.xml import local, parse_xml
from transcripts.text.reading.document import Document
from transcripts.text.reading.limits import refuse_many
from transcripts.text.reading.pdf import document_of
from transcripts.text.reading.pdf_lines import Line
from transcripts.text.transcript import UnreadableSource

MOST_PAGES = 1000
NEAR = 1.2  # of the height of letters: what stands further away is another column
TOUCHING = 0.15  # what stands nearer is the same word, as small capitals behind a large one
USUAL_HEIGHT = 1000.0


def read_pdf_xml(data: bytes) -> Document:
    """The paragraphs of all pages, found as those of a PDF are. Raises UnreadableSource."""
    root = parse_xml(data)
    found = [element for element in root.iter() if local(element) == "page"]
    refuse_many(len(found), "pages", MOST_PAGES)
    pages = [list(_lines(page, number)) for number, page in enumerate(found)]
    if not any(pages):
        raise UnreadableSource("This XML was made from a PDF and holds no text. Put the PDF through OCR first.")
    return document_of(pages)


def _lines(page: Any, number: int) -> Iterator[Line]:
    """The lines of a page; pieces that stand beside each other are one."""
    height = _places(page, "height")[0] or USUAL_HEIGHT
    line: list[Line] = []
    for element in page:
        piece = _piece(element, number, height) if local(element) == "text" else None
        if piece is None:
            continue
        if line and not _goes_on(line[-1], piece):
            yield _joined(line)
            line = []
        line.append(piece)
    if line:
        yield _joined(line)


def _piece(element: Any, page: int, height: float) -> Line | None:
    """None for a piece without text, and for one without a place."""
    text = "".join(element.itertext())
    top, left, width, tall = _places(element, "top", "left", "width", "height")
    if not text.strip() or tall <= 0:
        return None
    return Line(text, page, left, left + max(width, 1.0), height - top - tall, height - top)


def _places(element: Any, *names: str) -> list[float]:
    """Attributes that are numbers; what is none is 0."""
    values = (element.get(name) or "" for name in names)
    return [float(value) if value.lstrip("-").replace(".", "", 1).isdecimal() else 0.0 for value in values]


def _goes_on(before: Line, after: Line) -> bool:
    """Whether a piece stands behind another on the same line."""
    middle = (after.top + after.bottom) / 2
    size = max(before.height, after.height)
    return before.bottom <= middle <= before.top and -size < after.left - before.right < NEAR * size


def _joined(pieces: Sequence[Line]) -> Line:
    text = pieces[0].text
    for before, piece in pairwise(pieces):
        text += piece.text if piece.left - before.right < TOUCHING * piece.height else f" {piece.text}"
    first = max(pieces, key=lambda piece: piece.height)
    right = max(piece.right for piece in pieces)
    return Line(" ".join(text.split()), first.page, pieces[0].left, right, first.bottom, first.top)
