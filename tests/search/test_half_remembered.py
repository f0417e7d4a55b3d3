"""A sentence that is only half remembered comes first all the same."""

import pytest
from small_archive import say, search, texts

from transcripts.search.relaxing import MOSTLY

pytestmark = pytest.mark.django_db

SAID = "We will not leave the harbour until the last ferry has been repaired."
SCATTERED = "The ferry will leave. Not the harbour, we said. Until the very last day it has been so, repaired or no."
OTHERS = [f"The ferry number {number} will leave the harbour on time, and we will not." for number in range(30)]


@pytest.fixture
def archive():
    return say(SAID, SCATTERED, *OTHERS)


@pytest.mark.parametrize(
    "typed",
    [
        "not leave the harbour until the",
        "last ferry has been repaired",
        "not leave the harbour before the last ferry",
        "leave harbour until last ferry",
        "leave the harbur until the last fery",
        "until the ferry last has been repaired",
        "We will never leave the harbour until the last ferry was repaired!",
    ],
)
def test_it_comes_first(archive, typed):
    assert texts(search(typed))[0] == SAID


def test_words_in_their_order_are_better_than_the_same_words_in_another(archive):
    say("Of the people, by the people, for the people.", "People of the by. The for people, the people.")
    assert texts(search("of people by the people"))[0].startswith("Of the people")


def test_a_sentence_that_lacks_a_word_is_nearer_than_one_with_all_of_them_in_no_order(archive):
    said = "And that is what we have to do."
    say(said, *[f"Do have what it was? To {number} is that." for number in range(20)])
    page = search("that is it what have to do")
    assert (texts(page)[0], MOSTLY in page.query.notes) == (said, True)
    assert search("that is it what have to do", strict="1").total == 20


def test_words_close_together_are_better_than_words_apart(archive):
    say("Ferry. It is long, it is wide, and nobody likes it, not even once. Ferry, ferry, ferry. Repaired.")
    assert texts(search("ferry repaired"))[0] != SAID  # "ferry has been repaired" is not as near as "Ferry. Repaired."


def test_that_most_words_were_enough_is_said(archive):
    assert MOSTLY in search("not leave the harbour before the last ferry").query.notes
    assert MOSTLY not in search("leave the harbour until the last ferry").query.notes


def test_whoever_wants_all_words_gets_them(archive):
    page = search("not leave the harbour before the last ferry", strict="1")
    assert (page.total, page.query.notes) == (0, ())


def test_three_words_are_never_made_fewer(archive):
    assert search("harbour ferry zebra").total == 0


def test_filters_and_exclusions_hold_all_the_same(archive):
    assert search("not leave the harbour before the last ferry -repaired").hits
    assert SAID not in texts(search("not leave the harbour before the last ferry -repaired"))
    assert search("not leave the harbour before the last ferry in:question").total == 0


def test_subjects_that_stand_apart_stay_all_of_them():
    say(
        *[
            f"Tunnels and viaducts. {'Then silence fell once more. ' * 9} Barriers, at last; and harbours {n}."
            for n in range(12)
        ]
    )
    page = search("tunnels viaducts barriers harbours")
    assert (page.total, page.query.notes) == (12, ())


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("harbuor", "harbour"),
        ("the harbuor ferri", "the harbour ferry"),
        ('"last fery"', '"last ferry"'),
        ("lastferry", "last ferry"),
        ("-zzz Harbuor,", "-zzz harbour,"),
    ],
)
def test_what_may_have_been_meant_is_of_the_indexs_own_words(archive, typed, meant):
    assert search(typed).suggestions == (meant,)


@pytest.mark.parametrize("typed", ["harbour", "qqqqqq", "", "xy", "in:question"])
def test_what_is_spelt_well_or_like_nothing_is_left_as_it_is(archive, typed):
    assert search(typed).suggestions == ()
