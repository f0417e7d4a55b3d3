"""A correction pairs each turn with the turn that it continues, and with no other."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcripts.text.aligning import align
from transcripts.text.transcript import Turn, TurnKind

WORDS = ("barrier", "ferry", "grain", "harbour", "tariff", "lantern", "minister", "budget", "morning", "vessel")


def turn(text, label="Ada Quill", public_id=""):
    return Turn(kind=TurnKind.ANSWER, label=label, paragraphs=(text,), id=public_id)


def speech(number, length=12):
    """Words that no other number has in this order."""
    return " ".join(WORDS[(number * 7 + step * (number % 5 + 1)) % len(WORDS)] + str(number) for step in range(length))


def transcript(size):
    return [turn(speech(number), label=f"Speaker {number % 3}") for number in range(size)]


def test_an_unchanged_transcript_pairs_with_itself():
    turns = transcript(8)
    assert align(turns, turns).old_of == tuple(range(8))


def test_short_turns_that_recur_pair_in_order():
    turns = [turn("Thank you."), turn("Next."), turn("Thank you."), turn("Next."), turn("Thank you.")]
    assert align(turns, turns[2:]).old_of in {(2, 3, 4), (0, 1, 2)}
    assert align(turns, turns).old_of == (0, 1, 2, 3, 4)


def test_a_turn_with_other_words_is_new():
    old, new = transcript(3), transcript(3)
    new[1] = turn("Nothing of this was ever said before on that day or on any other.")
    alignment = align(old, new)
    assert alignment.old_of == (0, None, 2)
    assert alignment.removed == (1,)


def test_an_id_in_the_text_wins_over_all_likeness():
    old = [turn(speech(1), public_id="aaaaaaaa"), turn(speech(2), public_id="bbbbbbbb")]
    new = [turn("Rewritten from the first word to the last.", public_id="bbbbbbbb"), turn(speech(1))]
    assert align(old, new).old_of == (1, 0)


def test_a_renamed_speaker_keeps_the_turn():
    old = transcript(5)
    new = [replace(each, label="Dr Ada Quill", speaker="Ada Quill") for each in old]
    assert align(old, new).old_of == tuple(range(5))


def test_a_turn_whose_words_went_into_its_neighbour_is_merged():
    old = transcript(4)
    new = [old[0], replace(old[1], paragraphs=(*old[1].paragraphs, *old[2].paragraphs)), old[3]]
    alignment = align(old, new)
    standing = alignment.old_of[1]
    assert {standing, *alignment.merged} == {1, 2}
    assert set(alignment.merged.values()) == {1}
    assert alignment.removed == ()


@pytest.mark.parametrize(("old", "new"), [([], []), (transcript(3), []), ([], transcript(3))])
def test_nothing_pairs_with_nothing(old, new):
    assert align(old, new).old_of == (None,) * len(new)


@given(
    size=st.integers(1, 25),
    data=st.data(),
)
def test_turns_that_stay_keep_their_place_however_others_come_and_go(size, data):
    old = transcript(size)
    gone = data.draw(st.sets(st.integers(0, size - 1), max_size=size // 2))
    stay = [index for index in range(size) if index not in gone]
    new = [old[index] for index in stay]
    want: list[int | None] = list(stay)
    for _time in range(data.draw(st.integers(0, 4))):
        place = data.draw(st.integers(0, len(new)))
        # Letters that no other turn has: chance must not make it look like one that is gone.
        new.insert(place, turn("zy" * (20 + len(new)), label="Somebody new"))
        want.insert(place, None)
    assert list(align(old, new).old_of) == want


@given(st.lists(st.text(min_size=1, max_size=30), max_size=12), st.lists(st.text(min_size=1, max_size=30), max_size=12))
def test_no_old_turn_is_ever_paired_twice_or_lost(before, after):
    old, new = [turn(text) for text in before], [turn(text) for text in after]
    alignment = align(old, new)
    paired = [index for index in alignment.old_of if index is not None]
    assert len(alignment.old_of) == len(new)
    assert len(set(paired)) == len(paired)
    assert sorted([*paired, *alignment.removed, *alignment.merged]) == list(range(len(old)))


def test_a_part_of_a_sentence_said_twice_gets_the_id_of_neither():
    once = "Yes, just to underscore the last point that Dr. Nessa"
    again = f"{once} made about the barrier: it was tested for a week before anybody was told of it at all."
    old = [*transcript(2), turn(once), turn(again), *transcript(6)[4:]]
    new = [
        *old[:2],
        turn("Yes, only to to underscore the the last matter that Dr. Nessa"),
        turn("Yes, just to underscore the last point that Dr."),
        turn(again.removeprefix("Yes, just to underscore the last point that Dr. ")),
        *old[4:],
    ]
    assert align(old, new).old_of == (0, 1, None, None, 3, 4, 5)


def test_turns_of_two_speakers_in_nearly_the_same_words_keep_their_ids_when_they_change_places():
    asked = turn("If there was a plan for the harbour would you consider it?", label="Q")
    said = turn("If there was a plan for the harbour I would consider it.", label="PM")
    old = [*transcript(2), asked, said, *transcript(6)[4:]]
    new = [*old[:2], said, asked, *old[4:]]
    assert align(old, new).old_of == (0, 1, 3, 2, 4, 5)


def test_a_running_header_that_came_into_many_turns_makes_none_of_them_another():
    header = "Page 4 of 6 Office of the Harbour Master, Interview, Press Conference, Old Customs House"
    old = [turn(f"{speech(number)} {header} {speech(number + 20)}") for number in range(6)]
    rest = turn(f"{header} {speech(22)}")
    new = [*old[:1], rest, *old[3:]]
    assert align(old, new).old_of[1] in (2, None)
    assert align(old, [*old[3:], turn(f"{speech(40)} {header}")]).old_of == (3, 4, 5, None)


def test_a_short_turn_that_moved_with_a_word_more_is_not_the_one_that_stood_there():
    here, there = turn("That is not true.", label="Bo Ek"), turn("That is simply not true.", label="Bo Ek")
    old = [*transcript(2), here, *transcript(6)[2:5], there, *transcript(8)[5:]]
    moved, changed = (
        replace(there, paragraphs=("That is simply not true. true.",)),
        replace(here, paragraphs=("That broadly, not true.",)),
    )
    new = [*old[:2], moved, changed, *old[3:6], *old[7:]]
    paired = align(old, new).old_of
    assert paired[2] in (6, None)
    assert [paired[index] for index in (0, 1, 4, 5, 6)] == [0, 1, 3, 4, 5]
