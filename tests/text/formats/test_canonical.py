"""Canonical text is what editors read and write, so nothing may get lost on the way there and back."""

from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import HealthCheck, given, settings

from tests.text.strategies import sources, transcripts
from transcripts.text.formats import canonical
from transcripts.text.transcript import Transcript, Turn, TurnKind, UnreadableSource


@given(transcripts)
@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much], deadline=None)
def test_every_transcript_comes_back_as_it_was(transcript):
    assert canonical.is_valid(transcript)
    again = canonical.parse(canonical.write(transcript))
    assert again == transcript
    assert again.warnings == ()


@given(sources)
@settings(max_examples=200, deadline=None)
def test_any_text_is_read_or_refused_with_a_sentence(text):
    with suppress(UnreadableSource):
        assert all(warning.message.endswith((".", "”")) for warning in canonical.parse(text).warnings)


PRESS_CONFERENCE = Transcript(
    title="Press conference on the pier",
    date=date(2024, 3, 4),
    updated=datetime.fromisoformat("2024-03-05 09:30"),
    language="en",
    kind="press conference",
    turns=(
        Turn(TurnKind.REMARKS, ("Good morning.",), "Minister Anna Holt", "Anna Holt", "Minister", id="aaaaaaaa"),
        Turn(TurnKind.QUESTION, ("When?",), "Bo Ek (The Post)", "Bo Ek", "", "The Post", 1, id="bbbbbbbb"),
        Turn(TurnKind.ANSWER, ("Soon.", "Very soon."), "Minister", "Anna Holt", "Minister", exchange=1, id="cccccccc"),
    ),
)


def test_it_is_pleasant_to_read():
    assert canonical.write(PRESS_CONFERENCE) == (
        "Title: Press conference on the pier\n"
        "Date: 2024-03-04\n"
        "Updated: 2024-03-05 09:30\n"
        "Language: en\n"
        "Kind: press conference\n"
        "\n"
        "@ #aaaaaaaa Minister Anna Holt: Good morning.\n"
        "\n"
        "@ #bbbbbbbb Bo Ek (The Post): When?\n"
        "\n"
        "@ #cccccccc Minister: Soon.\n"
        "\n"
        "Very soon.\n"
    )


def test_without_ids_there_is_nothing_but_labels_and_text():
    plain = replace(PRESS_CONFERENCE, turns=tuple(replace(turn, id="") for turn in PRESS_CONFERENCE.turns))
    assert "@" not in canonical.write(plain)


def test_a_turn_says_what_inference_would_get_wrong():
    changed = replace(PRESS_CONFERENCE.turns[1], kind=TurnKind.MODERATION, speaker="Bo Ek-Lund", exchange=None)
    text = canonical.write(replace(PRESS_CONFERENCE, turns=(PRESS_CONFERENCE.turns[0], changed)))
    assert "@moderation #bbbbbbbb {speaker: Bo Ek-Lund} Bo Ek (The Post): When?" in text


def test_windows_line_ends_from_a_browser_change_nothing():
    text = canonical.write(PRESS_CONFERENCE)
    assert canonical.parse(text.replace("\n", "\r\n")) == PRESS_CONFERENCE


def test_a_turn_written_by_hand_is_understood():
    text = (
        canonical.write(PRESS_CONFERENCE) + "\nBo Ek (The Post): And then?\n\nMinister Anna Holt:\nThen we open it.\n"
    )
    question, answer = canonical.parse(text).turns[-2:]
    assert (question.kind, question.affiliation, question.exchange) == ("question", "The Post", 1)
    assert (answer.kind, answer.speaker, answer.paragraphs) == ("answer", "Anna Holt", ("Then we open it.",))


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("Title: T\nDate: 2024-02-31\n\nHello.", 2, "date-invalid"),
        ("Title: T\nDat: 2024-02-01\n\nHello.", 2, "field-unknown"),
        ("Title: T\n\n@qestion Anna Holt: Hello.", 3, "kind-unknown"),
        ("Title: T\n\n@question {colour: red} Anna Holt: Hello.", 3, "sign-unknown"),
        ("Title: T\n\n@question {exchange: one} Anna Holt: Hello.", 3, "sign-unknown"),
        ("Title: T\n\n@question Anna Holt says hello", 3, "colon-missing"),
        ("Title: T\n\nAnna Holt: Hello.\n\nReuters:\n\nAnna Holt: Yes.", 5, "label-without-text"),
        ("Title: T\n\n@ #aaaaaaaa A: x\n\n@ #aaaaaaaa B: y", 5, "id-repeated"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(text, line, code):
    warnings = canonical.parse(text).blocking
    assert [(warning.line, warning.code) for warning in warnings] == [(line, code)]
    assert warnings[0].message.endswith(".")


@pytest.mark.parametrize(
    "turn",
    [
        Turn(TurnKind.ANSWER, ()),
        Turn(TurnKind.ANSWER, ("",)),
        Turn(TurnKind.ANSWER, ("a\n\nb",)),
        Turn(TurnKind.ANSWER, ("a",), label="two\nlines"),
        Turn(TurnKind.ANSWER, ("a",), start=float("nan")),
    ],
)
def test_what_cannot_be_written_is_refused(turn):
    with pytest.raises(ValueError, match=r"\."):
        canonical.write(Transcript(turns=(turn,)))
