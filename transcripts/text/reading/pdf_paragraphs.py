"""Lines in reading order → paragraphs: a gap, an indent or a short line ends one; broken words are made whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from transcripts.text.reading.document import Paragraph
from transcripts.text.reading.pdf_lines import Line

GAP = 1.35  # of the usual distance between two lines
INDENT = 0.8  # of the height of a line
FITS = 1.5
ENDS = (".", "?", "!", ":", "…", ")", "]", "”", '"', "’", "»")
DASHES = ("—", "–", "-")
SOFT = re.compile(r"(\w*[^\W\d_])-$")
LETTER = re.compile(r"[QA](?:\.|:|\t| {2,})\s*\S")
BRACKETS = re.compile(r"\([^()]*\)")
LONGEST_LABEL = 160
RANGE = re.compile(r"\d-$")
LONGEST_WORD = 60
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
FIRST = re.compile(r"[^\W\d_]+")


def paragraphs_of(lines: Sequence[Line]) -> tuple[Paragraph, ...]:
    """The paragraphs, numbered as lines of a text with a blank line between each two."""
    if not lines:
        return ()
    page = _Setting(lines)
    blocks = [[lines[0]]]
    for before, line in pairwise(lines):
        if page.begins_paragraph(before, line):
            blocks.append([])
        blocks[-1].append(line)
    compounds = Counter(word.casefold() for line in lines for word in WORD.findall(line.text))
    paragraphs, number = [], 1
    for block in blocks:
        text = _joined(block, compounds, page)
        paragraphs.append(Paragraph(text, number))
        number += text.count("\n") + 2
    return tuple(paragraphs)


class _Setting:
    """How the document is set: the distance of its lines, and where its columns end."""

    def __init__(self, lines: Sequence[Line]) -> None:
        distances = [before.bottom - line.bottom for before, line in pairwise(lines)]
        self.height = median(line.height for line in lines)
        near = sorted(distance for distance in distances if 0.5 * self.height < distance < 4 * self.height)
        # The smaller distances are those within paragraphs, also where most lines are paragraphs of their own.
        self.distance = near[len(near) // 4] if near else 1.2 * self.height
        self.rights = {key: _column_end(rights) for key, rights in _by_column(lines).items()}
        self.lefts = _margins(lines)

    def begins_paragraph(self, before: Line, line: Line) -> bool:
        if before.hyphenated:
            return False
        ended = before.text.endswith(ENDS)
        short = self.has_room(before, line)
        if (ended or short or before.text.endswith(DASHES)) and _is_labelled(line.text):
            return True
        if before.page != line.page or line.bottom > before.bottom:  # the next page or column
            return self._is_set_right(before) or (ended and (short or self._is_indented(line)))
        if before.bottom - line.bottom > GAP * self.distance or abs(before.height - line.height) > 0.5 * self.height:
            return True
        if self._is_indented(line):
            return ended or short or not self._is_indented(before)
        return short and ended

    def has_room(self, before: Line, line: Line) -> bool:
        """Whether the line's first word would have fitted behind the line before it."""
        end = self.rights.get((before.page, before.column), before.right)
        if before.page != line.page:
            end -= (end - before.left) * 0.1  # the next page may be set a little otherwise
        word = len(line.text.split(maxsplit=1)[0]) + 1
        width = word * (line.right - line.left) / max(1, len(line.text))
        return before.right + width * FITS < end

    def _is_set_right(self, line: Line) -> bool:
        """Whether a line stands in the right half of its column, as a reference or a signature does."""
        margin = self.lefts.get((line.page, line.column))
        end = self.rights.get((line.page, line.column), line.right)
        return margin is not None and line.left > (margin + end) / 2

    def _is_indented(self, line: Line) -> bool:
        margin = self.lefts.get((line.page, line.column))
        return margin is not None and INDENT * line.height < line.left - margin < 8 * line.height


def _is_labelled(text: str) -> bool:
    """Whether a line may begin with a label, by its form: capitalised words, or some in brackets, and a colon."""
    if LETTER.match(text) or (text.isupper() and text[0].isalpha() and len(text) <= LONGEST_LABEL):
        return True
    head, colon, _rest = text[:LONGEST_LABEL].partition(":")
    words = BRACKETS.sub(" ", head).split()
    return (
        bool(colon and words) and all(word[0].isupper() or len(word) <= 3 for word in words) and words[0][0].isupper()
    )


def _by_column(lines: Sequence[Line]) -> dict[tuple[int, int], list[float]]:
    columns: dict[tuple[int, int], list[float]] = {}
    for line in lines:
        columns.setdefault((line.page, line.column), []).append(line.right)
    return columns


def _column_end(rights: list[float]) -> float:
    """Where lines of the column end at most, but for the odd one."""
    return sorted(rights)[int((len(rights) - 1) * 0.95)]


def _margins(lines: Sequence[Line]) -> dict[tuple[int, int], float]:
    """The left edge that most lines of a column share."""
    columns: dict[tuple[int, int], Counter[int]] = {}
    for line in lines:
        columns.setdefault((line.page, line.column), Counter())[round(line.left)] += 1
    return {key: float(counts.most_common(1)[0][0]) for key, counts in columns.items()}


def _joined(block: Sequence[Line], compounds: Counter[str], page: _Setting) -> str:
    """The lines as one; a break with room to spare was meant, and stays."""
    parts = [block[0].text]
    for before, line in pairwise(block):
        if not before.hyphenated and page.has_room(before, line):
            parts += ["\n", line.text]
            continue
        hyphen = _hyphen(parts[-1], line.text, compounds, hyphenated=before.hyphenated)
        parts[-1] = parts[-1].removesuffix("-") if hyphen is not None and not before.hyphenated else parts[-1]
        parts += [" " if hyphen is None else hyphen, line.text]
    return "".join(parts)


def _hyphen(text: str, after: str, compounds: Counter[str], *, hyphenated: bool) -> str | None:
    """What stands between two lines that share a word: its hyphen, or nothing where that only broke it; else None."""
    if RANGE.search(text[-2:]) and after[0].isdigit():
        return text[-1]
    soft = SOFT.search(text[-LONGEST_WORD:])
    if not hyphenated and not soft:
        return None
    stem = text[-LONGEST_WORD:].removesuffix("-")
    first, second = FIRST.search(stem[::-1]), FIRST.match(after)
    whole = f"{first[0][::-1] if first else ''}-{second[0] if second else ''}".casefold()
    return "-" if not second or not second[0][0].islower() or compounds[whole] > 0 else ""
