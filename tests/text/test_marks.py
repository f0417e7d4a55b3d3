"""Editorial marks are found where they stand, and the text is left as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcripts.text.marks import editorial_marks, is_stage_direction


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Why is a bill according [to] which", [("[to]", "insertion")]),
        ("[inaudible]", [("[inaudible]", "inaudible")]),
        ("(inaudible) [crosstalk 01:07:27]", [("(inaudible)", "inaudible"), ("[crosstalk 01:07:27]", "inaudible")]),
        ("Thank you.  (Applause.)", [("(Applause.)", "reaction")]),
        ("Gracias. (Risas.)", [("(Risas.)", "reaction")]),
        ("the Commission (and the Council) agreed", []),
        ("an open [ bracket", []),
    ],
)  # fmt: skip
def test_marks_are_found(text, found):
    assert [(text[mark.start : mark.end], mark.kind) for mark in editorial_marks(text)] == found


@given(st.text("()[] aé.\n", max_size=200))
def test_marks_are_in_order_and_never_overlap(text):
    marks = editorial_marks(text)
    ends = [0, *(mark.end for mark in marks)]
    assert all(end <= mark.start < mark.end <= len(text) for end, mark in zip(ends, marks, strict=False))


def test_a_paragraph_in_brackets_is_a_stage_direction_unless_it_was_said_and_not_heard():
    assert is_stage_direction("(The minister enters the room.)")
    assert is_stage_direction("[Applause]")
    assert not is_stage_direction("[inaudible]")
    assert not is_stage_direction("(Laughs.) No.")
