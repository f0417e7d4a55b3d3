"""Where a line may begin with a label, and in which style it is set off from the text.

Every test looks at the first characters of a line only, so that the cost grows with the number of lines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from transcripts.text.parsing.delimiters import (
    CHEVRONS,
    DASH,
    STOP_AND_DASH,
    Style,
    in_bold,
    in_brackets,
    to_ask,
    with_colon,
    with_dash,
    with_gap,
    with_space,
    with_stop,
    with_stop_and_dash,
)
from transcripts.text.parsing.shapes import shape
from transcripts.text.understanding.labels import DASHED
from transcripts.text.understanding.names import bare, is_capitals, is_name
from transcripts.text.words import WORDS

LONGEST = 200
CLOCK_LINE = re.compile(r"\d{1,2}[:.]\d{2}\s*(?:[ap]\.?\s?m\.?|h|uhr|hrs)?\s*\(?[A-Z]{0,5}\)?", re.IGNORECASE)
TIME = r"(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
LEADING_TIME = re.compile(rf"[\[(]?({TIME})[\])]?\s+(?![AaPp]\.?\s?[Mm])(?=\S)")
TIME_BEHIND = re.compile(rf"\s*[\[(]({TIME})[\])](?=\s|$)")
SPECKS = re.compile(r"^\s*(?:[.·'^]\s{1,3}|(?:[-–—•*]|>(?!>))\s{1,3}(?=\S)|\*\*(?=\w)(?!.*\*\*))?")
TRAILING_TIME = re.compile(rf"(?:\s*[\[(]({TIME})[\])]|(?:\s{{2,}}|\t)({TIME}))$")
TIME_LINE = re.compile(rf"\s*[\[(]?({TIME})[\])]?\s*")
FINDERS = (to_ask, in_bold, with_gap, with_space, in_brackets, with_colon, with_stop_and_dash, with_stop, with_dash)
DOUBTED = (with_colon, with_stop_and_dash)
LONGEST_TITLE = 110  # characters of a name and what somebody is
MOST_NAMES = 4
NAMED_BEHIND_CHEVRONS = 0.3
NO_TEXT = frozenset({"", ":", "：", ";", ",", ".", "-", "–", "—", ")", "("})
SENTENCE_SIGNS = frozenset(".?!…,;:”\"'")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible label: as printed, where the text after it begins in the line, and the time printed with it."""

    label: str
    style: Style
    text_at: int
    start: float | None = None


def candidate(line: str) -> Candidate | None:
    """The label that the line may begin with; None when it can't. Constant time."""
    head = line[:LONGEST]
    if CLOCK_LINE.fullmatch(head):
        return None
    skipped, start = _skip(head)
    rest = head[skipped:]
    chevrons = CHEVRONS.match(rest)
    if chevrons:
        return _behind_chevrons(rest, chevrons.end(), skipped, start)
    if _is_name_and_title(rest, line):
        return _timed(rest.strip(), Style.LINE, len(line), start)
    for find in FINDERS:
        found = find(rest)
        if found and not (find in DOUBTED and _is_set_off_otherwise(found[0], rest)):
            label, style, length = found
            return _timed(label, style, skipped + length, start, head)
    if len(line) < LONGEST and _may_stand_alone(rest):
        return _timed(rest.strip(), Style.LINE, len(line), start)
    return None


def _behind_chevrons(rest: str, length: int, skipped: int, start: float | None) -> Candidate:
    """Another speaker's words, as captions mark them: ">> Mayor: …", or without a name."""
    found = with_colon(rest[length:])
    if found and shape(found[0]) >= NAMED_BEHIND_CHEVRONS:
        return Candidate(found[0], Style.CHEVRONS, skipped + length + found[2], start)
    return Candidate("", Style.CHEVRONS, skipped + length, start)


def bold_candidate(line: str, lead: str) -> Candidate | None:
    """The label that only its weight sets off: `lead` is what the line begins with in bold, and text follows it."""
    label, after = lead.strip(), line[len(lead) :].lstrip(" \u00a0")
    ends = after[:1] in NO_TEXT or after[:1].islower() or label[-1:] in SENTENCE_SIGNS
    if not label or ends or "\n" in label or len(label) > LONGEST or not line.startswith(lead):
        return None
    return _timed(label, Style.BOLD, len(line) - len(after), None)


def _is_set_off_otherwise(label: str, head: str) -> bool:
    """Whether what stands before the mark is no label, but a label set off by a dash, and text after it."""
    return not shape(label) and bool(DASH.match(head) or STOP_AND_DASH.search(head))


def _skip(head: str) -> tuple[int, float | None]:
    """How many characters stand before the label: spaces, specks and a time."""
    indent = len(head) - len(SPECKS.sub("", head, count=1))
    found = LEADING_TIME.match(head, indent)
    return (found.end(), seconds(found[1])) if found else (indent, None)


def seconds(time: str) -> float:
    """ "1:02:03.5" → 3723.5."""
    total = 0.0
    for part in time.replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return total


def _timed(label: str, style: Style, text_at: int, start: float | None, head: str = "") -> Candidate:
    """With the time that stands at the label's end, or behind its colon."""
    found = TRAILING_TIME.search(label)
    behind = TIME_BEHIND.match(head, text_at) if style is Style.COLON else None
    if behind:
        return Candidate(label, style, behind.end(), seconds(behind[1]))
    if found and found.start():
        return Candidate(label[: found.start()].rstrip(), style, text_at, seconds(found[1] or found[2]))
    return Candidate(label, style, text_at, start)


def _is_name_and_title(rest: str, line: str) -> bool:
    """ "Rita Hale -- Chief Executive Officer": a whole line, with capitals throughout and no sentence's end."""
    name, *titles = DASHED.split(rest.strip())
    if not titles or len(line) > LONGEST_TITLE or not 1 < len(name.split()) <= MOST_NAMES or not is_name(name.split()):
        return False
    words = " ".join(titles).split()
    return words[-1][-1].isalnum() and all(not word[0].islower() or bare(word) in WORDS.particles for word in words)


def _may_stand_alone(line: str) -> bool:
    """Whether a whole line can be a label above its text: no sentence's end, and capitals or few words."""
    text = line.strip()
    if not text or not text[0].isalpha() or text[-1] in '.!?,;…”"’-–—':
        return False
    return is_capitals(text) or len(text.split()) <= 6  # a title and a long name
