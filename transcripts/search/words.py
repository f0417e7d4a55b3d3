"""What a word is, for the index, the query and the marks in a snippet alike.

A word is a run of letters and digits; everything else separates, apostrophes and hyphens too, so that "long-term"
is two words next to each other. Letters with full stops between them ("U.S.") are one word. Each word is compared
in its folded form: without case, accents and invisible characters.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Callable, Iterator
from fnmatch import translate
from functools import lru_cache
from itertools import accumulate, groupby
from typing import NamedTuple

from whoosh.lang.porter2 import stem as porter2

# Letters that Unicode does not decompose into a base and an accent.
UNDECOMPOSED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})
# Soft hyphen, zero-width space and joiners, word joiner, byte order mark: they are in a word and are not of it.
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
STEMMED_LANGUAGES = ("", "en")


class Occurrence(NamedTuple):
    """A word in a text: its place, end excluded, and its folded form."""

    start: int
    end: int
    folded: str


def _mark_ranges() -> str:
    """Combining marks as ranges for a character class; `re` counts them neither as letters nor as words."""
    marks = (code for code in range(min(sys.maxunicode, 0xFFFF)) if unicodedata.category(chr(code))[0] == "M")
    runs = (list(run) for _, run in groupby(enumerate(marks), lambda pair: pair[1] - pair[0]))
    return "".join(f"{chr(run[0][1])}-{chr(run[-1][1])}" for run in runs)


_MARKS = f"[{_mark_ranges()}{''.join(map(chr, INVISIBLE))}]"
# Both alternatives begin with a letter or digit and never overlap, so a text is read in one pass.
_WORD = re.compile(rf"(?<![^\W_])[^\W\d_](?:\.[^\W\d_])+(?![^\W_])|[^\W_]+(?:{_MARKS}+[^\W_]*)*")
_PLAIN_WORD = re.compile(r"(?<![A-Za-z0-9])[A-Za-z](?:\.[A-Za-z])+(?![A-Za-z0-9])|[A-Za-z0-9]+", re.ASCII)
_CUT, _PLAIN_CUT = (re.compile(f"({word.pattern})", word.flags) for word in (_WORD, _PLAIN_WORD))


def occurrences(text: str) -> Iterator[Occurrence]:
    """The words of a text, in order."""
    pattern = _PLAIN_WORD if text.isascii() else _WORD
    for match in pattern.finditer(text):
        yield Occurrence(match.start(), match.end(), fold(match.group()))


def words_and_places(text: str) -> tuple[list[str], list[tuple[int, int]]]:
    """The words of a text in their folded form, in order, and where each starts and ends.

    What `occurrences` gives, three times as quick: cut apart at its words, a text needs no look at each of them.
    """
    parts = (_PLAIN_CUT if text.isascii() else _CUT).split(text)
    borders = list(accumulate(map(len, parts)))
    return list(map(fold, parts[1::2])), list(zip(borders[::2], borders[1::2], strict=False))


def folded_words(text: str) -> list[str]:
    """The words of a text in their folded form, in order."""
    pattern = _PLAIN_WORD if text.isascii() else _WORD
    return list(map(fold, pattern.findall(text)))


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """The form under which words are the same."""
    if word.isascii():
        return word.lower().replace(".", "")
    decomposed = unicodedata.normalize("NFKD", word.translate(INVISIBLE)).casefold()
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return bare.translate(UNDECOMPOSED).replace(".", "")


@lru_cache(maxsize=100_000)
def stem(folded: str) -> str:
    """What the inflected forms of an English word share (Porter's second stemmer)."""
    if not folded.isascii() or not folded.isalpha():
        return folded
    return porter2(folded) or folded


def stems(folded: list[str], language: str) -> list[str]:
    """The words as they are indexed for a text in that language; those without a stemmer stay as they are."""
    if language in STEMMED_LANGUAGES:
        return [stem(word) for word in folded]
    return folded


def searched_words(text: str) -> list[str]:
    """The folded words of one typed word: several where it is hyphenated; a possessive ending is none."""
    words = folded_words(text)
    if len(words) > 1 and words[-1] == "s" and text[-2:-1] in ("'", "’"):
        words.pop()
    return words


def folded_pattern(text: str) -> str | None:
    """A pattern of one word, each of its letters folded; None where anything but letters, digits, * and ? is in it.

    Several * in a row are one.
    """
    folded = "".join(character if character in "*?" else fold(character) for character in text)
    if not all(character in "*?" or character.isalnum() for character in folded):
        return None
    return re.sub(r"\*+", "*", folded)


def matching(pattern: str) -> Callable[[str], object]:
    """A function that says whether a folded word is of a pattern, as `folded_pattern` gives it, in linear time.

    `fnmatch` looks for each piece between stars once, without going back.
    """
    return re.compile(translate(pattern)).match
