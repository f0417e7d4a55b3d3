"""What stands after the last word: END, the hour, a contact."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from transcripts.text.parsing.candidates import CLOCK_LINE
from transcripts.text.parsing.heading_lines import is_heading_line
from transcripts.text.parsing.labels import Choice
from transcripts.text.reading import Paragraph
from transcripts.text.understanding.names import squeeze
from transcripts.text.words import WORDS

MOST_PARAGRAPHS = 12
MOST_OF_LIST = 40  # paragraphs
LONGEST = 400
MOST_ABOVE = 3  # lines of an address up to the one that says what it is
LONGEST_LINE = 200  # of the first line of what is printed below the last word
SENTENCE = re.compile(r"[.!?]$")
REACHED = re.compile(r"@|https?:|www\.|\+?\d[\d -]{6,}")  # an address or a telephone
ABOUT_TEXT = (
    "transcript",
    "transcribed",
    "transcription",
    "this transcript",
    "fastscripts",
    "additional copyright",
    "©",
)
BELOW = tuple(WORDS.closings)


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


def split_below(paragraphs: Sequence[Paragraph], choice: Choice) -> int:
    """The index of the first paragraph below the last word, the number of paragraphs where there is none.

    It says so itself, and nobody who speaks elsewhere speaks behind it.
    """
    counts = Counter(squeeze(found.label) for found in choice.accepted.values())
    recurring = [index for (index, _line), found in choice.accepted.items() if counts[squeeze(found.label)] > 1]
    first = last = len(paragraphs)
    for index in range(last - 1, max(recurring, default=last), -1):
        if len(paragraphs[index].text) > LONGEST or last - index > MOST_PARAGRAPHS:
            break
        first = index if _is_below(paragraphs[index].text) else first
    return min(first, _list_below(paragraphs))


def _list_below(paragraphs: Sequence[Paragraph]) -> int:
    """The index of "Call participants:" and the like, where nothing but a list follows, also of who spoke."""
    first = last = len(paragraphs)
    for index in range(last - 1, max(0, last - MOST_OF_LIST), -1):
        if not all(map(is_heading_line, paragraphs[index].text.split("\n"))):
            break
        first = index if _is_below(paragraphs[index].text) else first
    return first


def _is_below(text: str) -> bool:
    """Whether a paragraph begins what is printed below the last word: "See also", "Media contact: …"."""
    lines = text.casefold().split("\n")
    return len(text) <= LONGEST and any(map(_is_line_below, lines[:MOST_ABOVE]))


def _is_line_below(line: str) -> bool:
    printed = line.strip(" []()*_#\t")
    found = next((words for words in BELOW if printed.startswith(words)), "")
    behind = printed[len(found) : len(found) + 1]
    if SENTENCE.search(printed) and not (printed.startswith(ABOUT_TEXT) or REACHED.search(printed)):
        return False  # "For more information, look at our page." is said as well
    return bool(found) and len(printed) <= LONGEST_LINE and not (found[-1].isalpha() and behind.isalpha())


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
