"""How the floor is given, and how people introduce themselves when they have it."""

from __future__ import annotations

import re

from transcripts.text.understanding.names import bare
from transcripts.text.words import WORDS

OPENING = 240
CLOSING = 160
CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
NAME = rf"{CAPITAL}[\w'’.-]{{1,20}}(?: {CAPITAL}[\w'’-]{{0,20}}\.?){{0,3}}"
OUTLET = rf"(?:[Tt]he )?(?:{CAPITAL}|\d)[\w&'’-]{{0,24}}(?: (?:of |the |de |del |la )?(?:{CAPITAL}|\d)[\w&'’-]{{0,24}}){{0,5}}"


def _either(phrases: frozenset[str]) -> str:
    return "|".join(re.escape(phrase).replace("'", "['’]") for phrase in sorted(phrases, key=len, reverse=True))


# "I'm Ken Thomas with the Wall Street Journal", "soy Arturo Contreras, de Pie de Página"
INTRODUCED = re.compile(
    rf"(?:^|[.,;:!?—–-] ?|\s)(?:(?i:{_either(WORDS.introductions)})) ({NAME})"
    rf"(?:,? (?:{_either(WORDS.links)}) ({OUTLET})|, ({OUTLET}))?"
)
# "Sebastian Smith from AFP." where a sentence begins
PRESENTED = re.compile(
    rf"(?:^|[.,!?—–] +)({NAME}),? (?:{_either(WORDS.links - {'of', 'for', 'at'})}) ({OUTLET})(?=[.,;!?—–]|$)"
)
# "Dmytro Shkurko, National News Agency of Ukraine."
SIGNED = re.compile(rf"(?:^|[.!?] +)({NAME}), ({OUTLET})(?=\.( |$))")
GIVEN = re.compile(
    rf"(?i:\b(?:{_either(WORDS.hand_overs)}))[,:]?\s+(?:to )?({NAME})(?=[.,;!?—–]|$| (?:{_either(WORDS.links)}))"
)
HAND_OVER = re.compile(rf"\b(?:{_either(WORDS.hand_overs)})\b", re.I)
FOLLOW_UP = re.compile(rf"(?:{_either(WORDS.follow_ups)})\b", re.I)


def introduced(text: str) -> tuple[str, str]:
    """Name and outlet that a speaker gives in the first words, empty where they don't."""
    opening = text[:OPENING]
    found = INTRODUCED.search(opening)
    if found and _is_persons(found[1]):
        return found[1].rstrip("."), (found[2] or found[3] or "").rstrip(".")
    for pattern in (PRESENTED, SIGNED):
        found = pattern.search(opening)
        if found and " " in found[1] and _is_persons(found[1]):
            return found[1].rstrip("."), found[2].rstrip(".")
    return "", ""


def name_given_floor(text: str) -> str:
    """Whom the last words of a turn give the floor to, empty where they name nobody."""
    found = None
    for found in GIVEN.finditer(text[-CLOSING:]):  # noqa: B007 - the last one counts
        pass
    return found[1].rstrip(".") if found and _is_persons(found[1]) else ""


def gives_floor(text: str) -> bool:
    """Whether a turn ends by calling on the next questioner."""
    return HAND_OVER.search(text[-CLOSING:]) is not None


def follows_up(text: str) -> bool:
    """Whether a question begins as one that goes on from the answer before it."""
    return FOLLOW_UP.match(text) is not None


def _is_persons(name: str) -> bool:
    words = {bare(token) for token in name.split()}
    return not words & (WORDS.offices | WORDS.salutations | WORDS.sentence_words | WORDS.honorifics | WORDS.follow_ups)
