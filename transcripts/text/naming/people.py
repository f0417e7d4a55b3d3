"""Names of people: titles, initials, surnames alone, misprints."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from transcripts.text.naming.keys import folded, name_key, skeleton
from transcripts.text.naming.likeness import Likeness, Reason, spelled_alike
from transcripts.text.words import WORDS

# A name is compared with hundreds of others, which come again with the next event.
REMEMBERED = 20_000
# Scripts that write a whole name without a space.
UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "THAI", "LAO", "KHMER", "MYANMAR")
# "Judge" and "King" are offices and surnames: only the honorifics among those go. A single letter may be an initial.
BEFORE_NAMES = frozenset(
    word for word in WORDS.honorifics | (WORDS.offices - WORDS.surnames) if len(word) > 1 and word.isalpha()
)


@lru_cache(maxsize=REMEMBERED)
def person_clues(name: str) -> frozenset[str]:
    """What this name and others of the same person have in common, to look them up by.

    The surname's skeleton; the words without titles and middle initials, sorted; the first name and an initial.
    """
    words = core(bare(name))
    if not words:
        return frozenset()
    clues = {f"s:{skeleton(words[-1])}", f"w:{' '.join(sorted(words))}"}
    if len(words) > 1:
        clues.add(f"g:{words[0]} {words[-1][0]}")
    return frozenset(clue[:100] for clue in clues)


def compare_people(one: str, other: str) -> Likeness | None:
    """How two names are names of one person; None where nothing speaks for it."""
    a, b = sorted((bare(one), bare(other)), key=len)
    if not a:
        return None
    if a == b:
        return _same_words(one, other, a)
    if a == b[-len(a) :]:
        return Likeness(0.7, Reason.SURNAME)
    if len(a) == 1:
        return None
    return _full_names(a, b)


def is_surname(name: str) -> bool:
    """Whether it is one word, with a title or without: many people share it. Some scripts write full names as one."""
    words = bare(name)
    return len(words) == 1 and not any(unicodedata.name(letter, "").startswith(UNSPACED) for letter in words[0])


@lru_cache(maxsize=REMEMBERED)
def bare(name: str) -> tuple[str, ...]:
    """The words of a name in plain letters, without titles before it; the last word always stays."""
    words = folded(name_key(name)).split()
    while len(words) > 1 and words[0] in BEFORE_NAMES:
        del words[0]
    return tuple(words)


@lru_cache(maxsize=REMEMBERED)
def core(words: tuple[str, ...]) -> tuple[str, ...]:
    """Without middle initials."""
    return words[:1] + tuple(word for word in words[1:-1] if len(word) > 1) + words[1:][-1:]


def _same_words(one: str, other: str, words: tuple[str, ...]) -> Likeness:
    keys = name_key(one), name_key(other)
    if keys[0] == keys[1]:
        return Likeness(0.75, Reason.NAMESAKE)
    # Words that are one of many are sure only in full: "Mr Askell" and "Ms Askell" are two people.
    if len(words) == 1:
        return Likeness(0.7, Reason.SURNAME)
    return Likeness(1, Reason.ACCENTS if folded(keys[0]) == folded(keys[1]) else Reason.TITLE)


def _full_names(a: tuple[str, ...], b: tuple[str, ...]) -> Likeness | None:
    if sorted(a) == sorted(b):
        return Likeness(0.85, Reason.ORDER)
    if a[-1] == b[-1] and (found := _first_names(a, b)):
        return found
    return spelled_alike(" ".join(core(a)), " ".join(core(b)))


def _first_names(a: tuple[str, ...], b: tuple[str, ...]) -> Likeness | None:
    """Of two with one surname."""
    if a[0] == b[0] and len(a[0]) > 1:
        return _middle_names(a, b)
    if not _initials_differ(a, b) and (_initial_of(a[0], b[0]) or _initial_of(b[0], a[0])):
        return Likeness(0.8, Reason.INITIALS)
    return None


def _middle_names(a: tuple[str, ...], b: tuple[str, ...]) -> Likeness:
    """What is there and what is not may be of one person; people of one name are told apart by what differs."""
    if _initials_differ(a, b):
        return Likeness(0, Reason.DIFFERENT)
    if core(a) == core(b):
        return Likeness(1, Reason.MIDDLE_INITIAL)
    return Likeness(0.85, Reason.MIDDLE_NAME)


def _initials_differ(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether both have middle names or initials, and these do not begin alike."""
    middles = a[1:-1], b[1:-1]
    return all(middles) and middles[0][0][0] != middles[1][0][0]


def _initial_of(letter: str, name: str) -> bool:
    return len(letter) == 1 and name.startswith(letter)
