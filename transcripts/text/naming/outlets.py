"""Names of outlets: abbreviations in brackets or behind a comma, what they are left out of, misprints."""

from __future__ import annotations

import re
from functools import lru_cache

from transcripts.text.naming.keys import folded, name_key, skeleton
from transcripts.text.naming.likeness import Likeness, Reason, spelled_alike

# Words that a shorter form of the name leaves out.
# fmt: off
GENERAL = frozenset({
    "agency", "agencia", "agence", "agentur", "broadcasting", "channel", "corporation", "daily", "group",
    "international", "magazine", "media", "network", "news", "newspaper", "noticias", "online", "presse", "press",
    "radio", "service", "television", "tv", "wire", "world",
})
SMALL = frozenset({"a", "and", "de", "der", "des", "di", "du", "for", "la", "le", "of", "the", "und"})
# fmt: on
BETWEEN_PARTS = re.compile(r"[(),;/\[\]]")
REMEMBERED = 20_000
ABBREVIATION = range(2, 8)


@lru_cache(maxsize=REMEMBERED)
def outlet_clues(name: str) -> frozenset[str]:
    """What this name and others of the same outlet have in common, to look them up by.

    Each part between brackets and commas, whole and as an abbreviation, and the skeleton of its first word.
    """
    clues: set[str] = set()
    for part in _parts(name):
        clues |= {f"k:{part.replace(' ', '')}", f"f:{skeleton(part.split()[0])}"}
        clues |= {f"a:{letters}" for letters in (*_abbreviations(part), part) if len(letters) in ABBREVIATION}
    return frozenset(clue[:100] for clue in clues)


def compare_outlets(one: str, other: str) -> Likeness | None:
    """How two names are names of one outlet; None where nothing speaks for it."""
    a, b = _parts(one), _parts(other)
    if not a or not b:
        return None
    if a[0] == b[0]:
        return _same(one, other)
    if a[0] in b or b[0] in a:
        return Likeness(0.9, Reason.PART)
    if _abbreviates(a, b) or _abbreviates(b, a):
        return Likeness(0.8, Reason.ABBREVIATION)
    return _nearly(a[0], b[0])


@lru_cache(maxsize=REMEMBERED)
def _parts(name: str) -> tuple[str, ...]:
    """The whole name first, then what stands between its brackets and commas."""
    whole = folded(name_key(name))
    parts = (folded(name_key(part)) for part in BETWEEN_PARTS.split(name))
    return tuple(dict.fromkeys(part for part in (whole, *parts) if part))


def _same(one: str, other: str) -> Likeness:
    namesakes = name_key(one) == name_key(other)
    return Likeness(0.75, Reason.NAMESAKE) if namesakes else Likeness(1, Reason.ACCENTS)


def _abbreviations(part: str) -> set[str]:
    words = part.split()
    if len(words) == 1:
        return set()
    return {"".join(word[0] for word in words), "".join(word[0] for word in words if word not in SMALL)}


def _abbreviates(shorts: tuple[str, ...], longs: tuple[str, ...]) -> bool:
    """Whether a name of the one is the first letters of a name of the other."""
    return any(len(short) in ABBREVIATION and short in _abbreviations(long) for short in shorts for long in longs)


def _nearly(a: str, b: str) -> Likeness | None:
    short, long = sorted((a.split(), b.split()), key=len)
    if long[: len(short)] == short and GENERAL.issuperset(long[len(short) :]):
        return Likeness(0.7, Reason.PART)
    return spelled_alike(a.replace(" ", ""), b.replace(" ", ""))
