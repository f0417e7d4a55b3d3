"""Which format a source is in, by what is in it; its name only decides between forms of plain text."""

from __future__ import annotations

import codecs
import re
import zipfile
from io import BytesIO

from transcripts.text.transcript import UnreadableSource

OPENING = 4096
PDF = re.compile(rb"\s*%PDF-")
HTML = re.compile(rb"<!doctype\s+html|<html\b|<head\b|<body\b|<article\b|<main\b|<div\b|<p>|<p\s", re.IGNORECASE)
XML = re.compile(rb"<\?xml\b|<!DOCTYPE\s|<[A-Za-z_][\w.-]*:?[\w.-]*(?:\s|>|/>)")
COMMENTS = re.compile(rb"\s*(?:<!--.*?-->\s*)+", re.DOTALL)
AKOMA_NTOSO = re.compile(rb"<(?:\w+:)?akomaNtoso\b")
TEI = re.compile(rb"<(?:\w+:)?(?:TEI(?:\.2)?|teiCorpus)\b")
PDF_XML = re.compile(rb"<pdf2xml\b")
VTT = re.compile(rb"WEBVTT(?:[ \t\r\n]|$)")
TIME = rb"(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}"
CUE = re.compile(rb"(?:^|\n)[ \t]*" + TIME + rb"[ \t]*-->[ \t]*" + TIME)
MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF32_LE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
BINARY = (b"%PDF-", b"PK", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff")
REFUSED = (
    (b"\xd0\xcf\x11\xe0", "an old Word document, which cannot be read. Save it as DOCX and try again."),
    (b"{\\rtf", "an RTF document, which cannot be read. Save it as DOCX and try again."),
    (b"\x89PNG", "a picture. Only text can be read: type it in, or put it through OCR first."),
    (b"\xff\xd8\xff", "a picture. Only text can be read: type it in, or put it through OCR first."),
)


def recognise(data: bytes, name: str = "") -> str:
    """The name of the format. Raises UnreadableSource for what is known and cannot be read."""
    begins = _narrow(data[: OPENING * 16])
    opening = begins[:OPENING]
    for mark, what in REFUSED:
        if opening.startswith(mark):
            raise UnreadableSource(f"This is {what}")
    if PDF.match(opening):
        return "pdf"
    if opening.startswith(b"PK"):
        return _in_zip(data)
    if opening.startswith(b"<"):
        return _markup(begins[: OPENING * 8], opening, name)
    return _text(begins[: OPENING * 4], name.casefold())


def _in_zip(data: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError) as error:
        raise UnreadableSource(
            "This is a Word document or another zip archive, and it is damaged or cut off. Fetch it again."
        ) from error
    if "word/document.xml" in names:
        return "docx"
    raise UnreadableSource("This is a zip archive and no Word document. Unpack it and import the files in it.")


def _markup(begins: bytes, opening: bytes, name: str) -> str:
    """Akoma Ntoso, TEI, what was made from a PDF, or a web page; XML of another kind is refused."""
    begins = COMMENTS.sub(b"", begins) if b"<!--" in opening else begins
    if AKOMA_NTOSO.search(begins):
        return "akn"
    if TEI.search(begins):
        return "tei"
    if PDF_XML.search(begins):
        return "pdf2xml"
    if HTML.search(begins) or name.casefold().endswith((".html", ".htm", ".xhtml")):
        return "html"
    if not XML.match(opening):
        return "text"
    raise UnreadableSource(
        "This is XML, but neither Akoma Ntoso nor TEI. Save the transcript in one of these, or as text."
    )


def _text(opening: bytes, name: str) -> str:
    if VTT.match(opening):
        return "vtt"
    if CUE.search(opening):
        return "vtt" if name.endswith(".vtt") else "srt"
    return "csv" if _is_table(opening, name) else "text"


def _is_table(opening: bytes, name: str) -> bool:
    """By headings that are known; a name that promises a table is believed where there are rows of several cells."""
    from transcripts.text.reading.tables import has_headings, is_table  # noqa: PLC0415 - most sources are no tables

    text = opening.decode("utf-8", "replace")
    return has_headings(text) or (name.endswith((".csv", ".tsv")) and is_table(text))


def _narrow(opening: bytes) -> bytes:
    """Without its mark and spaces; UTF-16 and UTF-32 as single bytes, enough to see the marks of a format in it."""
    for mark in MARKS:
        opening = opening.removeprefix(mark)
    wide = b"\0" in opening and not opening.startswith(BINARY)
    return (opening.replace(b"\0", b"") if wide else opening).lstrip()
