"""Plain text → paragraphs: blank lines part them; lines that only wrap are joined."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from transcripts.text.reading.decoding import decode_text
from transcripts.text.reading.document import Document, Paragraph
from transcripts.text.reading.front_matter import split_front_matter
from transcripts.text.reading.hyphens import Hyphens
from transcripts.text.reading.limits import MOST_PIECES, refuse_many
from transcripts.text.reading.markdown import without_markup
from transcripts.text.reading.plain_pages import FEED, without_pages

RULE = re.compile(r"\s*(?:-{3,}|_{3,}|={3,}|\*{3,}|-(?: -){2,}|\*(?: \*){2,})\s*$")
WRAP_COLUMNS = range(40, 121)
FEWEST_WRAPS = 5
WRAPPED_SHARE = 0.8
UNPARTED_SHARE = 0.02
LONGEST_RULE = 200
MOST_LINES = MOST_PIECES * 5  # of a file; of paragraphs, whose lines may be joined, MOST_PIECES


def read_text(data: bytes) -> Document:
    """The paragraphs of a text file in any encoding. Raises UnreadableSource for what is empty or binary."""
    text, warnings = decode_text(data)
    document = read_plain(text)
    return replace(document, warnings=(*warnings, *document.warnings))


def read_plain(text: str) -> Document:
    """Paragraphs of plain text. Front matter becomes metadata; rules such as `---` part paragraphs and are dropped.

    So are page numbers and running heads, which a warning names. Raises UnreadableSource for too many lines.
    """
    refuse_many(text.count("\n"), "lines", MOST_LINES)
    lines = text.replace("\v", "\n").split("\n")
    metadata, used = split_front_matter(lines)
    unpaged = without_pages([""] * used + lines[used:])
    paragraphs, struck = without_markup(tuple(_paragraphs(unpaged.lines, used)))
    refuse_many(sum(paragraph.text.count("\n") + 1 for paragraph in paragraphs), "lines")
    return Document(paragraphs, metadata, (*struck, *unpaged.warnings))


def _paragraphs(lines: list[str], used: int) -> Iterator[Paragraph]:
    blocks = list(_blocks(lines, used))
    width = _wrap_width(blocks)
    unparted = not width and _is_unparted(lines[used:])
    hyphens = Hyphens(lines if width else ())
    for number, block in blocks:
        if width:
            yield Paragraph(_unwrap(block, width, hyphens), number)
        elif unparted:
            yield from (Paragraph(line.strip(), number + i) for i, line in enumerate(block))
        else:
            yield Paragraph("\n".join(block).strip(), number)


def _blocks(lines: list[str], start: int) -> Iterator[tuple[int, list[str]]]:
    """Runs of lines between blank lines and rules, each with the number of its first line."""
    block: list[str] = []
    for number, line in enumerate(lines[start:], start=start + 1):
        written = line.strip() and not is_rule(line)
        if block and (not written or line[0] == FEED):
            yield number - len(block), block
            block = []
        if written:
            block.append(line.lstrip(FEED))
    if block:
        yield len(lines) + 1 - len(block), block


def is_rule(line: str) -> bool:
    """Whether a line is drawn, not written: "---", "* * *"."""
    if len(line) > LONGEST_RULE and line[LONGEST_RULE:].strip("-_=* "):
        return False
    return line[:LONGEST_RULE].lstrip()[:1] in {"-", "_", "=", "*"} and RULE.match(line[:LONGEST_RULE]) is not None


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


def _unwrap(block: list[str], width: int, hyphens: Hyphens) -> str:
    """Wrapped lines joined by one space; a break that was meant (a short line) stays a line break."""
    parts = [block[0].rstrip()]
    for line, after in pairwise(block):
        joint = hyphens.joint(parts[-1], after) if _is_wrap(line, after, width) else "\n"
        parts[-1] = parts[-1].removesuffix("-") if joint in {"", "-"} else parts[-1]
        parts += [joint, after.strip()]
    return "".join(parts).strip()
