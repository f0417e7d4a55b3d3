"""How alike two names are, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA


class Reason(StrEnum):
    """Why two names may be of one."""

    ACCENTS = "accents"
    TITLE = "title"
    MIDDLE_INITIAL = "middle initial"
    MIDDLE_NAME = "middle name"
    INITIALS = "initials"
    SURNAME = "surname"
    ORDER = "order"
    SPELLING = "spelling"
    ABBREVIATION = "abbreviation"
    PART = "part"
    NAMESAKE = "namesake"
    DIFFERENT = "different"


# Those that need nobody's decision.
SURE = frozenset({Reason.ACCENTS, Reason.TITLE, Reason.MIDDLE_INITIAL})


@dataclass(frozen=True, slots=True)
class Likeness:
    """`score` runs from 0 to 1: 1 is sure, 0 speaks against it."""

    score: float
    reason: Reason

    @property
    def sure(self) -> bool:
        return self.reason in SURE


# One letter in a name of seven is 0.86.
SPELLED_ALIKE = 0.85


def spelled_alike(one: str, other: str) -> Likeness | None:
    """Two keys that differ by a few letters, or by letters that changed places; never by a number in them."""
    if _digits(one) != _digits(other):
        return None
    score = max(fuzz.ratio(one, other) / 100, OSA.normalized_similarity(one, other))
    return Likeness(round(min(score, 0.99), 2), Reason.SPELLING) if score >= SPELLED_ALIKE else None


def _digits(key: str) -> str:
    return "".join(filter(str.isdigit, key))
