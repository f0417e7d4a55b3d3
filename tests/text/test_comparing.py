"""What changed between two versions, so that a reader can see it and rebuild either from it."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from transcripts.text.comparing import Op, What, compare, pieces
from transcripts.text.transcript import Transcript, Turn, TurnKind

WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def turn(number, text=""):
    words = " ".join(f"{word}{number}" for word in WORDS)
    return Turn(kind=TurnKind.ANSWER, label="Ada Quill", paragraphs=(text or words,), id=f"{number:08}")


def transcript(*turns, **fields):
    return Transcript(title="On the ferry", turns=turns, **fields)


def whats(old, new):
    return [change.what for change in compare(old, new).turns]


@given(st.text(max_size=60), st.text(max_size=60))
def test_either_text_can_be_rebuilt_from_the_pieces(old, new):
    found = pieces(old, new)
    assert "".join(piece.text for piece in found if piece.op is not Op.INSERTED) == old
    assert "".join(piece.text for piece in found if piece.op is not Op.DELETED) == new


def test_a_changed_word_is_one_word_deleted_and_one_inserted():
    found = pieces("It cost 3.5 million.", "It cost 4.5 million.")
    assert [(piece.op, piece.text) for piece in found if piece.op is not Op.SAME] == [
        (Op.DELETED, "3"),
        (Op.INSERTED, "4"),
    ]


def test_a_version_and_itself_differ_in_nothing():
    one = transcript(turn(1), turn(2))
    assert whats(one, one) == [What.SAME, What.SAME]
    assert compare(one, one).fields == ()


def test_words_and_speaker_of_a_turn():
    old = transcript(turn(1), turn(2))
    new = transcript(turn(1), replace(turn(2, "Quite other words."), speaker="Ada Quill", role="Harbour Master"))
    change = compare(old, new).turns[1]
    assert change.what is What.CHANGED
    assert [(field.name, field.new) for field in change.fields] == [
        ("speaker", "Ada Quill"),
        ("role", "Harbour Master"),
    ]


def test_turns_added_and_removed_stand_where_they_belong():
    old, new = transcript(turn(1), turn(2), turn(3)), transcript(turn(1), turn(3), turn(4))
    assert whats(old, new) == [What.SAME, What.REMOVED, What.SAME, What.ADDED]


def test_the_turn_that_moved_is_told_from_those_that_it_passed():
    old, new = transcript(turn(1), turn(2), turn(3), turn(4)), transcript(turn(4), turn(1), turn(2), turn(3))
    assert whats(old, new) == [What.MOVED, What.SAME, What.SAME, What.SAME]


def test_a_merged_turn_and_a_split_one():
    both = turn(1, f"{turn(1).text} {turn(2).text}")
    apart, together = transcript(turn(1), turn(2), turn(3)), transcript(both, turn(3))
    assert whats(apart, together) == [What.CHANGED, What.MERGED, What.SAME]
    assert whats(together, apart) == [What.CHANGED, What.SPLIT, What.SAME]


def test_fields_of_the_heading():
    old, new = transcript(status="As delivered"), transcript(status="Corrected")
    assert [(change.name, change.old, change.new) for change in compare(old, new).fields] == [
        ("status", "As delivered", "Corrected")
    ]


@given(st.lists(st.integers(1, 9), unique=True), st.lists(st.integers(1, 9), unique=True))
def test_every_turn_of_either_version_is_told_of_once(before, after):
    changes = compare(transcript(*map(turn, before)), transcript(*map(turn, after))).turns
    assert sorted(change.old.id for change in changes if change.old) == sorted(turn(n).id for n in before)
    assert [change.new.id for change in changes if change.new] == [turn(n).id for n in after]
