"""SRT and WebVTT captions: whose words, from when, and each of them once."""

import pytest

from transcripts.text.parsing import parse_source
from transcripts.text.reading import read
from transcripts.text.transcript import UnreadableSource


def _cues(*cues, comma="."):
    """Captions of 2 seconds each, one after the other."""
    return "".join(
        f"{number + 1}\n00:00:{number * 2:02}{comma}000 --> 00:00:{number * 2 + 2:02}{comma}000\n{text}\n\n"
        for number, text in enumerate(cues)
    )


def _vtt(*cues):
    return ("WEBVTT\nKind: captions\nLanguage: en\n\n" + _cues(*cues)).encode()


def _turns(data):
    return [(turn.label, turn.text, turn.start) for turn in parse_source(data).turns]


def test_voices_become_turns_with_their_times():
    data = _vtt(
        "<v Ada Brill>Good <i>morning</i>.", "<v Ada Brill>It is\nopen.</v>", "<v.loud Ruth Sandal>Since &amp; when?"
    )
    assert _turns(data) == [
        ("Ada Brill", "Good morning. It is open.", 0.0),
        ("Ruth Sandal", "Since & when?", 4.0),
    ]
    assert parse_source(data).language == "en"


def test_chevrons_change_the_speaker_and_may_name_one():
    data = _cues(
        ">> MS. BRILL: Good morning.", "It is open.", ">> Since when?", ">> MS. BRILL: Nine. >> Really?", comma=","
    )
    assert _turns(data.encode()) == [
        ("MS. BRILL", "Good morning. It is open.", 0.0),
        ("", "Since when?", 4.0),
        ("MS. BRILL", "Nine.", 6.0),
        ("", "Really?", 6.0),
    ]


def test_names_before_a_colon_are_labels_and_keep_their_times():
    data = _cues("MS. BRILL: Good morning.", "It is open.", "Q: Since when?", "MS. BRILL: Since nine.", comma=",")
    assert _turns(data.encode()) == [
        ("MS. BRILL", "Good morning. It is open.", 0.0),
        ("Q", "Since when?", 4.0),
        ("MS. BRILL", "Since nine.", 6.0),
    ]


def test_what_rolling_captions_repeat_is_taken_once():
    data = _vtt("good morning", "good morning\nthe pier is", "the pier is\nopen again", "open again\nand wet")
    assert _turns(data) == [("", "good morning the pier is open again and wet", 0.0)]


def test_what_is_said_twice_stays_twice():
    data = _vtt("No.", "No.", "Not today,", "and not tomorrow,", "never", "at all", "I say", "again.")
    assert _turns(data) == [("", "No. No. Not today, and not tomorrow, never at all I say again.", 0.0)]


def test_words_that_carry_times_of_their_own_lose_only_the_times():
    data = _vtt("good<00:00:00.160><c> evening</c><00:00:00.640><c> from</c> <b>here</b>", "where x <y> z was said")
    assert _turns(data)[0][1] == "good evening from here where x <y> z was said"


def test_silence_begins_a_paragraph():
    data = b"WEBVTT\n\n00:01.000 --> 00:02.000\nOne.\n\n00:09.000 --> 00:10.000\nTwo.\n"
    assert [(p.text, p.start) for p in read(data).paragraphs] == [("One.", 1.0), ("Two.", 9.0)]


def test_a_stage_direction_behind_a_turn_is_a_note():
    data = _vtt("<v Ada Brill>Open.", "<v Ada Brill>(Applause.)", "<v Ruth Sandal>Shut.")
    assert [str(turn.kind) for turn in parse_source(data).turns][1] == "note"


def test_captions_without_speakers_say_that_they_have_none():
    assert "no-labels" in {warning.code for warning in parse_source(_vtt("good morning all of you")).warnings}


def test_srt_is_known_whatever_its_name_is():
    assert len(_turns(_cues("Q: Why?", "MS. BRILL: So.", comma=",").encode())) == 2


def test_captions_cut_off_keep_what_came_before():
    whole = _vtt(*(f"<v Ada Brill>Line {number} &amp; more." for number in range(20)))
    second = whole.index(b"\n\n2\n")
    texts = [parse_source(whole[:length], "x.vtt").turns[0].text for length in range(second, len(whole), 3)]
    assert all(text.startswith("Line 0 & more.") for text in texts)


def test_more_captions_than_a_day_holds_are_refused():
    with pytest.raises(UnreadableSource, match="captions"):
        read(b"WEBVTT\n\n" + b"00:00:01.000 --> 00:00:02.000\nx\n\n" * 150_000)


@pytest.mark.parametrize("hostile", [b"<v " * 500_000, b">> " * 500_000, b"<" * 500_000, b"{\\" * 500_000])
def test_hostile_lines_take_no_long(hostile):
    assert parse_source(b"WEBVTT\n\n00:01.000 --> 00:02.000\nhello\n" + hostile).turns


def test_more_lines_in_one_caption_than_a_day_holds_are_refused():
    with pytest.raises(UnreadableSource, match="lines of captions"):
        read(b"WEBVTT\n\n00:01.000 --> 00:02.000\n" + b"- x\n" * 120_000)


@pytest.mark.parametrize(
    "head", ["WEBVTT - On the pier\nDate: 2011-03-03", "WEBVTT\n\nNOTE\nTitle: On the pier\nDate: 3 March 2011"]
)
def test_what_captions_say_of_themselves_is_believed(head):
    transcript = parse_source(f"{head}\n\n00:01.000 --> 00:02.000\n<v Ada Brill>Date: none\n".encode())
    assert (transcript.title, str(transcript.date)) == ("On the pier", "2011-03-03")


def test_captions_under_the_name_of_the_other_kind_are_read():
    data = _cues("- Who paid?\n- You did.", "- Who?\n- You.", comma=",").encode()
    assert [turn.text for turn in parse_source(data, "pier.vtt").turns] == ["Who paid?", "You did.", "Who?", "You."]
