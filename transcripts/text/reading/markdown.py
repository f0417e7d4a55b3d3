"""What Markdown puts into plain text: a backslash before a sign that it would take for markup, tags for struck words.

Source: https://spec.commonmark.org/0.31.2/#backslash-escapes
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from transcripts.text.reading.document import Paragraph
from transcripts.text.transcript import ParseWarning

ESCAPED_BRACKETS = re.compile(r"\\\[[^\[\]\\]{0,200}\\\]")
ESCAPE = re.compile(r"\\([\[\]()*_#<>`~.!+-])")
STRUCK = re.compile(r"<(s|del|strike)>([^<>]{1,500})</\1>", re.IGNORECASE)


def without_markup(paragraphs: Sequence[Paragraph]) -> tuple[tuple[Paragraph, ...], tuple[ParseWarning, ...]]:
    """The paragraphs as they would be shown, and a warning where words were struck out: they stay, as they were said.

    Backslashes go only where an escaped pair of brackets shows that Markdown put them there.
    """
    escaped = any("\\[" in paragraph.text and ESCAPED_BRACKETS.search(paragraph.text) for paragraph in paragraphs)
    struck = next((p for p in paragraphs if "</" in p.text and STRUCK.search(p.text)), None)
    if not escaped and not struck:
        return tuple(paragraphs), ()
    shown = tuple(replace(p, text=_shown(p.text, escaped=escaped)) for p in paragraphs)
    return shown, (_about(struck),) if struck else ()


def _shown(text: str, *, escaped: bool) -> str:
    text = ESCAPE.sub(r"\1", text) if escaped else text
    return STRUCK.sub(r"\2", text) if "</" in text else text


def _about(paragraph: Paragraph) -> ParseWarning:
    found = STRUCK.search(paragraph.text)
    words = found[2][:60] if found else ""
    message = f"“{words}” was struck out in the source, and stays as it was said. So do others, if there are any."
    return ParseWarning(paragraph.line, "struck-out", message)
