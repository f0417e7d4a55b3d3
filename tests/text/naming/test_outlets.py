"""Whether two printed names are one outlet's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcripts.text.naming import Reason, compare_outlets, outlet_clues


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("National News Agency of Ukraine, Ukrinform", "Ukrinform", Reason.PART),
        ("Agence France-Presse (AFP)", "AFP", Reason.PART),
        ("Agence France-Presse (AFP)", "Agence France-Presse", Reason.PART),
        ("Agence France-Presse", "AFP", Reason.ABBREVIATION),
        ("British Broadcasting Corporation", "BBC", Reason.ABBREVIATION),
        ("Reuters News", "Reuters", Reason.PART),
        ("Euracitv", "Euractiv", Reason.SPELLING),
        ("Euro News", "Euronews", Reason.SPELLING),
        ("Lantern Wires", "The Lantern Wire", Reason.SPELLING),
    ],
)
def test_an_abbreviation_a_part_or_a_misprint_is_likely_and_can_be_found(one, other, reason):
    found = compare_outlets(one, other)
    assert found.reason == reason
    assert not found.sure
    assert outlet_clues(one) & outlet_clues(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Vellmark Radio", "Vellmark Post"),
        ("Reuters, London", "AP, London"),
        ("National Post", "National News"),
        ("Channel 4 News", "Channel 5 News"),
        ("AFP", "AP"),
        ("Times", "Times of India"),
    ],
)
def test_outlets_that_share_words_are_not_even_likely(one, other):
    assert compare_outlets(one, other) is None


def test_a_letter_with_a_stroke_leaves_it_sure():
    assert compare_outlets("Głos", "Glos").sure


def test_the_same_name_is_a_namesake_and_an_editor_decides():
    assert compare_outlets("The Globe", "GLOBE").reason == Reason.NAMESAKE


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_texts_are_compared_and_the_order_makes_no_difference(one, other):
    assert compare_outlets(one, other) == compare_outlets(other, one)
    assert all(clue and len(clue) <= 100 for clue in outlet_clues(one))
