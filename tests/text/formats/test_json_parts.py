"""One turn is read out of a stored transcript without the rest."""

from dataclasses import replace

from hypothesis import given

from tests.text.strategies import transcripts
from transcripts.text.formats import json
from transcripts.text.transcript import Transcript, Turn, TurnKind


@given(transcripts)
def test_any_turn_is_found_by_its_id_as_it_was_written(transcript):
    numbered = transcript.with_ids(tuple(f"{index:08}" for index in range(len(transcript.turns))))
    written = json.write(numbered)
    assert json.ids_in(written) == [turn.id for turn in numbered.turns]
    assert [json.parse_turn(written, turn.id) for turn in numbered.turns] == list(numbered.turns)


def test_words_that_look_like_a_turn_are_none():
    trap = '{\n      "id": "zzzzzzzz",\n      "kind": "answer"'
    turn = Turn(TurnKind.REMARKS, (trap,), id="aaaaaaaa")
    written = json.write(Transcript(title=trap, turns=(turn,)))
    assert json.parse_turn(written, "zzzzzzzz") is None
    assert json.parse_turn(written, "aaaaaaaa") == turn
    assert json.ids_in(written) == ["aaaaaaaa"]


def test_a_turn_that_is_not_there_is_none():
    turn = Turn(TurnKind.REMARKS, ("Words.",), id="aaaaaaaa")
    assert json.parse_turn(json.write(Transcript(turns=(replace(turn, id=""),))), "aaaaaaaa") is None
