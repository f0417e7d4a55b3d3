"""One door for every format, and an editor's own fields, which win."""

from datetime import date
from pathlib import Path

import pytest

from transcripts.text.formats import canonical
from transcripts.text.formats import json as json_format
from transcripts.text.parsing import FORMATS, parse_source, source_text
from transcripts.text.transcript import UnreadableSource

SOURCE = (Path(__file__).parent.parent / "pairs" / "named-reporters-with-outlets.source.txt").read_bytes()


def test_our_own_formats_are_recognised():
    transcript = parse_source(SOURCE)
    with_ids = transcript.with_ids(tuple(f"aaaaaa{number:02}" for number in range(len(transcript.turns))))
    assert parse_source(json_format.write(with_ids).encode()) == with_ids
    assert parse_source(canonical.write(with_ids).encode()) == with_ids


def test_an_editors_fields_win_over_what_was_inferred():
    transcript = parse_source(
        SOURCE, defaults={"title": "On the pier", "date": "2012-01-02", "venue": "", "kind": "briefing"}
    )
    assert (transcript.title, transcript.date, transcript.kind) == ("On the pier", date(2012, 1, 2), "briefing")
    assert transcript.venue == "Boat Hall, Quayside"


def test_an_editors_date_settles_a_wrong_one_in_the_text():
    source = b"Briefing\n\n31 Feb. 2024\n\nMR. GRAY: Hello.\n\nQ: When?\n\nMR. GRAY: Now."
    assert [warning.code for warning in parse_source(source).blocking] == ["date-invalid"]
    assert parse_source(source, defaults={"date": "2024-03-01"}).blocking == ()


def test_a_date_or_kind_that_is_none_blocks():
    transcript = parse_source(SOURCE, defaults={"date": "some day", "kind": "party"})
    assert {warning.code for warning in transcript.blocking} == {"date-invalid", "kind-invalid"}


@pytest.mark.parametrize(
    "data",
    [b'{"title": 1}', b'{"title": ' + b"[" * 100_000, b"[]", b'{"title": "", "turns": [{"paragraphs": [1]}]}', b"null"],
)
def test_json_of_another_shape_is_refused(data):
    with pytest.raises(UnreadableSource, match="JSON"):
        parse_source(data, "transcript.json")


def test_every_format_has_a_name_to_ask_for_it_by():
    assert {
        "auto",
        "text",
        "html",
        "docx",
        "pdf",
        "pdf2xml",
        "srt",
        "vtt",
        "csv",
        "canonical",
        "json",
        "akn",
        "tei",
    } == set(FORMATS)


def test_warnings_count_the_lines_of_the_text_that_was_read():
    page = "<html><body><p>Pier</p><p>Q: Why?<br>How?</p><p>MS. BRILL: So.</p><p>Otto Menk: No.</p></body></html>"
    lines = source_text(page.encode()).split("\n")
    turns = parse_source(page.encode()).turns
    assert [lines[turn.line - 1] for turn in turns] == ["Q: Why?", "MS. BRILL: So."]
    assert source_text(SOURCE) == SOURCE.decode()
