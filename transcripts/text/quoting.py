"""Where quoted words stand in a text: exactly, or nearly.

The idea is the TextQuoteSelector of the W3C's Web Annotation Data Model (https://www.w3.org/TR/annotation-model/): a
quote is found by its words, so that it outlives every change of place.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Prefix

from transcripts.text.marks import editorial_marks

QUOTES = str.maketrans(dict.fromkeys("“”„‟«»″", '"') | dict.fromkeys("‘’‚‛′`´", "'") | dict.fromkeys("‐‑‒–—―−", "-"))
MARKS_AROUND = "\"'.,;:!? …"
# So many characters on either side tell one place from another.
CONTEXT = 64
# Of 100: below it, the nearest words are other words.
NEAR = 75.0
LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class Found:
    """Characters `start` to `end` of the text. `exact` where they are the quote, but for case, spaces, quotation
    marks, dashes, and punctuation at either end.
    """

    start: int
    end: int
    exact: bool


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that were said. `prefix` and `suffix` stood around them, where they stand in the text more than once; of a
    long quote, `text` may be the beginning alone, and `until` its last words.
    """

    text: str
    prefix: str = ""
    suffix: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class _Folded:
    """A text as it is compared; `places[i]` is where its character i stands in the text as written."""

    text: str
    places: tuple[int, ...]


def find(quote: str, text: str) -> Found | None:
    """Where the quote stands in the text, or the words that are nearest to it; None where nothing comes near.

    Of a quote longer than LONGEST characters only so many are looked for. Time O(text · quote / 64). Raises nothing.
    """
    return find_quote(Quote(quote), text)


def find_quote(quote: Quote, text: str) -> Found | None:
    """As `find`, in the one of several places that the words around the quote point to."""
    if not quote.until:
        return _find(quote, text)
    found = _find(Quote(quote.text, quote.prefix), text)
    if found is None:
        return None
    last = _find(Quote(quote.until, suffix=quote.suffix), text[found.end :])
    if last is None:
        return Found(found.start, found.end, exact=False)
    return Found(found.start, found.end + last.end, found.exact and last.exact)


def _find(quote: Quote, text: str) -> Found | None:
    wanted = quote.text[:LONGEST]
    at = _place(text, wanted, quote.prefix, quote.suffix) if _has_words(wanted) else -1
    return Found(at, at + len(wanted), exact=True) if at >= 0 else _find_folded(quote, text)


def _has_words(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _find_folded(quote: Quote, text: str) -> Found | None:
    wanted = _fold(quote.text[:LONGEST]).text.strip(MARKS_AROUND)
    folded = _fold(text)
    if not wanted or not folded.text:
        return None
    at = _place(folded.text, wanted, _fold(quote.prefix).text, _fold(quote.suffix).text)
    if at >= 0:
        return _span(folded, at, at + len(wanted), exact=True)
    return _nearest(wanted, folded)


def _place(text: str, wanted: str, prefix: str, suffix: str) -> int:
    """Where the wanted words stand: of several places the first of those whose surroundings are most alike; else -1."""
    first = best = text.find(wanted)
    if first < 0 or not (prefix.strip() or suffix.strip()):
        return first
    most = -1
    at = first
    while at >= 0:
        end = at + len(wanted)
        alike = _alike(text[max(0, at - CONTEXT) : at][::-1], prefix[::-1])
        alike += _alike(text[end : end + CONTEXT], suffix)
        if alike > most:
            best, most = at, alike
        at = text.find(wanted, at + 1)
    return best


def _alike(one: str, other: str) -> int:
    """How many characters both begin with, spaces at their beginning apart."""
    return Prefix.similarity(one.lstrip(), other[:CONTEXT].lstrip())


def _nearest(wanted: str, folded: _Folded) -> Found | None:
    if len(wanted) > len(folded.text):
        whole = fuzz.ratio(wanted, folded.text, score_cutoff=NEAR)
        return _span(folded, 0, len(folded.text), exact=False) if whole else None
    best = fuzz.partial_ratio_alignment(wanted, folded.text, score_cutoff=NEAR)
    if best is None:
        return None
    start, end = _to_words(folded.text, best.dest_start, best.dest_end)
    return _span(folded, start, end, exact=False)


def _to_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The same stretch with its first and last word whole."""
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end


def _span(folded: _Folded, start: int, end: int, *, exact: bool) -> Found:
    return Found(folded.places[start], folded.places[end - 1] + 1, exact)


def _fold(text: str) -> _Folded:
    """Without editors' marks: a paper leaves out "[inaudible]", or writes "[the minister]"."""
    marked = {place for mark in editorial_marks(text) for place in range(mark.start, mark.end)}
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        if place in marked:
            continue
        for letter in unicodedata.normalize("NFKC", character).translate(QUOTES).casefold():
            is_space = letter.isspace()
            if is_space and (not letters or letters[-1] == " "):
                continue
            letters.append(" " if is_space else letter)
            places.append(place)
    return _Folded("".join(letters), tuple(places))
