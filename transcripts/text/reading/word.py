"""DOCX → paragraphs. Tracked insertions are text, deletions are not; headers, footers and comments stand apart.

Source of the element names: ECMA-376-1, part 17 (WordprocessingML).
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from itertools import islice
from typing import Any

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml import etree

from transcripts.text.reading.document import Document, Paragraph, numbered
from transcripts.text.reading.limits import refuse_many
from transcripts.text.reading.runs import Run, paragraphs_of
from transcripts.text.transcript import UnreadableSource

MOST_XML = 12 * 2**20  # bytes unpacked; a day's sitting is two million
MOST_PARAGRAPHS, MOST_STYLES = 50_000, 5_000
MOST_ELEMENTS = 300_000  # three for each paragraph, and two more for each change of type
MOST_UNPACKED = 150 * 2**20
W_P, W_R, W_T, W_STYLE = qn("w:p"), qn("w:r"), qn("w:t"), qn("w:pStyle")
DROPPED = frozenset(
    {qn("w:del"), qn("w:moveFrom"), "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
)
SIGNS = {qn("w:tab"): "\t", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "\N{NON-BREAKING HYPHEN}"}
OFF = frozenset({"0", "false", "off"})


def read_docx(data: bytes) -> Document:
    """The paragraphs of the body, tables row by row. Raises UnreadableSource for what is damaged or a zip bomb."""
    _refuse_bombs(data)
    try:
        document = docx.Document(BytesIO(data))
        paragraphs = tuple(islice(_paragraphs(document), MOST_PARAGRAPHS + 1))
    except (
        PackageNotFoundError,
        zipfile.BadZipFile,
        etree.LxmlError,
        KeyError,
        ValueError,
        EOFError,
        OSError,
    ) as error:
        raise _damaged() from error
    refuse_many(len(paragraphs), "paragraphs", MOST_PARAGRAPHS)
    if not paragraphs:
        raise UnreadableSource(
            "This Word document holds no text. If its pages are pictures, put them through OCR first."
        )
    return Document(numbered(paragraphs))


def _damaged() -> UnreadableSource:
    return UnreadableSource("This Word document is damaged or cut off. Fetch it again, or save it anew in Word.")


def _refuse_bombs(data: bytes) -> None:
    """What a zip says of its sizes is what unpacking it is held to."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError) as error:
        raise _damaged() from error
    unpacked = sum(part.file_size for part in parts)
    xml = sum(part.file_size for part in parts if part.filename.casefold().endswith((".xml", ".rels")))
    if unpacked > MOST_UNPACKED or xml > MOST_XML:
        raise UnreadableSource(
            f"Unpacked, this Word document would be {unpacked / 2**20:,.0f} MB, too much for a transcript. "
            "Save its text alone in a new document."
        )


def _paragraphs(document: Any) -> Iterator[Paragraph]:
    refuse_many(sum(1 for _element in document.element.body.iter()), "pieces", MOST_ELEMENTS)
    bold, headings = _styles(document)
    for element in document.element.body.iter(W_P):
        if any(parent.tag in DROPPED for parent in element.iterancestors()):
            continue
        style = element.find(f"{qn('w:pPr')}/{W_STYLE}")
        name = style.get(qn("w:val")) if style is not None else ""
        runs = list(_runs(element, bold, in_bold=name in bold))
        yield from paragraphs_of(runs, heading=name in headings)


def _styles(document: Any) -> tuple[frozenset[str], frozenset[str]]:
    """The ids of styles set in bold, and of those for headings."""
    styles = {style.get(qn("w:styleId")) or "": style for style in document.styles.element.iterchildren(qn("w:style"))}
    refuse_many(len(styles), "styles", MOST_STYLES)
    names = {style_id: _value(style, "w:name").casefold() for style_id, style in styles.items()}
    headings = frozenset(style_id for style_id, name in names.items() if name.startswith(("heading", "title")))
    return frozenset(style_id for style_id in styles if _is_bold(styles, style_id)), headings


def _is_bold(styles: Mapping[str, Any], style_id: str) -> bool:
    """As the style says itself, or the next that it is based on; further than twenty steps nobody goes."""
    for _step in range(20):
        style = styles.get(style_id)
        if style is None:
            return False
        if style.find(f"{qn('w:rPr')}/{qn('w:b')}") is not None:
            return _toggle(style, "w:b", default=False)
        style_id = _value(style, "w:basedOn")
    return False


def _value(style: Any, name: str) -> str:
    element = style.find(qn(name))
    return "" if element is None else element.get(qn("w:val")) or ""


def _runs(paragraph: Any, bold_styles: frozenset[str], *, in_bold: bool) -> Iterator[Run]:
    for run in paragraph.iter(W_R):
        parents = list(run.iterancestors())
        if next(parent for parent in parents if parent.tag == W_P) is not paragraph or _is_hidden(run):
            continue
        if any(parent.tag in DROPPED for parent in parents):
            continue
        style = run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")
        styled = in_bold or (style is not None and style.get(qn("w:val")) in bold_styles)
        yield Run(_text(run), _toggle(run, "w:b", default=styled), _toggle(run, "w:i", default=False))


def _is_hidden(run: Any) -> bool:
    return _toggle(run, "w:vanish", default=False)


def _toggle(run: Any, name: str, *, default: bool) -> bool:
    found = run.find(f"{qn('w:rPr')}/{qn(name)}")
    return default if found is None else found.get(qn("w:val")) not in OFF


def _text(run: Any) -> str:
    return "".join(_piece(child) for child in run)


def _piece(child: Any) -> str:
    if child.tag == W_T:
        return child.text or ""
    if child.tag == qn("w:br"):
        return "" if child.get(qn("w:type")) in {"page", "column"} else "\n"
    return SIGNS.get(child.tag, "")
