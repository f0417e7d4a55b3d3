"""The forms of a name that are compared."""

from __future__ import annotations

import unicodedata

# Letters that Unicode does not take apart into a plain letter and a mark.
PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i"})
VOWELS = frozenset("aeiouy")


def name_key(name: str) -> str:
    """The form under which names are the same: without case, accents, punctuation, and an article in front."""
    decomposed = unicodedata.normalize("NFKD", name).casefold()
    letters = "".join(
        character if character.isalnum() else " " for character in decomposed if not unicodedata.combining(character)
    )
    return " ".join(letters.split()).removeprefix("the ")


def folded(key: str) -> str:
    """A key in plain letters: "bjørn" is "bjorn"."""
    return key.translate(PLAIN)


def skeleton(word: str) -> str:
    """What misprints of a word have in common: its first letter, then its other consonants, each once and sorted.

    Vowels come and go, letters double and change places: "Stoltenberg", "Stoltenburg" and "Stoltenbreg" are alike.
    """
    plain = folded(word)
    return plain[:1] + "".join(sorted(set(plain[1:]) - VOWELS))
