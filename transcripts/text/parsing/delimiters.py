"""How a label is set off from the text behind it: by a colon, a full stop, a dash, a gap, brackets or its weight.

Each finder looks at the beginning of a line and gives the label, its style, and how many characters both take.
"""

from __future__ import annotations

import re
from enum import StrEnum

from transcripts.text.understanding.labels import Part, part_of
from transcripts.text.understanding.names import bare
from transcripts.text.words import WORDS

MARKED = re.compile(r"(?:\*{1,3}|_{1,3})([^*_]{1,160})(?:\*{1,3}|_{1,3})")
GAP = re.compile(r"([A-Z]{1,4}\d{0,2}\.?)(?:[ \t\u00a0]{2,}|\t|\u00a0)(?=\S)")
TABBED = re.compile(r"([^\W\d_][^\t:.?!]{1,60}?)\t+(?=\S)")
CAPITALISED = r"[^\W\d_a-zß-öø-ÿ][\w.'’-]{0,30}"
OUTLET_BEFORE_NAME = re.compile(rf"\[[^\[\]]{{1,80}}\] {CAPITALISED}(?: {CAPITALISED}){{0,3}}:")
NUMBERED = re.compile(r"([QAFR]\d{1,2}\.) (?=\S)")  # "Q1. Hi"
WITH_OUTLET = re.compile(r"Q \([^()]{1,80}\)\s?[:：]")  # "Q (Coast Radio): …"
NARROW = re.compile(r"(Q) (?=[A-Z(\[“\"])")
DASH = re.compile(r"([^-–—:]{1,80}?)\s*(?:\s--?|\s[–—])\s+(?=\S)")
CAPITALS = r"[^\W\d_a-zß-öø-ÿ][^\W\d_a-zß-öø-ÿ'’\-]"
BRACKET = r"(?: \([^()]{1,60}\))?"
# "BRILL. …", and as the minutes of parliaments print it, "Mr. BRILL. …", "The CHAIR. …", "Mrs. BRILL of Ohio. …"
STOP = re.compile(
    rf"((?:{CAPITALS}*(?: {CAPITALS}*){{0,5}}|(?:The|[A-Z][a-z]{{0,3}}\.) {CAPITALS}+(?: {CAPITALS}*){{0,5}})"
    rf"(?: of [A-Z][a-z]{{2,20}})?{BRACKET})\.\s+(?=\S)"
)
# As in "President. – …" or "Ada Brill (HP). — …" or "PERIODISTA.- …".
STOP_AND_DASH = re.compile(r"\.\s?[-–—]{1,2}\s+(?=\S)")
BRACKETED = re.compile(
    r"(?:\[([^\[\]]{1,80})\]|【([^【】]{1,80})】|（([^（）]{1,40})）|[<〈]([\uac00-\ud7a3 ]{1,20})[>〉])"
    r"\s*([:：]?)\s*(?=\S)"
)
# Written questions of a parliament: "144. Mr D B Hale (PARTY) to ask the Minister of Harbours: …"
WRITTEN_QUESTION = re.compile(
    r"(?:\*?\d{1,5}\.\s{1,3})?([^\W\d_][^():;]{2,60}(?:\([^()]{1,60}\))? to ask the [^\W\d_][^:]{3,120}):"
)
CHEVRONS = re.compile(r"(?:>>+|≫)\s*(?=\S)")
OPENING, CLOSING = "([（［", ")]）］"
COLONS = ":："
ABBREVIATED = WORDS.honorifics - WORDS.offices
DONE = tuple(WORDS.reactions | WORDS.inaudible)

Found = tuple[str, "Style", int]


class Style(StrEnum):
    COLON = "colon"
    SEMICOLON = "semicolon"
    GAP = "gap"
    NARROW = "narrow"
    DASH = "dash"
    STOP = "stop"
    STOP_AND_DASH = "stop and dash"
    BRACKETS = "brackets"
    LINE = "line"
    BOLD = "bold"
    CHEVRONS = "chevrons"
    ASKED_IN_BOLD = "asked in bold"
    BELOW_BOLD = "below bold"


def in_bold(head: str) -> Found | None:
    found = MARKED.match(head)
    if not found:
        return None
    label, after = found[1].strip(), head[found.end() :]
    colon = len(after) - len(after.lstrip(" :\u00a0"))
    if label.endswith(":") or ":" in after[:colon]:
        return label.rstrip(": \u00a0"), Style.COLON, found.end() + colon
    return (label, Style.LINE, found.end()) if not after.strip() else None


def with_colon(head: str) -> Found | None:
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


def to_ask(head: str) -> Found | None:
    """Who asks whom in writing, without the question's number."""
    found = WRITTEN_QUESTION.match(head)
    return (found[1], Style.COLON, found.end()) if found else None


def with_gap(head: str) -> Found | None:
    found = GAP.match(head)
    if not found:
        tabbed = TABBED.match(head)
        return (tabbed[1].strip(), Style.GAP, tabbed.end()) if tabbed else None
    label, gap = found[1], found[0][len(found[1]) :]
    initials = len(label) > 1 and "." not in label and gap != "\u00a0"  # "AB", and neither "A" nor "DR."
    return (label, Style.GAP, found.end()) if initials or part_of(label) is not Part.NAMED else None


def with_space(head: str) -> Found | None:
    found = NARROW.match(head)
    if found and not WITH_OUTLET.match(head):
        return found[1], Style.NARROW, found.end()
    numbered = NUMBERED.match(head)
    return (numbered[1].rstrip("."), Style.COLON, numbered.end()) if numbered else None


def with_stop(head: str) -> Found | None:
    found = STOP.match(head)
    title = found and bare(found[1]) in ABBREVIATED  # "MR. BRILL" is one label
    return (found[1], Style.STOP, found.end()) if found and not title else None


def with_dash(head: str) -> Found | None:
    found = DASH.match(head)
    return (found[1].strip(), Style.DASH, found.end()) if found else None


def with_stop_and_dash(head: str) -> Found | None:
    found = STOP_AND_DASH.search(head)
    label = head[: found.start()].strip() if found else ""
    return (label, Style.STOP_AND_DASH, found.end()) if found and label else None


def in_brackets(head: str) -> Found | None:
    """ "[Moderator]: …", "【大臣】…"; what was done or not heard stands in brackets too, and is none."""
    found = BRACKETED.match(head)
    label = next(filter(None, found.groups()[:4])).strip() if found else ""
    if OUTLET_BEFORE_NAME.match(head):
        return None
    if not found or not label or label[0].islower() or label.casefold().startswith(DONE):
        return None
    return label, Style.COLON if found[5] else Style.BRACKETS, found.end()
