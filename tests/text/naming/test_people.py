"""Whether two printed names are one person's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcripts.text.naming import Reason, compare_people, is_surname, person_clues


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Anselm J. Roke", "Anselm Roke", Reason.MIDDLE_INITIAL),
        ("Dr. Anselm Roke", "ANSELM J. ROKE", Reason.MIDDLE_INITIAL),
        ("Senator Ada Holm", "Ada Holm", Reason.TITLE),
        ("Frau Dr. Ada Holm", "Ms Ada Holm", Reason.TITLE),
        ("Bjørn Łuk", "Bjorn Luk", Reason.ACCENTS),
    ],
)
def test_a_title_a_middle_initial_or_a_letter_with_a_stroke_leaves_it_sure(one, other, reason):
    found = compare_people(one, other)
    assert found.sure
    assert found.reason == reason


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Askell", "Tobin Askell", Reason.SURNAME),
        ("Minister Askell", "Tobin Askell", Reason.SURNAME),
        ("Mr Askell", "Ms Askell", Reason.SURNAME),
        ("von der Leyen", "Ursula von der Leyen", Reason.SURNAME),
        ("J. Stoltenberg", "Jens Stoltenberg", Reason.INITIALS),
        ("Anselm James Roke", "Anselm J. Roke", Reason.MIDDLE_NAME),
        ("Orbán Viktor", "Viktor Orban", Reason.ORDER),
        ("Jens Stoltenbreg", "Jens Stoltenberg", Reason.SPELLING),
        ("Ilsa Varow", "Ilse Varrow", Reason.SPELLING),
        ("Mr Tobin Askell", "Mr Tobin Askell", Reason.NAMESAKE),
    ],
)
def test_what_is_likely_is_not_sure(one, other, reason):
    found = compare_people(one, other)
    assert found.reason == reason
    assert not found.sure
    assert 0.65 < found.score < 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ada Holm", "Bo Holm"), ("J. Roke", "K. Roke"), ("Ada Holm", "Ada Lind"), ("Tobin", "Tobin Askell"), ("", "Ada")],
)
def test_who_shares_only_one_of_two_names_is_not_even_likely(one, other):
    assert compare_people(one, other) is None


def test_another_middle_initial_speaks_against_it():
    found = compare_people("Anselm J. Roke", "Anselm K. Roke")
    assert found.score == 0
    assert not found.sure


def test_a_name_that_is_a_title_as_well_stays():
    assert compare_people("Judge King", "King").reason == Reason.SURNAME
    assert compare_people("Dean Martin", "Martin").reason == Reason.SURNAME


def test_one_word_is_a_surname_but_in_scripts_that_write_the_whole_name_as_one():
    assert is_surname("Askell")
    assert is_surname("Minister Askell")
    assert is_surname("Столтенберг")
    assert not is_surname("Tobin Askell")
    assert not is_surname("岸田文雄")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anselm J. Roke", "Dr Anselm Roke"),
        ("Askell", "Tobin Askell"),
        ("J. Stoltenberg", "Jens Stoltenburg"),
        ("Viktor Orbán", "Orban Viktor"),
        ("Tobin Askil", "Tobin Askell"),
        ("Tobin Asker", "Tobin Askel"),
        ("Jens Stoltenbreg", "Jens Stoltenberg"),
    ],
)
def test_names_of_one_person_share_a_clue(one, other):
    assert person_clues(one) & person_clues(other)


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_texts_are_compared_and_the_order_makes_no_difference(one, other):
    assert compare_people(one, other) == compare_people(other, one)
    assert all(clue and len(clue) <= 100 for clue in person_clues(one))


words = st.sampled_from(["Ada", "Adah", "A.", "B.", "Holm", "Holme", "Lind", "Dr", "Minister", "von"])


@given(st.lists(words, min_size=1, max_size=4).map(" ".join), st.lists(words, min_size=1, max_size=4).map(" ".join))
def test_whatever_is_sure_can_be_found_by_a_clue(one, other):
    found = compare_people(one, other)
    if found and found.sure:
        assert person_clues(one) & person_clues(other)
