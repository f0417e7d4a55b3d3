"""How the floor is given, and how people introduce themselves when they have it."""

from __future__ import annotations

import re
from functools import lru_cache

from transcripts.text.understanding.names import bare, has_office, without_honorifics
from transcripts.text.words import WORDS

OPENING = 300
CLOSING = 200
# Letters of scripts that have capitals: where there are none, nothing tells a name from a word.
CAPITAL = "[" + "".join(letter for letter in map(chr, range(0x590)) if letter.isupper()) + "]"
# "Ada Brill", "J. J. Hale", "Mary Ann O'Dowd"; a full stop behind a word ends a sentence
FIRST_NAME = rf"(?:(?:{CAPITAL}\.-?)+|{CAPITAL}[\w'’-]{{1,20}})"
NAME = rf"{FIRST_NAME}(?: {CAPITAL}[\w'’-]{{0,20}}\.?){{0,3}}"
WORD_OF_OUTLET = rf"(?:{CAPITAL}|\d)[\w&'’-]{{0,24}}"


def either(phrases: frozenset[str]) -> str:
    """A pattern for any of the phrases, the longest first, with either apostrophe."""
    return "|".join(re.escape(phrase).replace("'", "['’]") for phrase in sorted(phrases, key=len, reverse=True))


NAME_OF_OUTLET = (
    rf"(?:[Tt]he )?{WORD_OF_OUTLET}"
    rf"(?: (?:of |the |de |del |du |des |da |do |della |dei |van |la |y |and |et |und |& )?{WORD_OF_OUTLET}){{0,5}}"
)
SMALL_OUTLETS = r"dpa|epd|taz|n-tv|ntv|eldiario\.es|swissinfo"  # which print themselves so
OUTLET = rf"(?:{NAME_OF_OUTLET}(?: (?:{either(WORDS.media)})\b)?|(?:{SMALL_OUTLETS})\b)"
# "de la revista Muelle", "von der dpa", "from the newspaper Pier"
ARTICLE = rf"(?:(?:the|la|el|los|las|le|les|der|die|das) )?(?:(?:{either(WORDS.media)}) )?"
# "the Asso- — the AFP"
BROKEN_OFF = r"(?:(?:[Tt]he )?\w{1,20}- [—–-] )?"

# "Vera Alba, La Loba": by another name; "Vera Alba, Radio de la Costa" is none
ALSO = rf"(?:, (?!(?i:{either(WORDS.media)})\b){NAME})?"
# "I'm Ken Thomas with the Wall Street Journal", "soy Arturo Contreras, de Pie de Página"
# and, by another name and what they write: "soy Vera Alba, La Loba, autora de La columna"
AUTHORED = (
    rf"(?:, {NAME})?, (?:an? |un |une |eine? )?(?:{either(WORDS.trades)}) (?:{either(WORDS.links)}) "
    rf"((?:La|El|Le|Les|Los|Las|Der|Die|Das) [a-zà-ÿ]+(?: (?!en\b|de\b|in\b|auf\b)[a-zà-ÿ]+)?|{OUTLET})"
)
INTRODUCED = re.compile(
    rf"(?:^|[.,;:!?—–-] ?|\s)(?:(?i:{either(WORDS.introductions)})) ({NAME})"
    rf"(?:{AUTHORED}|{ALSO},? (?:{either(WORDS.links)}) {ARTICLE}({OUTLET})(?:, ({OUTLET}))?|, ({OUTLET}))?"
)
# Words that link a name with an outlet behind a comma, and stand in names without one: "Ana Reis, da Rádio Cais"
BEHIND_COMMA = r"da|do|di|della|dello|dell['’]|van|vom|fra|från"
# "Sebastian Smith from AFP." where a sentence begins, "Mr Turnbull, Corin Dann, One News." behind an address
PRESENTED = re.compile(
    rf"(?:^|[.,!?—–] )({NAME}){ALSO}"
    rf"(?:,? (?:{either(WORDS.links - {'of', 'for', 'at'})}) |, (?:{BEHIND_COMMA}) ?){ARTICLE}({OUTLET})"
    rf"(?:, ({OUTLET}))?(?=[.,;!?—–]|$| here\b)"
)
# "Shaila Ruiz, corresponsal de la revista Muelle", "Ada Dorn, a reporter for Coast Radio"
BY_TRADE = re.compile(
    rf"(?:^|[.,!?—–] )({NAME}), (?:an? |un |une |eine? )?(?:{either(WORDS.trades)})(?: [a-zà-ÿ]{{4,15}})? "
    rf"(?:{either(WORDS.links)}) {ARTICLE}({OUTLET})"
)
SIGNED = re.compile(rf"(?:^|[.,!?] )({NAME}), ({OUTLET})(?=[.,](?: |$))")
# "Over to Dan Michaels of The Wall Street Journal, fourth row. Thank you." and "Anne Gearan, Washington Post."
CALLED = re.compile(
    rf"(?:^|[.,!?—–:] |(?i:\b(?:{either(WORDS.hand_overs)}|to|question[^.?!]{{0,20}} from))[,:]? )({NAME})"
    rf"(?:,? (?:{either(WORDS.links)})|,) {BROKEN_OFF}({OUTLET})(?:, [a-z]{{2,9}} row)?[.?!]?"
    r"(?: (?:Thank you|Thanks|Please|Please go ahead|Go ahead|Your line is open)\.)*$"
)
# "Jonathan, go ahead."
INVITED = re.compile(rf"(?:^|[.,!?—–] )({NAME}), (?i:{either(WORDS.hand_overs)})[.!]?$")
# "Over to Reuters, Jeff Mason." - a single word or an article before the comma, a whole name behind it
OUTLET_FIRST = re.compile(
    rf"(?:^|[.!?—–:] |(?i:\b(?:{either(WORDS.hand_overs)}))[,:]? )"
    rf"([Tt]he {NAME_OF_OUTLET}|{WORD_OF_OUTLET}), ({NAME})[.?]?$"
)
GIVEN = re.compile(
    rf"(?i:\b(?:{either(WORDS.hand_overs)}))[,:]? (?:to )?({NAME})(?=[.,;!?—–]|$| (?:{either(WORDS.links)}|and)\b)"
)
NO_NAMES = (
    WORDS.offices
    | WORDS.salutations
    | WORDS.sentence_words
    | WORDS.honorifics
    | WORDS.follow_ups
    | WORDS.interjections
    | WORDS.weekdays
    | {words for words in WORDS.hand_overs if " " not in words}
)
NO_PERSONS = NO_NAMES | WORDS.media
NO_OUTLETS = WORDS.honorifics | WORDS.salutations | WORDS.sentence_words
PRESENTING = either(WORDS.links - {"for", "at", "para", "pour", "für"})
GREETINGS = tuple((WORDS.salutations - WORDS.interjections) | WORDS.thanks)  # without "well" and "okay"
HAND_OVER = re.compile(rf"\b(?:{either(WORDS.hand_overs)})\b", re.IGNORECASE)
FOLLOW_UP = re.compile(rf"(?:{either(WORDS.follow_ups)})\b", re.IGNORECASE)


def introduced(text: str) -> tuple[str, str]:
    """Name and outlet that a speaker gives in the first words, empty where they don't."""
    opening = " ".join(text[:OPENING].split())
    found = INTRODUCED.search(opening)
    if found and is_persons(found[1]):
        return found[1].rstrip("."), (found[2] or _medium(found[3], found[4]) or found[5] or "").rstrip(".")
    for pattern in (BY_TRADE, PRESENTED, SIGNED):
        at = pattern.search(opening)
        while at:
            if " " in at[1] and is_persons(at[1]) and is_outlet(at[2]):
                return at[1].rstrip("."), _medium(at[2], at[3] if pattern is PRESENTED else None).rstrip(".")
            # An address or a greeting, "Prime Minister, …" or "Thanks. …", may hold the name that follows it.
            at = pattern.search(opening, at.start(1) + 1)
    return "", ""


def _medium(first: str | None, second: str | None) -> str:
    """Of "Puerto Alba, Radio Alba" the one that says it is an outlet: the first may be where it is from."""
    says = [name for name in (first, second) if name and {bare(word) for word in name.split()} & WORDS.media]
    return says[0] if says else first or ""


def given_floor(text: str) -> tuple[str, str]:
    """Whom, and of which outlet, the last words of a turn give the floor to; empty where they name nobody."""
    closing = " ".join(text[-CLOSING:].split())
    turned = OUTLET_FIRST.search(closing)
    if turned and " " in turned[2] and is_persons(turned[2]) and is_outlet(turned[1]):
        return turned[2].rstrip("."), turned[1]
    called = CALLED.search(closing)
    name = " ".join(without_honorifics(called[1].split())) if called else ""
    if called and is_persons(name) and is_outlet(called[2]):
        return name, called[2].rstrip(".")
    if not _holds_hand_over(text[-CLOSING:]):
        return "", ""
    found = INVITED.search(closing)
    for found in GIVEN.finditer(closing):  # noqa: B007 - the last one counts
        pass
    return (found[1].rstrip("."), "") if found and is_persons(found[1]) else ("", "")


def presented(name: str, text: str) -> str:
    """The outlet or company of somebody as others say it: "Mike Gray of Harbour Freight", "Mike is with Harbour"."""
    first, whole = re.escape(name.split(maxsplit=1)[0]), re.escape(name)
    found = re.search(rf"\b(?:{whole},? (?:{PRESENTING})|{first} is (?:with|from)) (?:the )?({OUTLET})", text)
    outlet = found[1].rstrip(".").partition(" and ")[0] if found else ""  # "Mike is with Harbour and Ed is …"
    return outlet if outlet and is_outlet(outlet) else ""


def gives_floor(text: str) -> bool:
    """Whether a turn ends by calling on the next questioner."""
    return _holds_hand_over(text[-CLOSING:])


@lru_cache(maxsize=4096)
def _holds_hand_over(closing: str) -> bool:
    return HAND_OVER.search(closing) is not None


def begins_anew(text: str) -> bool:
    """Whether a question begins with a greeting, as that of somebody who has just been given the floor."""
    return text.casefold().startswith(GREETINGS)


def follows_up(text: str) -> bool:
    """Whether a question begins as one that goes on from the answer before it."""
    return FOLLOW_UP.match(text) is not None


def is_persons(name: str) -> bool:
    """Whether capitalised words can be somebody's name: no office, greeting, weekday or word of an outlet."""
    words = {bare(token) for token in name.split()}
    return bool(words) and words.isdisjoint(NO_PERSONS) and bare(name.split(maxsplit=1)[0]) not in WORDS.particles


def is_outlet(name: str) -> bool:
    """Whether capitalised words can be an outlet's name."""
    words = {bare(token) for token in name.split()}
    return not (words & NO_OUTLETS or words <= WORDS.interjections or has_office(name))
