"""Where a line may begin with a label, and in which style it is set off from the text.

Every test looks at the first characters of a line only, so that the cost grows with the number of lines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from transcripts.text.parsing.shapes import shape
from transcripts.text.understanding.labels import Part, part_of
from transcripts.text.understanding.names import bare, is_capitals
from transcripts.text.words import WORDS

LONGEST = 200
CLOCK_LINE = re.compile(r"\d{1,2}[:.]\d{2}\s*(?:[ap]\.?\s?m\.?|h|uhr|hrs)?\s*\(?[A-Z]{0,5}\)?", re.IGNORECASE)
TIME = r"(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
LEADING_TIME = re.compile(rf"[\[(]?({TIME})[\])]?\s+(?![AaPp]\.?\s?[Mm])(?=\S)")
SPECKS = re.compile(r"^\s*(?:[.·'^]\s{1,3})?")
TRAILING_TIME = re.compile(rf"\s*[\[(]({TIME})[\])]$")
BOLD = re.compile(r"(?:\*\*|__)([^*_]{1,160})(?:\*\*|__)")
GAP = re.compile(r"([A-Z]{1,2}\d{0,2}\.?)(?:[ \t\u00a0]{2,}|\t|\u00a0)(?=\S)")
NARROW = re.compile(r"(Q) (?=[A-Z(\[“\"])")
DASH = re.compile(r"([^-–—:]{1,80}?)\s*(?:\s--?|\s[–—])\s+(?=\S)")
CAPITALS = r"[A-Z][A-Z'’\-]+(?: [A-Z][A-Z'’\-]*){0,5}"
# "BRILL. …", and as the minutes of parliaments print it, "Mr. BRILL. …", "The CHAIR. …", "Mrs. BRILL of Ohio. …"
STOP = re.compile(
    rf"((?:[A-Z][A-Z'’\-]*(?: [A-Z][A-Z'’\-]*){{0,5}}|(?:The|[A-Z][a-z]{{0,3}}\.) {CAPITALS})"
    r"(?: of [A-Z][a-z]{2,20})?)\.(?: ?[-–—]+)?\s+(?=\S)"
)
OPENING, CLOSING = "([（［", ")]）］"
COLONS = ":："
ABBREVIATED = WORDS.honorifics - WORDS.offices
NO_TEXT = frozenset({"", ":", "：", ";", ",", ".", "-", "–", "—", ")", "("})
SENTENCE_SIGNS = frozenset(".?!…,;:”\"'")


class Style(StrEnum):
    COLON = "colon"
    SEMICOLON = "semicolon"
    GAP = "gap"
    NARROW = "narrow"
    DASH = "dash"
    STOP = "stop"
    LINE = "line"
    BOLD = "bold"


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
    for find in (_bold, _gap, _narrow, _colon, _stop, _dash):
        found = find(rest)
        if found and not (find is _colon and _is_dash_first(found[0], rest)):
            label, style, length = found
            return _timed(label, style, skipped + length, start)
    if len(line) < LONGEST and _may_stand_alone(rest):
        return _timed(rest.strip(), Style.LINE, len(line), start)
    return None


def bold_candidate(line: str, lead: str) -> Candidate | None:
    """The label that only its weight sets off: `lead` is what the line begins with in bold, and text follows it."""
    label, after = lead.strip(), line[len(lead) :].lstrip(" \u00a0")
    ends = after[:1] in NO_TEXT or after[:1].islower() or label[-1:] in SENTENCE_SIGNS
    if not label or ends or "\n" in label or len(label) > LONGEST or not line.startswith(lead):
        return None
    return _timed(label, Style.BOLD, len(line) - len(after), None)


def _is_dash_first(label: str, head: str) -> bool:
    """Whether what stands before a colon is no label, but a label set off by a dash, and text after it."""
    return bool(DASH.match(head)) and not shape(label)


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


def _timed(label: str, style: Style, text_at: int, start: float | None) -> Candidate:
    found = TRAILING_TIME.search(label)
    if found and found.start():
        return Candidate(label[: found.start()].rstrip(), style, text_at, seconds(found[1]))
    return Candidate(label, style, text_at, start)


def _bold(head: str) -> tuple[str, Style, int] | None:
    found = BOLD.match(head)
    if not found:
        return None
    label, after = found[1].strip(), head[found.end() :]
    colon = len(after) - len(after.lstrip(" :\u00a0"))
    if label.endswith(":") or ":" in after[:colon]:
        return label.rstrip(": \u00a0"), Style.COLON, found.end() + colon
    return (label, Style.LINE, found.end()) if not after.strip() else None


def _colon(head: str) -> tuple[str, Style, int] | None:
    """The first colon outside parentheses, when what follows it can be text."""
    at = _first_outside(head, f"{COLONS};")
    if at < 1:
        return None
    style = Style.COLON if head[at] in COLONS else Style.SEMICOLON
    label, after = head[:at].strip(), head[at + 1 : at + 2]
    if not label or (after.isdigit() and label[-1:].isdigit()) or after in {"/", ":"}:
        return None
    return label, style, at + 1


def _first_outside(head: str, marks: str) -> int:
    first = re.search(f"[{marks}{re.escape(OPENING)}]", head)
    if not first or first[0] in marks:
        return first.start() if first else -1
    depth = 0
    for index, character in enumerate(head):
        if character in OPENING:
            depth += 1
        elif character in CLOSING:
            depth -= 1
        elif depth <= 0 and character in marks:
            return index
    return -1


def _gap(head: str) -> tuple[str, Style, int] | None:
    found = GAP.match(head)
    return (found[1], Style.GAP, found.end()) if found and part_of(found[1]) is not Part.NAMED else None


def _narrow(head: str) -> tuple[str, Style, int] | None:
    found = NARROW.match(head)
    return (found[1], Style.NARROW, found.end()) if found else None


def _stop(head: str) -> tuple[str, Style, int] | None:
    found = STOP.match(head)
    title = found and bare(found[1]) in ABBREVIATED  # "MR. BRILL" is one label
    return (found[1], Style.STOP, found.end()) if found and not title else None


def _dash(head: str) -> tuple[str, Style, int] | None:
    found = DASH.match(head)
    return (found[1].strip(), Style.DASH, found.end()) if found else None


def _may_stand_alone(line: str) -> bool:
    """Whether a whole line can be a label above its text: no sentence's end, and capitals or few words."""
    text = line.strip()
    if not text or not text[0].isalpha() or text[-1] in '.!?,;…”"’-–—':
        return False
    return is_capitals(text) or len(text.split()) <= 6  # a title and a long name
