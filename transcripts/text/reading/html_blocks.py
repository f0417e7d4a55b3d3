"""An HTML tree → blocks of text, as a browser would show them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from transcripts.text.reading.document import Paragraph
from transcripts.text.reading.plain import read_plain
from transcripts.text.reading.runs import Run, paragraphs_of

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


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph; `element` is the innermost block element around it."""

    paragraph: Paragraph
    element: Any

    @property
    def text(self) -> str:
        return self.paragraph.text

    def is_within(self, ancestor: Any) -> bool:
        """Whether the block stands inside an element, or is it."""
        return self.element is ancestor or any(parent is ancestor for parent in self.element.iterancestors())

    def is_title(self, title: str) -> bool:
        """Whether it is the page's main heading."""
        return self.element.tag == "h1" or (bool(title) and "heading" in self.paragraph.hints and self.text == title)


@dataclass(slots=True)
class _Walk:
    """The state while a tree is walked: how deep within bold, italic and preformatted text, and what was gathered."""

    block: Any
    bold: int = 0
    italic: int = 0
    pre: int = 0
    runs: list[Run] = field(default_factory=list)

    def add(self, text: str | None) -> None:
        if text:
            shown = text if self.pre else SPACE.sub(" ", text)
            self.runs.append(Run(shown, self.bold > 0, self.italic > 0))

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
                walk.runs.append(Run("\n", walk.bold > 0))
        else:
            walk.enter(tag, -1)
            walk.add(element.tail if element is not root else None)
    yield from _flush(walk)


def _flush(walk: _Walk) -> Iterator[Block]:
    """The blocks gathered so far, cut at their blank lines."""
    runs, walk.runs = walk.runs, []
    if not any(run.text.strip() for run in runs):
        return
    if walk.pre:
        paragraphs: Iterable[Paragraph] = read_plain("".join(run.text for run in runs)).paragraphs
    else:
        paragraphs = paragraphs_of(list(_collapsed(runs)), heading=walk.block.tag in HEADINGS)
    yield from (Block(paragraph, walk.block) for paragraph in paragraphs)


def _collapsed(runs: Iterable[Run]) -> Iterator[Run]:
    """Runs without the spaces that follow another run's space."""
    spaced = True
    for run in runs:
        text = run.text.lstrip(" ") if spaced else run.text
        if text:
            spaced = text[-1] in " \n"
            yield run._replace(text=text)
