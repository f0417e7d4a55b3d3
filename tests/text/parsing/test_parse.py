"""What the parser promises for any text at all."""

import json
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.text.strategies import sources
from transcripts.text.formats import canonical
from transcripts.text.formats.json import to_record
from transcripts.text.parsing import parse, parse_source
from transcripts.text.reading import read
from transcripts.text.transcript import UnreadableSource

PAIRS = sorted((Path(__file__).parent.parent / "pairs").glob("*.source.*"))
DELIMITERS = set(":;.—–-*_()[]0123456789,'^·")


@pytest.mark.parametrize("source", PAIRS, ids=lambda path: path.name.split(".")[0])
def test_each_house_style_parses_as_expected(source):
    expected = json.loads(source.with_name(f"{source.name.split('.')[0]}.expected.json").read_text("utf-8"))
    assert to_record(parse_source(source.read_bytes(), source.name)) == expected


def test_there_are_pairs():
    assert len(PAIRS) > 50


@given(st.one_of(sources.map(str.encode), st.binary(max_size=300)))
@settings(max_examples=400, deadline=None)
def test_any_bytes_are_parsed_or_refused_with_a_sentence(data):
    with suppress(UnreadableSource):
        transcript = parse_source(data)
        assert canonical.parse(canonical.write(transcript)) == transcript


@given(sources)
@settings(max_examples=400, deadline=None)
def test_no_letter_of_the_body_is_lost_or_doubled(text):
    try:
        document = read(text.encode(), format="text")
    except UnreadableSource:
        return
    transcript = parse(document)
    if transcript.blocking:
        return
    kept = "".join(turn.label + turn.text for turn in transcript.turns)
    whole = "".join(paragraph.text for paragraph in document.paragraphs)
    letters = _letters(whole)
    assert not _letters(kept) - letters
    missing = letters - _letters(kept) - _letters(_heading(document, transcript))
    assert set(missing) <= DELIMITERS


def _letters(text):
    return Counter(character for character in text if not character.isspace())


def _heading(document, transcript):
    """What stands before the first turn and after the last: it belongs to no turn, and a warning names it."""
    first = min((turn.line for turn in transcript.turns), default=10**9)
    before = [paragraph.text for paragraph in document.paragraphs if paragraph.line < first]
    left_out = [warning.message for warning in transcript.warnings if warning.code == "left-out"]
    return "".join([*before, *left_out, "END"])
