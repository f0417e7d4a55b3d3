"""CSV, one row a turn, as spreadsheets and other archives write it."""

import pytest

from transcripts.text.formats import csv
from transcripts.text.parsing import parse_source
from transcripts.text.reading import read, recognise
from transcripts.text.transcript import UnreadableSource


def _turns(text, name=""):
    return [(turn.label, turn.text) for turn in parse_source(text.encode(), name).turns]


def _guess(text, name=""):
    return [
        warning.message for warning in parse_source(text.encode(), name).warnings if warning.code == "columns-guessed"
    ]


@pytest.mark.parametrize(
    ("headings", "sign"),
    [
        ("speaker,text", ","),
        ("Redner;Wortlaut", ";"),
        ("Orador\tTexto", "\t"),
        ("orateur|texte", "|"),
        ("Name,Content", ","),
    ],
)
def test_columns_are_known_by_their_headings(headings, sign):
    text = f"{headings}\nAda Brill{sign}Good morning.\nRuth Sandal{sign}Why?\n"
    assert _turns(text) == [("Ada Brill", "Good morning."), ("Ruth Sandal", "Why?")]
    assert headings.split(sign)[1] in _guess(text)[0]


def test_without_headings_the_long_column_is_the_text():
    text = (
        "1,Ada Brill,The pier is open again; it was shut for repairs.\n"
        "2,Ruth Sandal,Since when has it been open at all?\n"
        "3,Ada Brill,Since nine o'clock this morning.\n"
    )
    assert [label for label, _text in _turns(text, "pier.csv")] == ["Ada Brill", "Ruth Sandal", "Ada Brill"]
    assert "text from column 3; label from column 2" in _guess(text, "pier.csv")[0]


def test_outlets_times_and_kinds_have_columns_too():
    text = (
        "time,type,speaker,outlet,text\n00:01:05,question,Ruth Sandal,The Pier Post,Why?\n65.5,answer,Ada Brill,,So.\n"
    )
    question, answer = parse_source(text.encode()).turns
    assert (str(question.kind), question.affiliation, question.start) == ("question", "The Pier Post", 65.0)
    assert (str(answer.kind), answer.start) == ("answer", 65.5)


def test_a_cell_may_hold_paragraphs_commas_and_line_ends():
    assert _turns('speaker,text\r\nAda Brill,"One, two.\r\n\r\nThree."\r\n') == [("Ada Brill", "One, two.\n\nThree.")]


def test_our_own_export_comes_back_without_guessing():
    source = "Pier\n\n3 March 2011\n\nMS. BRILL: =1+1 is two.\n\nQ: Is it?\n\nMS. BRILL: Yes.\n\nIt is."
    transcript = parse_source(source.encode())
    again = parse_source(csv.write(transcript).encode(), "pier.csv")
    assert again.turns == transcript.turns
    assert (again.title, again.date) == (transcript.title, transcript.date)
    assert "columns-guessed" not in {warning.code for warning in again.warnings}


def test_a_table_without_text_is_refused():
    with pytest.raises(UnreadableSource, match="what was said"):
        read(b"1,2\n3,4\n5,6\n", "numbers.csv")


def test_a_text_called_csv_is_read_as_text():
    assert _turns("Q: Why?\n\nMS. BRILL: Because.\n\nQ: Really?\n\nMS. BRILL: Yes.\n", "speech.csv")[0] == ("Q", "Why?")


@pytest.mark.parametrize(("data", "words"), [(b"a,text\n" * 150_000, "rows"), (b",;|\t" * 3_000_000, "cells")])
def test_tables_beyond_measure_are_refused(data, words):
    with pytest.raises(UnreadableSource, match=words):
        read(data, "x.csv")


def test_an_unclosed_quote_never_crashes():
    assert _turns('speaker,text\nAda Brill,"Good\nmorning.\n') == [("Ada Brill", "Good\nmorning.")]


def test_prose_under_the_name_of_a_table_is_prose():
    prose = "Ada Brill: It is open, as you see, and stays so.\n\nRuth Sandal: Since when, then?\n\n" * 5
    assert recognise(prose.encode(), "pier.csv") == "text"
