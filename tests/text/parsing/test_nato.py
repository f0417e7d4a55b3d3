"""The press conference that the archive started from, to the letter."""

from collections import Counter
from datetime import date, datetime
from pathlib import Path

import pytest

from transcripts.text.marks import editorial_marks
from transcripts.text.parsing import parse_source

SOURCE = Path(__file__).parents[3] / "fixtures" / "nato" / "nato-2024-04-04.txt"


@pytest.fixture(scope="module")
def transcript():
    return parse_source(SOURCE.read_bytes(), SOURCE.name)


def test_the_heading_is_understood(transcript):
    assert transcript.title == "Press conference"
    assert transcript.subtitle.startswith("by NATO Secretary General Jens Stoltenberg following the meetings")
    assert transcript.date == date(2024, 4, 4)
    assert transcript.updated == datetime.fromisoformat("2024-04-05T12:01")
    assert (transcript.status, transcript.language, transcript.kind) == ("As delivered", "en", "press conference")
    assert transcript.warnings == ()


def test_every_turn_is_there(transcript):
    assert Counter(turn.kind for turn in transcript.turns) == {
        "remarks": 1,
        "moderation": 8,
        "question": 8,
        "answer": 8,
    }
    assert all(turn.label for turn in transcript.turns[1:])


def test_a_follow_up_stays_in_its_journalists_exchange(transcript):
    exchanges = [turn.exchange for turn in transcript.turns]
    assert sorted({number for number in exchanges if number}) == [1, 2, 3, 4, 5, 6, 7]
    asked = [turn for turn in transcript.turns if turn.speaker == "Dmytro Shkurko"]
    assert [turn.exchange for turn in asked] == [3, 3]
    assert (exchanges[0], exchanges[1], exchanges[-1]) == (None, 1, None)


def test_an_office_later_in_the_event_is_who_was_named_in_full(transcript):
    by_label = {turn.label: (turn.speaker, turn.role) for turn in transcript.turns}
    assert by_label[""] == ("Jens Stoltenberg", "NATO Secretary General")
    assert by_label["NATO Secretary General"] == ("Jens Stoltenberg", "NATO Secretary General")
    assert by_label["NATO Spokesperson"] == ("Farah Dakhlallah", "NATO Spokesperson")


def test_an_outlet_with_a_comma_is_one_outlet(transcript):
    outlets = {turn.affiliation for turn in transcript.turns if turn.affiliation}
    assert "National News Agency of Ukraine, Ukrinform" in outlets
    assert len(outlets) == 7


def test_the_text_is_left_to_the_letter(transcript):
    source = SOURCE.read_text("utf-8")
    text = "\n\n".join(turn.text for turn in transcript.turns)
    for misprint in ("Euracitv", "equipmen,t", "in in", "[inaudible]", "according [to] which"):
        assert misprint in text
    assert all(paragraph in source for turn in transcript.turns for paragraph in turn.paragraphs)
    assert {mark.kind for turn in transcript.turns for p in turn.paragraphs for mark in editorial_marks(p)} == {
        "inaudible",
        "insertion",
    }
