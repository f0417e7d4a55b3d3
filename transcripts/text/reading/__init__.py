"""Bytes → paragraphs with hints. Each format is one module and one entry of FORMATS."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from transcripts.text.reading.decoding import decode_text
from transcripts.text.reading.document import Document, Paragraph
from transcripts.text.reading.limits import MAX_BYTES, refuse_large
from transcripts.text.reading.recognising import recognise
from transcripts.text.transcript import ParseWarning, UnreadableSource

__all__ = ["FORMATS", "MAX_BYTES", "Document", "Paragraph", "decode_within", "read", "recognise", "refuse_large"]

# Modules are named, not imported: the libraries for the rarer formats take their time and memory only when needed.
FORMATS: dict[str, tuple[str, str]] = {
    "text": ("plain", "read_text"),
    "html": ("html_pages", "read_html"),
    "docx": ("word", "read_docx"),
    "pdf": ("pdf", "read_pdf"),
    "pdf2xml": ("pdf_xml", "read_pdf_xml"),
    "srt": ("captions", "read_srt"),
    "vtt": ("captions", "read_vtt"),
    "csv": ("tables", "read_csv"),
}


def read(data: bytes, name: str = "", format: str = "auto", *, max_bytes: int = MAX_BYTES) -> Document:  # noqa: A002 - the name of the command's option
    """The paragraphs of a source file called `name`.

    Raises UnreadableSource, with a sentence that says what to do, for what is empty, binary, too large or of a
    format that has no reader.
    """
    refuse_large(data, max_bytes)
    chosen = recognise(data, name) if format == "auto" else format
    if chosen not in FORMATS:
        known = ", ".join(["auto", *FORMATS])
        raise UnreadableSource(f"There is no reader for “{chosen}”. Choose one of these: {known}.")
    return _reader(chosen)(data)


def _reader(chosen: str) -> Callable[[bytes], Document]:
    module, function = FORMATS[chosen]
    reader: Callable[[bytes], Document] = getattr(import_module(f"{__name__}.{module}"), function)
    return reader


def decode_within(data: bytes, max_bytes: int = MAX_BYTES) -> tuple[str, tuple[ParseWarning, ...]]:
    """The text and what is doubtful about its encoding. Raises UnreadableSource, also above `max_bytes`."""
    refuse_large(data, max_bytes)
    return decode_text(data)
