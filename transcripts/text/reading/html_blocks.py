"""An HTML tree → blocks of text, as a browser would show them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from transcripts.text.reading.plain import is_rule, read_plain

BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "dir", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup", "hr", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
BOLD = frozenset({"b", "strong", "th", "dt"}) | HEADINGS
ITALIC = frozenset({"i", "em", "cite"})
# What a browser collapses; a no-break space is none of it. https://www.w3.org/TR/css-text-3/#white-space-rules
SPACE = re.compile(r"[ \t\n\r\f]+")
BLANK = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
AROUND_BREAK = re.compile(r"[ \t]*\n[ \t]*")
LONGEST_LABEL = 160
LONG_LINE = 100  # characters; a line break behind so much text ends a paragraph


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph; `element` is the innermost block element around it."""

    text: str
    hints: frozenset[str]
    lead: str
    element: Any

    def is_within(self, ancestor: Any) -> bool:
        """Whether the block stands inside an element, or is it."""
        return self.element is ancestor or any(parent is ancestor for parent in self.element.iterancestors())

    def is_title(self, title: str) -> bool:
        """Whether it is the page's main heading."""
        return self.element.tag == "h1" or (bool(title) and "heading" in self.hints and self.text == title)


@dataclass(slots=True)
class _Walk:
    """The state while a tree is walked: how deep within bold, italic and preformatted text, and what was gathered."""

    block: Any
    bold: int = 0
    italic: int = 0
    pre: int = 0
    runs: list[tuple[str, bool, bool]] = field(default_factory=list)

    def add(self, text: str | None) -> None:
        if text:
            shown = text if self.pre else SPACE.sub(" ", text)
            self.runs.append((shown, self.bold > 0, self.italic > 0))

    def enter(self, tag: str, step: int) -> None:
        self.bold += step * (tag in BOLD)
        self.italic += step * (tag in ITALIC)
        self.pre += step * (tag == "pre")


def blocks(root: Any) -> Iterator[Block]:
    """The blocks below `root`, in order. Linear time, no recursion."""
    walk = _Walk(root)
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag
        if tag in BLOCKS:
            yield from _flush(walk)
            walk.block = element if event == "start" else element.getparent()
        if event == "start":
            walk.enter(tag, 1)
            walk.add(element.text)
            if tag == "br":
                walk.runs.append(("\n", walk.bold > 0, False))
        else:
            walk.enter(tag, -1)
            walk.add(element.tail if element is not root else None)
    yield from _flush(walk)


def _flush(walk: _Walk) -> Iterator[Block]:
    """The block gathered so far, cut at its blank lines."""
    runs, walk.runs = walk.runs, []
    if not any(text.strip() for text, _bold, _italic in runs):
        return
    if walk.pre:
        yield from _preformatted("".join(text for text, _bold, _italic in runs), walk.block)
        return
    for part in _parted(runs):
        text = AROUND_BREAK.sub("\n", re.sub(r"[ \t]{2,}", " ", "".join(text for text, _b, _i in part))).strip()
        if text and not is_rule(text):
            lead, text = _lead(part, text)
            yield Block(text, _hints(part, walk.block), lead, walk.block)


def _preformatted(text: str, element: Any) -> Iterator[Block]:
    for paragraph in read_plain(text).paragraphs:
        yield Block(paragraph.text, frozenset(), "", element)


def _parted(runs: list[tuple[str, bool, bool]]) -> Iterator[list[tuple[str, bool, bool]]]:
    """Runs between paragraph breaks: two line breaks, one behind a long line, or one before a bold label."""
    part: list[tuple[str, bool, bool]] = []
    length = breaks = 0
    for index, run in enumerate(runs):
        if run[0] == "\n":
            breaks += 1
        elif run[0].strip():
            if breaks > 1 or (breaks == 1 and (length > LONG_LINE or _is_label(runs, index, part))):
                yield part
                part = []
            length = len(run[0]) if breaks else length + len(run[0])
            breaks = 0
        part.append(run)
    yield part


def _is_label(runs: list[tuple[str, bool, bool]], index: int, before: list[tuple[str, bool, bool]]) -> bool:
    """Whether a bold run, and no bold one before it, begins a line and ends in a colon."""
    text, bold, _italic = runs[index]
    after = runs[index + 1][0].lstrip() if index + 1 < len(runs) else ""
    begun = next((b for t, b, _i in reversed(before) if t.strip()), False)
    return bold and not begun and len(text) <= LONGEST_LABEL and (text.rstrip().endswith(":") or after[:1] == ":")


def _lead(part: list[tuple[str, bool, bool]], text: str) -> tuple[str, str]:
    """What stands in bold at the beginning, and the text, with the line breaks inside a bold label joined."""
    bold: list[str] = []
    for run, is_bold, _italic in part:
        if run.strip() and not is_bold:
            break
        bold.append(run)
    lead = AROUND_BREAK.sub("\n", re.sub(r"[ \t]{2,}", " ", "".join(bold))).strip()
    label = lead.rstrip(": \u00a0")
    ends = text[len(label) : len(label) + 3].lstrip()[:1] == ":"
    if "\n" in label and ends and len(label) <= LONGEST_LABEL:
        return lead.replace("\n", " "), text[: len(label)].replace("\n", " ") + text[len(label) :]
    return lead, text


def _hints(part: list[tuple[str, bool, bool]], element: Any) -> frozenset[str]:
    said = [run for run in part if run[0].strip()]
    hints = {"heading"} if element.tag in HEADINGS else set()
    hints |= {"bold"} if all(bold for _text, bold, _italic in said) else set()
    hints |= {"italic"} if all(italic for _text, _bold, italic in said) else set()
    return frozenset(hints)
