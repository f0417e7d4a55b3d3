"""What a reader pastes is read as one quote or several, whatever a paper has put into it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcripts.search.quotes.pasted import (
    LONGEST,
    MOST_QUOTES,
    MOST_WORDS,
    NO_WORDS,
    TOO_LONG,
    TOO_MANY,
    TOO_WORDY,
    read,
)


def words(text):
    """The words of each quote."""
    return [" ".join(word.folded for word in quote.words) for quote in read(text).quotations]


def test_words_without_marks_are_one_quote():
    assert words("We will dig deeper\nnext year") == ["we will dig deeper next year"]


@pytest.mark.parametrize(
    "text",
    [
        "“We will not stop,” said the minister. “We will go on and on.”",
        '"We will not stop," said the minister. "We will go on and on."',
        "„We will not stop“, said the minister, „We will go on and on.“",
        "«We will not stop», said the minister. « We will go on and on. »",
        "»We will not stop«, said the minister. »We will go on and on.«",
        "‘We will not stop,’ said the minister. ‘We will go on and on.’",
        "- We will not stop\n- We will go on and on",
        "1. We will not stop\n2. We will go on and on",
        "We will not stop\n\nWe will go on and on",
    ],
)
def test_several_quotes_are_checked_each_by_itself(text):
    assert words(text) == ["we will not stop", "we will go on and on"]


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("“The so-called 'dig deeper' plan”", "the so called dig deeper plan"),
        ('“The so-called "dig deeper" plan”', "the so called dig deeper plan"),
        ("‘They don’t stop, and it’s late’", "they don t stop and it s late"),
        ("“The first paragraph.\n\n“And the second one.”", "the first paragraph and the second one"),
        ('"The first paragraph.\n\n"And the second one."', "the first paragraph and the second one"),
        ("He calls it “ours”, and it is a plan", "he calls it ours and it is a plan"),
        ("“It is not closed", "it is not closed"),
    ],
)
def test_marks_within_a_quote_do_not_part_it(text, read_as):
    assert words(text) == [read_as]


def test_paragraphs_may_be_one_quote_together():
    whole = read("The first paragraph.\n\nThe second one.").wholly
    assert [word.folded for word in whole.words] == ["the", "first", "paragraph", "the", "second", "one"]


@pytest.mark.parametrize("left_out", ["…", "...", "[…]", "[...]", "(...)", ". . .", "[ … ]"])
def test_what_a_quote_leaves_out_is_an_open_place(left_out):
    (quote,) = read(f"We will {left_out} dig deeper").quotations
    assert [word.folded for word in quote.words] == ["we", "will", "dig", "deeper"]
    assert quote.open_places == {2}


def test_what_a_transcript_notes_was_not_said_either():
    (quote,) = read("We ordered (laughter) the ferry [inaudible] in May").quotations
    assert [word.folded for word in quote.words] == ["we", "ordered", "the", "ferry", "in", "may"]
    assert not quote.open_places


def test_what_is_put_in_brackets_was_not_said():
    (quote,) = read("We told [the President] that [sic] it is late").quotations
    assert [word.folded for word in quote.words] == ["we", "told", "that", "it", "is", "late"]
    assert quote.open_places == {2, 3}
    assert quote.inserted == 2


@pytest.mark.parametrize(
    ("altered", "word"), [("[T]he", "the"), ("promise[d]", "promised"), ("un[think]able", "unthinkable")]
)
def test_a_letter_in_brackets_belongs_to_its_word(altered, word):
    assert words(f"and {altered} end") == [f"and {word} end"]


def test_a_paste_is_bounded_and_says_so():
    assert read("word " * LONGEST).notes == (TOO_LONG, TOO_WORDY)
    many = read("“one quote here” " * (MOST_QUOTES + 1))
    assert (len(many.quotations), many.notes) == (MOST_QUOTES, (TOO_MANY,))
    assert len(read("a " * (MOST_WORDS + 1)).quotations[0].words) == MOST_WORDS


@pytest.mark.parametrize("text", ["“”", "…", "?!", "[only brackets]"])
def test_without_words_it_asks_for_some(text):
    assert (read(text).quotations, read(text).notes) == ((), (NO_WORDS,))


@given(st.text(alphabet=st.sampled_from("ab \n“”\"'‘’«»„[](){}….-*1\0"), max_size=120))
def test_anything_can_be_pasted(text):
    for quote in read(text).quotations:
        assert all(quote.text[word.start : word.end] for word in quote.words)


@pytest.mark.parametrize("piece", ["[", "“", '"', "‘a", "…[", "a[b]", "- ", '\n"', "“a\n“a"])
def test_no_paste_takes_long(piece):
    started = time.process_time()
    read(piece * LONGEST)
    assert time.process_time() - started < 1
