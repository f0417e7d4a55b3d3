"""Marks that an editor put into the text: what could not be heard, what was done, what was inserted.

The text stays as it is; pages use the spans to set them off.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from transcripts.text.words import WORDS

LONGEST = 200
BRACKETED = re.compile(rf"\[[^\[\]\n]{{1,{LONGEST}}}\]|\([^()\n]{{1,{LONGEST}}}\)")
STAGE = re.compile(r"[*_]{0,3}(?:\([^()]*\)|\[[^\[\]]*\]|（[^（）]*）|［[^［］]*］)[*_.]{0,3}")


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of a text, by characters, end excluded. `kind` is "inaudible", "reaction" or "insertion"."""

    start: int
    end: int
    kind: str


def editorial_marks(text: str) -> tuple[Mark, ...]:
    """The marks in order. "[…]" is one whatever it holds; "(…)" only when it names a reaction or what was not heard."""
    marks = (_mark(found) for found in BRACKETED.finditer(text))
    return tuple(mark for mark in marks if mark)


def _mark(found: re.Match[str]) -> Mark | None:
    kind = _kind(found[0][1:-1], square=found[0].startswith("["))
    return Mark(found.start(), found.end(), kind) if kind else None


def _kind(inside: str, *, square: bool) -> str:
    words = inside.casefold().strip(" .,;:!?…*_")
    if words.startswith(tuple(WORDS.inaudible)):
        return "inaudible"
    if words.startswith(tuple(WORDS.reactions)):
        return "reaction"
    return "insertion" if square and words else ""


def is_stage_direction(paragraph: str) -> bool:
    """Whether a whole paragraph stands in brackets and says what was done rather than heard."""
    text = paragraph.strip()
    if not STAGE.fullmatch(text) or not any(character.isalpha() for character in text):
        return False
    return not text.casefold().strip("([（［ *_").startswith(tuple(WORDS.inaudible))
