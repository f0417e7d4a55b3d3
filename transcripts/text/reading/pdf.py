"""A PDF with a text layer → paragraphs: columns in order, furniture of the pages removed, lines joined.

pdfium gives the characters and where they stand; what is a line, a column or a paragraph is found from that.
"""

from __future__ import annotations

from collections.abc import Sequence

from transcripts.text.reading.document import Document
from transcripts.text.reading.pdf_apart import pages_apart
from transcripts.text.reading.pdf_columns import in_order
from transcripts.text.reading.pdf_furniture import without_furniture
from transcripts.text.reading.pdf_lines import Line
from transcripts.text.reading.pdf_paragraphs import paragraphs_of
from transcripts.text.transcript import UnreadableSource

FEWEST_CHARACTERS = 2  # a page; below that a document is pictures with a stray number


def read_pdf(data: bytes) -> Document:
    """The paragraphs of all pages. Title and date of the file are not believed: they are those of its template.

    Raises UnreadableSource for a file that is broken, locked or without a text layer, and for one that is too long.
    """
    pages = pages_apart(data)
    if sum(len(line.text) for page in pages for line in page) < FEWEST_CHARACTERS * len(pages) + 1:
        raise UnreadableSource(
            "This PDF holds pictures of pages and no text. Put it through OCR and give the PDF or text that comes out."
        )
    return document_of(pages)


def document_of(pages: Sequence[Sequence[Line]]) -> Document:
    """The paragraphs that the lines of some pages make."""
    kept = without_furniture(pages)
    lines = [line for page in (kept if any(kept) else pages) for line in in_order(page)]
    return Document(paragraphs_of(lines))
