"""No text makes the parser slow: what is repeated four times as often takes about four times as long.

Every regular expression of the parser meets, repeated without end, what it looks for and what it nearly finds.
"""

import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transcripts.text.parsing import parse_source
from transcripts.text.transcript import UnreadableSource

LENGTH, TIMES = 8_000, 4  # characters
# Quadratic time is sixteen times as long, linear time four times; the rest is what else the machine does.
LONGEST, TOLERANCE = 10, 0.3  # times, seconds

SPACES = [" ", "\t", "\u00a0", "\n", " \n", "\f", "\r", "\u200b", "\u2060", "\u2028"]
SIGNS = [
    ".",
    ". ",
    ":",
    ": ",
    ";",
    ",",
    "(",
    "[",
    "()",
    "[](",
    "-",
    "- ",
    " —",
    "–",
    "*",
    "**",
    "__",
    '"',
    "“",
    "’",
    "#",
]
FIGURES = ["1", "1 ", "1:", "1:02 ", "[1:02] ", "12/12/", "1-1-", "1.1.", "1 May ", "May 1, ", "٠", "1 May 2020\n\n"]
WORDS = [
    "A",
    "A ",
    "a\n",
    "A. ",
    "Aa ",
    "Aa, ",
    "A-",
    "A’",
    "de ",
    "of ",
    "The ",
    "Aa of ",
    "É ",
    "中",
    "А ",
    "Minister ",
]
LABELS = [
    "Q ",
    "Q  ",
    "Q: ",
    "Q:\n",
    "MR. ",
    "MR. A ",
    "A: b\n",
    "A: b\n\n",
    "A\n\n",
    "中：",
    "Aa (Aa) ",
    "Aa (",
    "[Aa] A",
    "A\t",
    "Aa. – ",
    "【A】",
    "@question ",
]
PHRASES = [
    "I'm A ",
    "I am Aa Aa ",
    "go ahead ",
    "over to Aa ",
    "Over to Aa Aa of Aa Aa ",
    "Aa Aa from Aa ",
    "by Aa Aa ",
]
FRAMES = [
    "http://",
    "END ",
    "END\n",
    "---\n",
    "(Laughter.) ",
    "(a)\n\n",
    "Date: 1 May 2020\n",
    "Title: ",
    "<b>",
    '{"a":',
]
PIECES = [*SPACES, *SIGNS, *FIGURES, *WORDS, *LABELS, *PHRASES, *FRAMES]

# Where the piece stands: alone, in a question, in a title, where a name is looked for, where the floor is given.
PLACES = {
    "alone": "x{}x",
    "in a question": "Briefing\n\nMR. ALM: So.\n\nQ: {}\n\nMR. ALM: No.\n\nQ: And?\n\nMR. ALM: Yes.\n",
    "in a title": "Press conference by Minister {}\n3 March 2011\n\nAda Brill: So.\n\nQ: And?\n\nAda Brill: No.\n",
    "behind “I'm”": "Briefing\n\nQ: I'm {}\n\nA: No.\n\nQ: Is it?",
    "behind “over to”": "Briefing\n\nMR. ALM: Over to {}\n\nQ: So?\n\nMR. ALM: No.",
}


def _seconds(source):
    began = time.process_time()
    with suppress(UnreadableSource):
        parse_source(source.encode())
    return time.process_time() - began


def _grows_too_fast(place, unit):
    """Whether the time grows faster than the text; measured again before it is believed."""
    few, many = (PLACES[place].replace("{}", unit * (length // len(unit))) for length in (LENGTH, LENGTH * TIMES))
    return all(_seconds(many) > _seconds(few) * LONGEST + TOLERANCE for _attempt in range(3))


@pytest.mark.parametrize("place", PLACES)
def test_a_piece_repeated_without_end_takes_linear_time(place):
    assert [piece for piece in PIECES if _grows_too_fast(place, piece)] == []


@given(st.sampled_from(list(PLACES)), st.lists(st.sampled_from(PIECES), min_size=2, max_size=5).map("".join))
@settings(max_examples=30, deadline=None)
def test_any_mixture_of_pieces_takes_linear_time(place, unit):
    assert not _grows_too_fast(place, unit)


@given(st.sampled_from(list(PLACES)), st.text(min_size=1, max_size=12))
@settings(max_examples=30, deadline=None)
def test_any_characters_repeated_take_linear_time(place, unit):
    assert not _grows_too_fast(place, unit)


@pytest.mark.parametrize(
    "unit", ["Aa{} Bo: So.\n\n", "A{} Minister Bo{}: So.\n\n", "{} May 2020\n\n", "(a{})\n\n", "Q{}: So?\n\n"]
)
def test_thousands_of_different_lines_take_linear_time(unit):
    few, many = ("".join(unit.replace("{}", _letters(n)) for n in range(count)) for count in (1000, 4000))
    assert not all(_seconds(many) > _seconds(few) * LONGEST + TOLERANCE for _attempt in range(3))


def _letters(number):
    return "".join(chr(ord("a") + int(figure)) for figure in str(number))
