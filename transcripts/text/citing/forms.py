"""A turn in the forms that reference managers import.

BibTeX with the fields of biblatex 3 beside the classic ones (https://ctan.org/pkg/biblatex); RIS as Zotero and EndNote
read it (https://en.wikipedia.org/wiki/RIS_(file_format)); CSL-JSON 1.0.2
(https://github.com/citation-style-language/schema).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from transcripts.text.citing.item import Citable

TEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
TEX_SPECIAL = re.compile("|".join(map(re.escape, TEX)))
# A line feed would begin a field of RIS, or end one.
BREAKS = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]+")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def bibtex(item: Citable) -> str:
    """One entry, `@misc`: neither BibTeX nor biblatex knows speeches."""
    fields = "".join(f"  {name} = {value},\n" for name, value in _bibtex_fields(item))
    # An id may begin with a digit, which some programs take for no key.
    return f"@misc{{turn-{item.id},\n{fields}}}\n"


def _bibtex_fields(item: Citable) -> Iterator[tuple[str, str]]:
    author = item.author
    # Braces keep a name that is no person's from being parted.
    yield "author", f"{{{_tex(author.inverted)}}}" if author.given else f"{{{{{_tex(author.family)}}}}}"
    yield "title", f"{{{{{_tex(item.title)}}}}}"
    if item.day:
        yield "date", f"{{{item.day.isoformat()}}}"
        yield "year", f"{{{item.day.year}}}"
        yield "month", MONTHS[item.day.month - 1]
    yield "howpublished", f"{{{_tex(item.description)}}}"
    optional = {"organization": item.institution, "venue": item.venue, "note": " ".join(item.notes)}
    yield from ((name, f"{{{_tex(value)}}}") for name, value in optional.items() if value)
    if item.language:
        yield "langid", f"{{{_tex(item.language)}}}"
    yield "url", f"{{{item.address}}}"
    if item.accessed:
        yield "urldate", f"{{{item.accessed.isoformat()}}}"


def _tex(text: str) -> str:
    return TEX_SPECIAL.sub(lambda found: TEX[found[0]], BREAKS.sub(" ", text))


def ris(item: Citable) -> str:
    """One record; lines end as the format wants, in a carriage return and a line feed."""
    lines = [f"{tag}  - {BREAKS.sub(' ', value)}" for tag, value in _ris_fields(item) if value]
    return "\r\n".join([*lines, "ER  - ", ""])


def _ris_fields(item: Citable) -> Iterator[tuple[str, str]]:
    yield "TY", item.genre.ris
    yield "ID", item.id
    yield "AU", item.author.inverted
    yield "TI", item.title
    yield "M3", item.description
    if item.day:
        yield "PY", str(item.day.year)
        yield "DA", f"{item.day:%Y/%m/%d}"
    yield "PB", item.institution
    yield "CY", item.venue
    yield "DP", item.site
    yield "LA", item.language
    yield from (("N1", note) for note in item.notes)
    yield "UR", item.address
    if item.accessed:
        yield "Y2", f"{item.accessed:%Y/%m/%d}"


def csl_json(item: Citable) -> str:
    """A list of one item."""
    record = {name: value for name, value in _csl_fields(item) if value}
    return json.dumps([record], ensure_ascii=False, indent=2) + "\n"


def _csl_fields(item: Citable) -> Iterator[tuple[str, Any]]:
    author = item.author
    yield "id", item.id
    yield "type", str(item.genre)
    yield "author", [{"family": author.family, "given": author.given} if author.given else {"literal": author.family}]
    yield "title", item.title
    yield "genre", item.description
    yield "event-title", item.title
    yield "event-place", item.venue
    yield "publisher", item.institution
    yield "issued", _csl_date(item.day)
    yield "archive", item.site
    yield "language", item.language
    yield "note", " ".join(item.notes)
    yield "URL", item.address
    yield "accessed", _csl_date(item.accessed)


def _csl_date(day: date | None) -> dict[str, list[list[int]]] | None:
    return {"date-parts": [[day.year, day.month, day.day]]} if day else None
