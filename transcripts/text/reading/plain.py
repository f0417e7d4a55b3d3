"""Plain text → paragraphs: blank lines part them; lines that only wrap are joined."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from transcripts.text.reading.decoding import decode_text
from transcripts.text.reading.document import Document, Paragraph
from transcripts.text.reading.front_matter import split_front_matter

RULE = re.compile(r"\s*(?:-{3,}|_{3,}|={3,}|\*{3,}|-(?: -){2,}|\*(?: \*){2,})\s*$")
WRAP_COLUMNS = range(40, 121)
FEWEST_WRAPS = 5
WRAPPED_SHARE = 0.8
UNPARTED_SHARE = 0.02


def read_text(data: bytes) -> Document:
    """The paragraphs of a text file in any encoding. Raises UnreadableSource for what is empty or binary."""
    text, warnings = decode_text(data)
    document = read_plain(text)
    return replace(document, warnings=(*warnings, *document.warnings))


def read_plain(text: str) -> Document:
    """Paragraphs of plain text. Front matter becomes metadata; rules such as `---` part paragraphs and are dropped."""
    lines = text.replace("\f", "\n\n").replace("\v", "\n").split("\n")
    metadata, used = split_front_matter(lines)
    blocks = list(_blocks(lines, used))
    width = _wrap_width(blocks)
    if width:
        paragraphs = [Paragraph(_unwrap(block, width), number) for number, block in blocks]
    elif _is_unparted(lines[used:]):
        paragraphs = [Paragraph(line.strip(), number + i) for number, block in blocks for i, line in enumerate(block)]
    else:
        paragraphs = [Paragraph("\n".join(block).strip(), number) for number, block in blocks]
    return Document(tuple(paragraphs), metadata)


def _blocks(lines: list[str], start: int) -> Iterator[tuple[int, list[str]]]:
    """Runs of lines between blank lines and rules, each with the number of its first line."""
    block: list[str] = []
    for number, line in enumerate(lines[start:], start=start + 1):
        if line.strip() and not is_rule(line):
            block.append(line)
            continue
        if block:
            yield number - len(block), block
        block = []
    if block:
        yield len(lines) + 1 - len(block), block


def is_rule(line: str) -> bool:
    """Whether a line is drawn, not written: "---", "* * *"."""
    return line.lstrip()[:1] in {"-", "_", "=", "*"} and RULE.match(line) is not None


def _is_unparted(lines: list[str]) -> bool:
    """Whether every line is a paragraph: there are many lines and next to no blank ones between them."""
    blank = sum(not line.strip() for line in lines)
    return len(lines) > FEWEST_WRAPS and blank <= len(lines) * UNPARTED_SHARE


def _wrap_width(blocks: list[tuple[int, list[str]]]) -> int:
    """The column where lines were broken by a machine, 0 where they were not.

    A break is a wrap when the next line's first word would not have fitted before the column.
    """
    pairs = [(line.rstrip(), after) for _number, block in blocks for line, after in pairwise(block)]
    if len(pairs) < FEWEST_WRAPS:
        return 0
    lengths = sorted(len(line) for line, _after in pairs)
    width = lengths[int(len(lengths) * 0.98)]
    if width not in WRAP_COLUMNS:
        return 0
    wraps = sum(_is_wrap(line, after, width) for line, after in pairs)
    return width if wraps >= len(pairs) * WRAPPED_SHARE else 0


def _is_wrap(line: str, after: str, width: int) -> bool:
    word = after.split(None, 1)[0] if after.strip() else ""
    return len(line.rstrip()) + 1 + len(word) > width


def _unwrap(block: list[str], width: int) -> str:
    """Wrapped lines joined by one space; a break that was meant (a short line) stays a line break."""
    parts = [block[0].rstrip()]
    for line, after in pairwise(block):
        parts += [" " if _is_wrap(line, after, width) else "\n", after.strip()]
    return "".join(parts).strip()
