"""A PDF with a text layer → paragraphs: columns in order, furniture of the pages removed, lines joined.

pdfium gives the characters and where they stand; what is a line, a column or a paragraph is found from that.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from threading import Lock
from typing import Any

import pypdfium2
from pypdfium2 import raw

from transcripts.text.reading.document import Document
from transcripts.text.reading.pdf_columns import in_order
from transcripts.text.reading.pdf_furniture import without_furniture
from transcripts.text.reading.pdf_lines import Line, lines_of
from transcripts.text.reading.pdf_paragraphs import paragraphs_of
from transcripts.text.transcript import UnreadableSource

MOST_PAGES = 1000
MOST_SECONDS = 6.0  # of work, however busy the machine is
MOST_OBJECTS = 15_000  # a page that sets each letter apart has some 6,000
FEWEST_CHARACTERS = 2  # a page; below that a document is pictures with a stray number
# pdfium keeps state of its own and may be used by one thread at a time: https://pypdfium2.readthedocs.io
PDFIUM = Lock()


def read_pdf(data: bytes) -> Document:
    """The paragraphs of all pages. Title and date of the file are not believed: they are those of its template.

    Raises UnreadableSource for a file that is broken, locked or without a text layer, and for one that is too long.
    """
    with PDFIUM:
        pages = list(_pages(data))
    if sum(len(line.text) for page in pages for line in page) < FEWEST_CHARACTERS * len(pages) + 1:
        raise UnreadableSource(
            "This PDF holds pictures of pages and no text. Put it through OCR and give the PDF or text that comes out."
        )
    kept = without_furniture(pages)
    lines = [line for page in (kept if any(kept) else pages) for line in in_order(page)]
    return Document(paragraphs_of(lines))


def _pages(data: bytes) -> Iterator[list[Line]]:
    """The lines of each page, as they stand in the file."""
    document = _open(data)
    began = time.thread_time()
    try:
        for index in range(len(document)):
            if time.thread_time() - began > MOST_SECONDS:
                raise UnreadableSource("This PDF takes too long to read. Split it, and give it in parts.")
            yield _page(document, index)
    finally:
        document.close()


def _open(data: bytes) -> Any:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).casefold():
            raise UnreadableSource(
                "This PDF is locked with a password. Save it without one, and give it again."
            ) from error
        raise UnreadableSource("This PDF is broken or cut off. Get the file again, or save it anew.") from error
    if not 0 < len(document) <= MOST_PAGES:
        pages = len(document)
        document.close()
        raise UnreadableSource(
            f"This PDF has {pages:,} pages, and the limit is {MOST_PAGES:,}. Give the pages of one event."
        )
    return document


def _page(document: Any, index: int) -> list[Line]:
    """A page that is broken in itself has no lines."""
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return []
    try:
        _refuse_crowded(raw.FPDFPage_CountObjects(page.raw), index)
        text = page.get_textpage()
    except pypdfium2.PdfiumError:
        page.close()
        return []
    try:
        return lines_of(text, index)
    finally:
        text.close()
        page.close()


def _refuse_crowded(objects: int, index: int) -> None:
    """pdfium's time grows with the square of the pieces of text on a page."""
    if objects > MOST_OBJECTS:
        raise UnreadableSource(
            f"Page {index + 1} of this PDF holds {objects:,} pieces, and the limit is {MOST_OBJECTS:,}. "
            "Is it a drawing? Give the pages of text alone."
        )
