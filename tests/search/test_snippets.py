"""The passage that a hit shows."""

import html
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcripts.search.query import parse_query
from transcripts.search.snippets import highlighted, snippet


def typed(text):
    return parse_query({"q": [text]})


@pytest.mark.parametrize(
    ("typed_text", "text", "marked"),
    [
        ("ferry", "The ferries sail.", "The <mark>ferries</mark> sail."),
        ("FERRIES", "A ferry sails.", "A <mark>ferry</mark> sails."),
        ('"dig deeper"', "To dig deeper, dig.", "To <mark>dig deeper</mark>, dig."),
        ('"long term"', "A long-term plan.", "A <mark>long-term</mark> plan."),
        ("prom*", "A promise.", "A <mark>promise</mark>."),
        ("cafe", "Un café.", "Un <mark>café</mark>."),
        ("ukraine", "Ukraine’s choice.", "<mark>Ukraine</mark>’s choice."),
        ("a -b", "a b", "<mark>a</mark> b"),
        ("amp", "Ships & amps.", "Ships &amp; <mark>amps</mark>."),
        ("amp", "Ships & sails.", "Ships &amp; sails."),
        ("b", "<b>bold</b>", "&lt;<mark>b</mark>&gt;bold&lt;/<mark>b</mark>&gt;"),
        ("script", "<script>x</script>", "&lt;<mark>script</mark>&gt;x&lt;/<mark>script</mark>&gt;"),
        ("text AND words", "No such thing.", "No such thing."),
        ('"a b" OR "b c"', "a b c", "<mark>a b c</mark>"),
        ("", "All of it.", "All of it."),
    ],
)
def test_what_was_searched_for_is_marked(typed_text, text, marked):
    assert snippet(text, typed(typed_text)) == marked


FILLER = "Nothing of the kind was said in this sentence here. "


def test_a_long_text_is_shown_around_the_match_from_a_sentence_on():
    text = FILLER * 20 + "The ferry is late. " + FILLER * 20
    shown = snippet(text, typed("ferry"))
    assert shown.startswith("…")
    assert shown.endswith("here. …")
    assert "<mark>ferry</mark>" in shown
    assert re.match(r"… (Nothing|The) ", shown)
    assert 150 < len(shown) < 340


def test_the_passage_with_most_of_the_query_is_chosen():
    text = "A ferry. " + FILLER * 20 + "A ferry over the bridge. " + FILLER * 20
    assert "<mark>bridge</mark>" in snippet(text, typed("ferry bridge"))


def test_without_a_match_the_beginning_is_shown():
    shown = snippet(FILLER * 20, typed("ferry"))
    assert shown.startswith("Nothing of the kind")
    assert shown.endswith("…")


WORDS = st.lists(
    st.sampled_from(["ferry", "ferries", "&", "<b>", "it's", "“dig", "deeper”", "a.", "\n\n", "U.S.", "é"])
)


@given(WORDS, st.sampled_from(["ferry", '"dig deeper"', "fer*", "b OR a", "amp lt gt quot"]))
def test_a_snippet_without_its_marks_is_a_piece_of_the_text(words, query):
    text = " ".join(words * 5)
    shown = snippet(text, typed(query))
    bare = html.unescape(re.sub("</?mark>", "", shown)).strip("…")
    assert bare.strip() in text
    assert not re.search(r"<(?!/?mark>)", shown)


@given(WORDS)
def test_a_whole_text_is_kept_to_the_letter_when_marked(words):
    text = " ".join(words)
    assert html.unescape(re.sub("</?mark>", "", highlighted(text, typed("ferry a b")))) == text


def test_a_long_text_full_of_matches_takes_time_in_proportion_to_its_length():
    started = time.perf_counter()
    snippet("ferry " * 50_000, typed("ferry"))
    assert time.perf_counter() - started < 5
