"""A quote is found where it was said, as it is remembered or as a paper printed it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcripts.text.quoting import Quote, find, find_quote

TEXT = (
    "We ordered the ferry in May. It’s not late – the timetable was early.\n\n"
    "As I said, “in due course” is a promise [inaudible] and not a date."
)


def said(quote, text=TEXT):
    found = find(quote, text)
    return found and text[found.start : found.end]


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("the timetable was early", "the timetable was early"),
        ("The TIMETABLE was early.", "the timetable was early"),
        ("It's not late - the timetable", "It’s not late – the timetable"),
        ('"in due course" is a promise', "in due course” is a promise"),
        ("timetable was early. As I said", "timetable was early.\n\nAs I said"),
        ("  ordered   the ferry ", "ordered the ferry"),
        ("is a promise and not a date", "is a promise [inaudible] and not a date"),
    ],
)
def test_quotation_marks_dashes_case_and_spaces_make_no_difference(quote, words):
    assert said(quote) == words
    assert find(quote, TEXT).exact


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("We ordered that ferry in May", "We ordered the ferry in May"),
        ("the timetable is early", "the timetable was early"),
    ],
)
def test_the_nearest_words_are_found_and_not_called_exact(quote, words):
    assert words in said(quote) or said(quote) in words
    assert not find(quote, TEXT).exact


@pytest.mark.parametrize("quote", ["", "  ", "“”", "...", "The barley harvest was excellent this year, thank you."])
def test_what_was_not_said_is_not_found(quote):
    assert find(quote, TEXT) is None


@given(st.text(max_size=80), st.text(max_size=200))
def test_what_is_found_lies_in_the_text(quote, text):
    found = find(quote, text)
    assert found is None or 0 <= found.start < found.end <= len(text)


@given(st.text(alphabet=st.characters(categories=["L", "N"]), min_size=1, max_size=40), st.text(max_size=60))
def test_words_that_stand_in_a_text_are_found_exactly(words, before):
    found = find(words, f"{before} {words} and more")
    assert found is not None
    assert found.exact


def test_a_long_quote_in_a_long_text_takes_no_long_time():
    assert find("mostly harmless " * 500, "quite harmful and " * 3_000) is None


def places(where, **quote):
    found = find_quote(Quote(**quote), where)
    return found and (found.start, found.end, found.exact)


def test_punctuation_at_the_ends_belongs_to_a_quote_that_has_it_to_the_letter():
    assert said("It’s not late – the timetable was early.") == "It’s not late – the timetable was early."


TWICE = "The ferry is late. I say: the ferry is late, and the ferry is old."


@pytest.mark.parametrize(
    ("prefix", "suffix", "start"),
    [("", "", 4), ("I say: the ", "", 30), ("", " is old", 53), ("and the", "", 53), ("nothing like it", "neither", 4)],
)
def test_of_several_places_the_words_around_tell_which(prefix, suffix, start):
    assert places(TWICE, text="ferry", prefix=prefix, suffix=suffix) == (start, start + 5, True)


def test_the_words_around_are_compared_as_loosely_as_the_quote():
    assert places(TWICE, text="FERRY", prefix="i  SAY: The ", suffix="")[0] == 30


def test_a_long_quote_is_told_by_its_first_and_last_words():
    start, end, exact = places(TEXT, text="We ordered", until="[inaudible] and not")
    assert TEXT[start:end].startswith("We ordered the ferry")
    assert TEXT[start:end].endswith("is a promise [inaudible] and not")
    assert exact


def test_a_long_quote_whose_end_is_missing_is_not_called_exact():
    assert places(TEXT, text="We ordered", until="The barley harvest was excellent") == (0, 10, False)


@given(st.text(min_size=1, max_size=40), st.integers(0, 39), st.integers(1, 40), st.text(max_size=10))
def test_any_stretch_of_words_is_found_where_it_was_taken(part, start, length, between):
    text = f"{part}{between}{part}"
    end = min(start + length, len(text))
    quote = text[start:end].strip()
    if not any(character.isalnum() for character in quote):
        return
    start = text.index(quote, start)
    found = find_quote(Quote(quote, prefix=text[:start], suffix=text[start + len(quote) :]), text)
    assert text[found.start : found.end] == quote
    assert found.exact


def test_a_quote_of_one_letter_in_a_long_text_takes_no_long_time():
    found = find_quote(Quote("a", prefix="x" * 64, suffix="y" * 64), "a " * 100_000)
    assert found.start == 0
