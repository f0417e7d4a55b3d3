"""Did they really say that? Verbatim, nearly so, or not in what was searched."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_archive import add_event, add_turn, mark_stale, say

from transcripts.search import indexing
from transcripts.search.quotes import Difference, Verdict, check
from transcripts.search.quotes.passages import INTERRUPTION

pytestmark = pytest.mark.django_db

FERRY = (
    "We ordered the ferry in May. It’s not late – the timetable was early, and everybody knew it.\n\n"
    "As I said, “in due course” is a promise [inaudible] and not a date."
)
BRIDGE = "The bridge at Ossen carries nine thousand cars a day, and it was built for three."
MONEY = "Nobody in this room has asked what the money is for."


@pytest.fixture(autouse=True)
def archive():
    return say(FERRY, BRIDGE, MONEY, "Thank you.", "It is late, and we know it.", on="2024-04-04")


def answer(text):
    (only,) = check(text).answers
    return only


def said(text):
    return answer(text).places[0].match.said


@pytest.mark.parametrize(
    "quote",
    [
        "the timetable was early, and everybody knew it",
        "THE TIMETABLE WAS EARLY AND EVERYBODY KNEW IT!",
        "“It's not late - the timetable was early”",
        "everybody knew it. As I said, in due course",
        'As I said, "in due course" is a promise',
        "is a promise and not a date",
        "We ordered the ferry … the timetable was early",
        "We ordered the ferry [...] the timetable was early",
        "[They] ordered the ferry in May",
        "[E]verybody knew it",
        "Ossen carries nine thousand cars",
    ],
)
def test_words_that_were_said_are_verbatim_however_they_are_printed(quote):
    assert answer(quote).verdict is Verdict.VERBATIM


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("the bridge at Ossen carries ten thousand cars a day", "The bridge at Ossen carries nine thousand cars a day"),
        ("bridge Ossen carries nine thousand cars", "bridge at Ossen carries nine thousand cars"),
        ("nobody in this room asked what the money is for", "Nobody in this room has asked what the money is for"),
        ("nobody in tihs room has asekd what the money is for", "Nobody in this room has asked what the money is for"),
        ("what is the money for", "what the money is for"),
        ("nine thousand cars carries Ossen a day", "Ossen carries nine thousand cars a day"),
    ],
)
def test_words_that_are_remembered_nearly_are_found_and_not_called_verbatim(quote, words):
    found = answer(quote)
    assert found.verdict is Verdict.NEAR
    assert found.places[0].match.said == words


def test_what_was_never_said_is_not_found_and_the_nearest_is_shown():
    found = answer("the bridge will be closed for repairs until winter")
    assert found.verdict is Verdict.NOT_FOUND
    assert found.places[0].turn.text == BRIDGE
    assert found.places[0].match.score < 0.6


def test_half_a_sentence_and_words_of_the_next_are_not_the_quote():
    say("I have never seen anything like it. The ferry is late.")
    assert answer("I have never seen the sea").verdict is Verdict.NOT_FOUND


def test_words_that_everybody_says_do_not_make_a_quote():
    assert answer("it is and we the a and it not is").verdict is Verdict.NOT_FOUND


def test_not_found_says_what_was_searched():
    searched = check("quagga zebra").searched
    assert (searched.turns, str(searched.first), str(searched.last)) == (5, "2024-04-04", "2024-04-04")


def test_what_readers_may_not_see_is_not_found():
    event = add_event(state="draft")
    add_turn(event, "The secret harbour plan is in the lower drawer.")
    mark_stale(event)
    indexing.drain()
    assert answer("the secret harbour plan is in the lower drawer").verdict is Verdict.NOT_FOUND


def test_the_differences_are_marked_word_by_word():
    match = answer("the bridge in Ossen carries ten thousand cars").places[0].match
    changed = [
        (each.difference, each.text.strip()) for each in match.stretches if each.difference is not Difference.SAME
    ]
    assert changed == [
        (Difference.NOT_SAID, "in"),
        (Difference.NOT_QUOTED, "at"),
        (Difference.NOT_SAID, "ten"),
        (Difference.NOT_QUOTED, "nine"),
    ]


@pytest.mark.parametrize("quote", ["the new bridge at Ossen", "bridge of Osen carries cars", "at Ossen carries it all"])
def test_what_was_said_stands_to_the_letter_among_the_differences(quote):
    match = answer(quote).places[0].match
    assert "".join(each.text for each in match.stretches if each.difference is not Difference.NOT_SAID) == match.said


def test_a_word_that_was_not_said_stands_apart_from_its_neighbours():
    match = answer("The old bridge at Ossen carries cars every day of the week").places[0].match
    assert "".join(each.text for each in match.stretches).startswith("The old bridge at Ossen")


def test_what_the_quote_leaves_out_is_shown_and_does_not_count():
    match = answer("We ordered the ferry … the timetable was early").places[0].match
    assert [each.text for each in match.stretches if each.difference is Difference.OMITTED] == ["in May. It’s not late"]


def test_the_sentence_around_the_words_is_shown():
    match = answer("ordered the ferry").places[0].match
    assert (match.before, match.said, match.after) == ("We ", "ordered the ferry", " in May.")


def interrupted(others):
    """A sentence that others' turns cut in two."""
    event = add_event(on="2024-05-05")
    add_turn(event, "What I want to say is that the harbour", by="Ada Quill", kind="statement")
    for _number in range(others):
        add_turn(event, "Louder, please!", by="Ben Roe", kind="statement")
    add_turn(event, "belongs to those who work in it.", by="Ada Quill", kind="statement")
    mark_stale(event)
    indexing.drain()


def test_a_quote_may_span_an_interruption_of_its_speaker():
    interrupted(1)
    found = answer("I want to say is that the harbour belongs to those who work in it")
    assert found.verdict is Verdict.VERBATIM
    assert [turn.text for turn, _start, _end in found.places[0].parts] == [
        "What I want to say is that the harbour",
        "belongs to those who work in it.",
    ]


def test_after_many_turns_of_others_a_speaker_begins_anew():
    interrupted(INTERRUPTION)
    assert answer("I want to say is that the harbour belongs to those who work in it").verdict is not Verdict.VERBATIM


def test_an_answer_stands_under_its_question():
    event = add_event(on="2024-06-06")
    question = add_turn(event, "Is the breakwater done?", kind="question", exchange=1)
    add_turn(event, "The breakwater stands since Tuesday morning.", exchange=1)
    mark_stale(event)
    indexing.drain()
    assert answer("the breakwater stands since Tuesday").places[0].question == question


def test_what_was_said_often_is_counted_and_the_oldest_comes_first():
    for year in (2021, 2019, 2020):
        say("I have nothing to add to that, as you know.", on=f"{year}-01-01")
    found = answer("I have nothing to add to that")
    assert found.times == 3
    assert [place.turn.event.date.year for place in found.places] == [2019, 2020, 2021]


def test_each_quote_of_a_paste_has_its_own_answer():
    answers = check("“We ordered the ferry in May”, she said, and “nobody wants to pay for the ferry at all”").answers
    assert [each.verdict for each in answers] == [Verdict.VERBATIM, Verdict.NOT_FOUND]


def test_paragraphs_that_stand_together_are_one_quote_and_others_are_several():
    together = check("the timetable was early, and everybody knew it.\n\nAs I said, in due course is a promise")
    assert [each.verdict for each in together.answers] == [Verdict.VERBATIM]
    apart = check("the timetable was early, and everybody knew it.\n\nNobody in this room has asked")
    assert [each.verdict for each in apart.answers] == [Verdict.VERBATIM, Verdict.VERBATIM]


def test_a_long_quote_is_found_in_a_turn_that_is_a_book():
    book = " ".join(f"chapter {number} of the harbour book tells it again" for number in range(8_000))
    say(book)
    quote = " ".join(book.split()[-300:])
    started = time.process_time()
    assert answer(quote).verdict is Verdict.VERBATIM
    assert answer(quote.replace("harbour", "ferry", 1)).verdict is Verdict.NEAR
    assert time.process_time() - started < 10


def test_nothing_is_asked_of_the_index_for_nothing():
    assert check("").answers == ()


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 80), st.integers(2, 120))
def test_any_stretch_of_a_turn_is_verbatim(start, length):
    stretch = FERRY.replace("[inaudible] ", "")[start : start + length].split(" ")[1:-1]
    if sum(any(map(str.isalnum, word)) for word in stretch) > 1 and not {"“in", "course”"} & set(stretch):
        assert answer(" ".join(stretch)).verdict is Verdict.VERBATIM
