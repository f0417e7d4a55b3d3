"""The export for spreadsheets: one row a turn, and nothing in it that a spreadsheet would run."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given

from tests.text.strategies import transcripts
from transcripts.text.formats import csv as csv_format
from transcripts.text.transcript import Transcript, Turn, TurnKind


def _rows(transcript):
    return list(csv.DictReader(io.StringIO(csv_format.write(transcript), newline="")))


def test_a_turn_is_a_row_with_all_that_is_known_of_it():
    answer = Turn(
        TurnKind.ANSWER,
        ("It is, “safe”.", "Quite."),
        "Minister Brill",
        "Ada Brill",
        "Minister",
        "Harbour",
        1,
        754.5,
        "7k3m",
    )
    assert _rows(Transcript(title="Briefing", date=date(2011, 3, 3), turns=(answer,))) == [
        {
            "event": "Briefing", "date": "2011-03-03", "position": "1", "id": "7k3m", "kind": "answer",
            "label": "Minister Brill", "speaker": "Ada Brill", "role": "Minister", "affiliation": "Harbour",
            "exchange": "1", "start": "754.5", "text": "It is, “safe”.\n\nQuite.",
        }
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1"])
def test_a_formula_is_text(text):
    row = _rows(Transcript(title=text, turns=(Turn(TurnKind.REMARKS, (text,), text),)))[0]
    assert (row["event"], row["label"], row["text"]) == (f"'{text}", f"'{text}", f"'{text}")


@given(transcripts)
def test_every_turn_has_its_row(transcript):
    assert [row["text"].removeprefix("'") for row in _rows(transcript)] == [
        turn.text.removeprefix("'") for turn in transcript.turns
    ]
