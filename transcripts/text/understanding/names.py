"""Names: as printed in capitals, with honorifics, alone by surname."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from transcripts.text.words import WORDS

WORD = re.compile(r"[^\W\d_][\w'’.\-]*")
NO_LETTERS = re.compile(r"[\W_]+")
PART_OF_NAME = re.compile(r"[^\W\d_]+")
SCANNED = 200_000
INITIALS = 3  # letters at most of a label that may be somebody's initials: "OM"
SUFFIXES = frozenset({"mp", "mhr", "mep", "jr", "sr", "qc", "kc", "phd", "md", "obe", "cbe", "mla", "ii", "iii", "ret"})
BEFORE_NAMES = WORDS.honorifics | {"the"}
BEFORE_OFFICES = WORDS.offices | {"the"}
NO_FIRST_NAMES = (
    WORDS.offices
    | WORDS.honorifics
    | WORDS.particles
    | WORDS.sentence_words
    | WORDS.salutations
    | WORDS.interjections
    | {"administration", "when", "former", "acting"}
)
# Between the words of a name, and before an outlet as well: "de la Cruz", "de Radio Ribera"
NOBILIARY = frozenset({
    "de", "del", "della", "dei", "da", "do", "dos", "das", "di", "du", "des", "von", "vom", "van", "zu", "av", "af",
    "y", "e",
})  # fmt: skip
ARTICLES = frozenset({"the", "la", "el", "los", "las", "o", "a", "os", "as", "le", "der", "die", "den", "il", "lo"})
NUMBERS = frozenset({"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"})
ADDRESSED = 5  # times that a first name counts behind "Dr.": others may be a verb or a hashtag
DEPUTIES = ("sub", "pro", "co-", "ex-")  # "subsecretaria", "procónsul", "co-chair", "ex-minister"
# "Helseminister", "Finanzministerin", "Vizekanzler": what Germanic languages write as one word
COMPOUNDS = (
    "minister", "ministerin", "ministern", "ministeren", "präsident", "präsidentin", "kanzler", "kanzlerin",
    "sekretär", "sekretärin", "sprecher", "sprecherin", "direktor", "direktorin", "direktør", "direktör",
)  # fmt: skip
LOWERED = WORDS.particles - {"al", "el", "ben", "abu", "a", "en"}


@lru_cache(maxsize=8192)
def squeeze(text: str) -> str:
    """Letters and digits alone, in one case: "P rime Minister" and "PRIME MINISTER" are the same."""
    return NO_LETTERS.sub("", text.casefold())


def bare(token: str) -> str:
    """A word as the vocabulary has it."""
    return token.casefold().replace("i\u0307", "i").strip(".,;:()[]\"'“”‘’*")  # of "DENİZ"


def is_capitals(text: str) -> bool:
    """Whether it is printed in capitals, as whole labels often are."""
    return text.isupper() and sum(character.isalpha() for character in text) > 1


def is_office(tokens: list[str], index: int) -> bool:
    """Whether that word names an office there; the last word of "Catherine King" does not."""
    word = bare(tokens[index])
    if not (word in WORDS.offices or (word.endswith(COMPOUNDS) and word != "administer") or _is_deputy(word)):
        return False
    alone = index > 0 and index == len(tokens) - 1
    return not (alone and word in WORDS.surnames and bare(tokens[index - 1]) not in BEFORE_OFFICES)


def _is_deputy(word: str) -> bool:
    return word.startswith(DEPUTIES) and word[3:].lstrip("-") in WORDS.offices


def has_office(text: str) -> bool:
    tokens = text.split()
    return any(is_office(tokens, index) for index in range(len(tokens)))


def is_name(tokens: list[str]) -> bool:
    """One to five words with capital letters, particles between them."""
    if not 0 < len(tokens) <= 5 or not tokens[-1][0].isalpha():  # longer names are rare
        return False
    return all(not token[0].islower() or bare(token) in WORDS.particles for token in tokens)


def without_honorifics(tokens: list[str]) -> list[str]:
    """The words of a name without "Mr." before it or "MP" behind it."""
    start = 0
    while start < len(tokens) - 1 and _is_before_name(tokens, start):
        start += 1
    end = len(tokens)
    while end > start + 1 and squeeze(tokens[end - 1]) in SUFFIXES:
        end -= 1
    return tokens[start:end]


def _is_before_name(tokens: list[str], index: int) -> bool:
    """Whether that word is a title, or the article of one: "La señora Ferrer"."""
    word, after = bare(tokens[index]), bare(tokens[index + 1])
    return word in BEFORE_NAMES or (word in ARTICLES and after in WORDS.honorifics and index + 2 < len(tokens))


class Spellings:
    """How the text itself writes names that its labels give in capitals or by surname alone."""

    def __init__(self, names: Iterable[str], texts: Iterable[str]) -> None:
        self._wanted = {bare(token) for name in names for token in name.split()}
        self._cased: dict[str, str] = {}
        self._before: dict[str, Counter[str]] = {}
        left = SCANNED
        for text in texts:
            self._scan(text[:left])
            left -= len(text)
            if left <= 0:
                break

    def _scan(self, text: str) -> None:
        before, earlier, end = "", "", 0
        for found in WORD.finditer(text):
            word, key = found[0], bare(found[0])
            if not text[end : found.start()].isspace():  # "Hale, Brill": two people
                before = ""
            if key in self._wanted and not word.isupper() and word[0].isupper():
                self._cased.setdefault(key, word.rstrip(".'’").removesuffix("’s").removesuffix("'s"))
                if _is_first_name(before):
                    weight = ADDRESSED if bare(earlier) in WORDS.honorifics else 1
                    self._before.setdefault(key, Counter())[before] += weight
            before, earlier, end = word, before, found.end()

    def cased(self, name: str) -> str:
        """The name in upper and lower case when it is printed in capitals, else as it is."""
        if not is_capitals(name):
            return " ".join(self._surname_cased(token) for token in name.split())
        if len(name) <= INITIALS and bare(name) not in self._cased:
            return name
        return " ".join(self._cased.get(bare(token)) or _capitalised(token) for token in name.split())

    def _surname_cased(self, token: str) -> str:
        """ "BRILL" behind a first name in small letters → "Brill"; "JD" stays."""
        capitals = len(token) > INITIALS and is_capitals(token)
        return (self._cased.get(bare(token)) or _capitalised(token)) if capitals else token

    def full(self, surname: str) -> str:
        """The name with the first name that the text puts before it most often, else as it is."""
        firsts = self._before.get(bare(surname))
        return f"{firsts.most_common(1)[0][0]} {surname}" if firsts else surname


def _is_first_name(word: str) -> bool:
    if len(word) < 2 or not word[0].isupper() or word.isupper() or word.endswith((".", "’s", "'s")):
        return False
    return bare(word) not in NO_FIRST_NAMES and not bare(word).endswith(COMPOUNDS)


def _capitalised(token: str) -> str:
    if bare(token) in LOWERED:
        return token.lower()
    # "DENİZ" in small letters has a dot too many.
    return PART_OF_NAME.sub(lambda part: part[0].capitalize().replace("i\u0307", "i"), token)
