"""What stands after the last word: END, the hour, a contact."""

from __future__ import annotations

from collections.abc import Sequence

from transcripts.text.parsing.candidates import CLOCK_LINE
from transcripts.text.reading import Paragraph
from transcripts.text.words import WORDS

MOST_PARAGRAPHS = 12
LONGEST = 400


def split_closing(paragraphs: Sequence[Paragraph]) -> tuple[Sequence[Paragraph], Sequence[Paragraph]]:
    """The paragraphs up to the end mark, and those from it on. Text of any length after "END" is no closing."""
    last = len(paragraphs)
    for index in range(last - 1, max(0, last - MOST_PARAGRAPHS), -1):
        if len(paragraphs[index].text) > LONGEST:
            break
        if _is_end(paragraphs[index].text):
            return paragraphs[:index], paragraphs[index:]
    if last > 1 and CLOCK_LINE.fullmatch(paragraphs[-1].text.strip()):
        return paragraphs[:-1], paragraphs[-1:]
    return paragraphs, ()


def is_silent(text: str) -> bool:
    """Whether a closing paragraph is nothing but the end mark and the hour."""
    return _is_end(text) or CLOCK_LINE.fullmatch(text.strip()) is not None


def _is_end(text: str) -> bool:
    """ "ENDS", "[END]", "END 1:31 P.M. EST"."""
    words = text.casefold().strip(" []()*_.#\t\n") or text.strip()
    if words in WORDS.ends:
        return True
    mark, _space, rest = words.partition(" ")
    return mark in WORDS.ends and CLOCK_LINE.fullmatch(rest.strip(" *_")) is not None
