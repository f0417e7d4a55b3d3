"""Where quoted words stand in a text: exactly, or nearly.

The idea is the TextQuoteSelector of the W3C's Web Annotation Data Model (https://www.w3.org/TR/annotation-model/): a
quote is found by its words, so that it outlives every change of place.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from rapidfuzz import fuzz

from transcripts.text.marks import editorial_marks

QUOTES = str.maketrans(dict.fromkeys("“”„‟«»″", '"') | dict.fromkeys("‘’‚‛′`´", "'") | dict.fromkeys("‐‑‒–—―−", "-"))
MARKS_AROUND = "\"'.,;:!? …"
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
class _Folded:
    """A text as it is compared; `places[i]` is where its character i stands in the text as written."""

    text: str
    places: tuple[int, ...]


def find(quote: str, text: str) -> Found | None:
    """Where the quote stands in the text, or the words that are nearest to it; None where nothing comes near.

    Of a quote longer than LONGEST characters only so many are looked for. Time O(text · quote / 64). Raises nothing.
    """
    wanted = _fold(quote[:LONGEST]).text.strip(MARKS_AROUND)
    folded = _fold(text)
    if not wanted or not folded.text:
        return None
    at = folded.text.find(wanted)
    if at >= 0:
        return _span(folded, at, at + len(wanted), exact=True)
    return _nearest(wanted, folded)


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
