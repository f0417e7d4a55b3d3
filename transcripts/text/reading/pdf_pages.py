"""A PDF → the lines of its pages, by pdfium. It is run apart, within limits: see `pdf_apart`."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import pypdfium2
from pypdfium2 import raw

from transcripts.text.reading.pdf_lines import Line, lines_of
from transcripts.text.transcript import UnreadableSource

MOST_PAGES = 1000
MOST_SECONDS = 6.0  # of work, however busy the machine is
MOST_OBJECTS = 15_000  # a page that sets each letter apart has some 6,000


def pages_of(data: bytes) -> Iterator[list[Line]]:
    """The lines of each page, as they stand in the file.

    Raises UnreadableSource for a file that is broken or locked, and for one that is too long.
    """
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
