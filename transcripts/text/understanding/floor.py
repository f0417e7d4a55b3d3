"""How the floor is given, and how people introduce themselves when they have it."""

from __future__ import annotations

import re
from functools import lru_cache

from transcripts.text.understanding.names import bare, has_office, without_honorifics
from transcripts.text.words import WORDS

OPENING = 300
CLOSING = 160
CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
NAME = rf"{CAPITAL}[\w'’.-]{{1,20}}(?: {CAPITAL}[\w'’-]{{0,20}}\.?){{0,3}}"
WORD_OF_OUTLET = rf"(?:{CAPITAL}|\d)[\w&'’-]{{0,24}}"


def _either(phrases: frozenset[str]) -> str:
    return "|".join(re.escape(phrase).replace("'", "['’]") for phrase in sorted(phrases, key=len, reverse=True))


NAME_OF_OUTLET = rf"(?:[Tt]he )?{WORD_OF_OUTLET}(?: (?:of |the |de |del |la )?{WORD_OF_OUTLET}){{0,5}}"
OUTLET = rf"{NAME_OF_OUTLET}(?: (?:{_either(WORDS.media)})\b)?"
# "the Asso- — the AFP"
BROKEN_OFF = r"(?:(?:[Tt]he )?\w{1,20}- [—–-] )?"

# "I'm Ken Thomas with the Wall Street Journal", "soy Arturo Contreras, de Pie de Página"
INTRODUCED = re.compile(
    rf"(?:^|[.,;:!?—–-] ?|\s)(?:(?i:{_either(WORDS.introductions)})) ({NAME})"
    rf"(?:,? (?:{_either(WORDS.links)}) ({OUTLET})|, ({OUTLET}))?"
)
# "Sebastian Smith from AFP." where a sentence begins, "Mr Turnbull, Corin Dann, One News." behind an address
PRESENTED = re.compile(
    rf"(?:^|[.,!?—–] )({NAME}),? (?:{_either(WORDS.links - {'of', 'for', 'at'})}) ({OUTLET})(?=[.,;!?—–]|$)"
)
# "Shaila Ruiz, corresponsal de la revista Muelle", "Ada Dorn, a reporter for Coast Radio"
BY_TRADE = re.compile(
    rf"(?:^|[.,!?—–] )({NAME}), (?:an? |un |une |eine? )?(?:{_either(WORDS.trades)}) (?:{_either(WORDS.links)}) "
    rf"(?:(?:the |la |el |le |der |die )?(?:{_either(WORDS.media)}) )?({OUTLET})"
)
SIGNED = re.compile(rf"(?:^|[.,!?] )({NAME}), ({OUTLET})(?=[.,](?: |$))")
# "Over to Dan Michaels of The Wall Street Journal, fourth row. Thank you." and "Anne Gearan, Washington Post."
CALLED = re.compile(
    rf"(?:^|[.,!?—–:] |(?i:\b(?:{_either(WORDS.hand_overs)}|to))[,:]? )({NAME})"
    rf"(?:,? (?:{_either(WORDS.links)})|,) {BROKEN_OFF}({OUTLET})(?:, [a-z]{{2,9}} row)?[.?!]?"
    r"(?: (?:Thank you|Thanks|Please)\.)?$"
)
# "Jonathan, go ahead."
INVITED = re.compile(rf"(?:^|[.,!?—–] )({NAME}), (?i:{_either(WORDS.hand_overs)})[.!]?$")
# "Over to Reuters, Jeff Mason." - a single word or an article before the comma, a whole name behind it
OUTLET_FIRST = re.compile(
    rf"(?:^|[.!?—–:] |(?i:\b(?:{_either(WORDS.hand_overs)}))[,:]? )"
    rf"([Tt]he {NAME_OF_OUTLET}|{WORD_OF_OUTLET}), ({NAME})[.?]?$"
)
GIVEN = re.compile(
    rf"(?i:\b(?:{_either(WORDS.hand_overs)}))[,:]? (?:to )?({NAME})(?=[.,;!?—–]|$| (?:{_either(WORDS.links)}))"
)
NO_NAMES = (
    WORDS.offices
    | WORDS.salutations
    | WORDS.sentence_words
    | WORDS.honorifics
    | WORDS.follow_ups
    | WORDS.interjections
    | WORDS.weekdays
)
HAND_OVER = re.compile(rf"\b(?:{_either(WORDS.hand_overs)})\b", re.IGNORECASE)
FOLLOW_UP = re.compile(rf"(?:{_either(WORDS.follow_ups)})\b", re.IGNORECASE)


def introduced(text: str) -> tuple[str, str]:
    """Name and outlet that a speaker gives in the first words, empty where they don't."""
    opening = " ".join(text[:OPENING].split())
    found = INTRODUCED.search(opening)
    if found and _is_persons(found[1]):
        return found[1].rstrip("."), (found[2] or found[3] or "").rstrip(".")
    for pattern in (BY_TRADE, PRESENTED, SIGNED):
        at = pattern.search(opening)
        while at:
            if " " in at[1] and _is_persons(at[1]) and _is_outlet(at[2]):
                return at[1].rstrip("."), at[2].rstrip(".")
            # An address or a greeting, "Prime Minister, …" or "Thanks. …", may hold the name that follows it.
            at = pattern.search(opening, at.start(1) + 1)
    return "", ""


def given_floor(text: str) -> tuple[str, str]:
    """Whom, and of which outlet, the last words of a turn give the floor to; empty where they name nobody."""
    closing = " ".join(text[-CLOSING:].split())
    turned = OUTLET_FIRST.search(closing)
    if turned and " " in turned[2] and _is_persons(turned[2]) and _is_outlet(turned[1]):
        return turned[2].rstrip("."), turned[1]
    called = CALLED.search(closing)
    name = " ".join(without_honorifics(called[1].split())) if called else ""
    if called and _is_persons(name) and _is_outlet(called[2]):
        return name, called[2].rstrip(".")
    if not _holds_hand_over(text[-CLOSING:]):
        return "", ""
    found = INVITED.search(closing)
    for found in GIVEN.finditer(closing):  # noqa: B007 - the last one counts
        pass
    return (found[1].rstrip("."), "") if found and _is_persons(found[1]) else ("", "")


def gives_floor(text: str) -> bool:
    """Whether a turn ends by calling on the next questioner."""
    return _holds_hand_over(text[-CLOSING:])


@lru_cache(maxsize=4096)
def _holds_hand_over(closing: str) -> bool:
    return HAND_OVER.search(closing) is not None


def begins_anew(text: str) -> bool:
    """Whether a question begins with a greeting, as that of somebody who has just been given the floor."""
    return text.casefold().startswith(tuple(WORDS.salutations))


def follows_up(text: str) -> bool:
    """Whether a question begins as one that goes on from the answer before it."""
    return FOLLOW_UP.match(text) is not None


def _is_persons(name: str) -> bool:
    words = {bare(token) for token in name.split()}
    return not words & (NO_NAMES | WORDS.media) and bare(name.split(maxsplit=1)[0]) not in WORDS.particles


def _is_outlet(name: str) -> bool:
    words = [bare(token) for token in name.split()]
    forbidden = WORDS.honorifics | WORDS.salutations | WORDS.sentence_words
    return not (set(words) & forbidden or set(words) <= WORDS.interjections or has_office(name))
