"""What was pasted → the quotes in it, each as the words that are said to have been said.

A paper leaves words out and says so (“…”, “[...]”), and puts its own in brackets (“[the President]”, “[T]he”). Both
are open places: what was said there instead may be anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from transcripts.search.syntax import gettext_noop
from transcripts.search.words import Occurrence, fold, occurrences
from transcripts.text.marks import editorial_marks

LONGEST = 5_000
MOST_QUOTES = 10
MOST_WORDS = 300
# Fewer words in quotation marks are a name or somebody's irony.
FEWEST_QUOTED = 3

TOO_LONG = gettext_noop("You pasted more than 5,000 characters: the beginning was checked. Paste the rest by itself.")
TOO_MANY = gettext_noop("You pasted more than ten quotes: the first ten were checked. Paste the others by themselves.")
TOO_WORDY = gettext_noop("A quote was longer than 300 words: its first 300 were checked. Paste the rest by itself.")
NO_WORDS = gettext_noop("There are no words in what you pasted. Paste the words that are said to have been said.")

# Marks that open and close; what is within one pair is no quote of its own. A single one closes where no word goes on.
_PAIRS = (("“", "”"), ("„", "[“”]"), ("«", "»"), ("»", "«"), ('"', '"'), ("「", "」"), ("『", "』"), ("‘", r"’(?!\w)"))
# Where a paragraph ends and has not closed, the next one of the same quote opens again.
_QUOTED = re.compile(
    "|".join(
        rf"{opening}(?P<q{number}>(?:(?!{closing})[^{opening}]|(?<=\n){opening}(?=\w))+)(?:{closing}|\Z)"
        for number, (opening, closing) in enumerate(_PAIRS)
    )
)
_ITEM = re.compile(r"^[ \t]*(?:[-*•–—]|\d{1,2}[.)])[ \t]+", re.MULTILINE)
_OPEN_PLACE = re.compile(
    r"(?P<ellipsis>[\[(]\s*(?:…|\.{2,4}|\.(?:\s\.){2,3})\s*[\])]|…|\.{3,}|\.(?:\s\.){2,3})"
    r"|(?P<altered>(?:[^\W_]+\[[^\W_]+\]|\[[^\W_]+\](?=[^\W_]))[^\W_]*)"
    r"|(?P<insertion>\[[^\[\]]*\])"
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quote as pasted. `words` are those of its text that count as said; before the word of each number in
    `open_places` anything may have been said. `inserted` is how many pieces of it stand in brackets.
    """

    text: str
    words: tuple[Occurrence, ...]
    open_places: frozenset[int] = frozenset()
    inserted: int = 0


@dataclass(frozen=True, slots=True)
class Pasted:
    """The quotes, at most MOST_QUOTES, and sentences for the reader, in English and marked for translation."""

    quotations: tuple[Quotation, ...]
    notes: tuple[str, ...] = ()
    wholly: Quotation | None = None


def read(text: str) -> Pasted:
    """What is in quotation marks, each by itself; else each item of a list or paragraph. Raises nothing.

    Where several paragraphs have no quotation marks, `wholly` is all of them as one quote, which they may be.
    """
    kept = text.replace("\0", "")[:LONGEST]
    notes = [TOO_LONG] if len(text) > LONGEST else []
    parts, are_paragraphs = _parts(kept)
    found = [quotation for quotation in map(quotation_of, parts) if quotation.words]
    notes += [TOO_MANY] if len(found) > MOST_QUOTES else []
    notes += [TOO_WORDY] if any(len(each.words) > MOST_WORDS for each in found) else []
    notes += [NO_WORDS] if text.strip() and not found else []
    wholly = quotation_of(kept.strip()) if are_paragraphs and len(found) > 1 else None
    return Pasted(tuple(map(_shortened, found[:MOST_QUOTES])), tuple(notes), wholly and _shortened(wholly))


def _parts(text: str) -> tuple[list[str], bool]:
    """The quotes, and whether they are paragraphs only."""
    quoted = [quote for quote in _quoted(text) if len(quotation_of(quote).words) >= FEWEST_QUOTED]
    if quoted:
        return quoted, False
    if len(_ITEM.findall(text)) > 1:
        return [part.strip() for part in _ITEM.split(text) if part.strip()], False
    return [part.strip() for part in re.split(r"\n\s*\n", text) if part.strip()], True


def _quoted(text: str) -> Iterator[str]:
    for match in _QUOTED.finditer(text):
        yield match[match.lastgroup or 0].strip()


def _shortened(quotation: Quotation) -> Quotation:
    if len(quotation.words) <= MOST_WORDS:
        return quotation
    words = quotation.words[:MOST_WORDS]
    return Quotation(quotation.text[: words[-1].end], words, quotation.open_places, quotation.inserted)


def quotation_of(text: str) -> Quotation:
    """One quote, whatever marks are in it."""
    words: list[Occurrence] = []
    open_places: set[int] = set()
    inserted, at = 0, 0
    said = _without_sounds(text)
    for match in _OPEN_PLACE.finditer(said):
        words += _words(said, at, match.start())
        if match.lastgroup == "altered":
            words.append(Occurrence(match.start(), match.end(), fold(re.sub(r"[\[\]]", "", match.group()))))
        else:
            open_places.add(len(words))
            inserted += match.lastgroup == "insertion"
        at = match.end()
    words += _words(said, at, len(said))
    return Quotation(text, tuple(words), frozenset(open_places), inserted)


def _without_sounds(text: str) -> str:
    """Spaces where a transcript's editor noted what could not be heard, or what was done: "(laughter)"."""
    for mark in editorial_marks(text):
        if mark.kind != "insertion":
            text = text[: mark.start] + " " * (mark.end - mark.start) + text[mark.end :]
    return text


def _words(text: str, start: int, end: int) -> Iterator[Occurrence]:
    for word in occurrences(text[start:end]):
        yield Occurrence(word.start + start, word.end + start, word.folded)
