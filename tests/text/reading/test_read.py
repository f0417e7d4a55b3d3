"""Bytes as editors send them: any encoding, any line end, and things that are no text at all."""

import pytest

from transcripts.text.reading import read
from transcripts.text.transcript import UnreadableSource

SPEECH = "Rede der Ministerin\n\nGuten Tag, meine Damen und Herren. Schöne Grüße aus Köln.\n"


def _texts(data, **options):
    return [paragraph.text for paragraph in read(data, **options).paragraphs]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_without_a_word(encoding):
    document = read(SPEECH.encode(encoding))
    assert document.paragraphs[1].text == "Guten Tag, meine Damen und Herren. Schöne Grüße aus Köln."
    assert document.warnings == ()


def test_a_guessed_encoding_is_named():
    document = read(SPEECH.encode("latin-1"))
    assert "Schöne Grüße aus Köln." in document.paragraphs[1].text
    assert [(warning.code, warning.line) for warning in document.warnings] == [("encoding-guessed", 0)]
    assert "cp1252" in document.warnings[0].message


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_line_ends_of_other_systems_are_line_ends(line_end):
    assert _texts(SPEECH.replace("\n", line_end).encode()) == _texts(SPEECH.encode())


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \n\n ", "empty"),
        (b"\x00\x01\x02\x03 binary", "binary"),
        (bytes(range(1, 9)) * 9, "binary"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Word"),
        (b"{\\rtf1 Hello}", "RTF"),
        (b"PK\x03\x04word/document.xml", "Word"),
        (b"PK\x05\x06" + bytes(18), "no Word document"),
        (b"\xef\xbb\xbf<!DOCTYPE html><html>", "page"),
        (b"<?xml version='1.0'?><catalogue/>", "neither Akoma Ntoso nor TEI"),
        (b"\xff\xfea", "broken at byte"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(data, words):
    with pytest.raises(UnreadableSource, match=words) as refusal:
        read(data)
    assert str(refusal.value).endswith(".")


def test_too_large_a_file_is_refused_with_both_sizes():
    with pytest.raises(UnreadableSource, match=r"50\.0 MB.*20\.0 MB"):
        read(b"a" * (50 * 2**20))


def test_an_unknown_format_is_refused_with_the_known_ones():
    with pytest.raises(UnreadableSource, match="auto, text"):
        read(b"text", format="papyrus")


def test_single_line_breaks_are_kept():
    assert _texts(b"As authorities align,\nNATO must stand united.\n\nThank you.") == [
        "As authorities align,\nNATO must stand united.",
        "Thank you.",
    ]


def test_lines_that_a_machine_wrapped_are_joined():
    words = ["The", "harbour", "board", "has", "met", "and", "found", "that", "the", "pier", "is", "sound."] * 12
    lines, line = [], ""
    for word in words:
        if len(line) + 1 + len(word) > 72:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    text = "\n".join([*lines, line])
    assert _texts(f"Town Hall\nQuayside\n\n{text}\n".encode()) == ["Town Hall\nQuayside", " ".join(words)]


def test_a_text_without_blank_lines_has_a_paragraph_on_each_line():
    lines = [f"Line number {number} is a sentence." for number in range(20)]
    assert _texts("\n".join(lines).encode()) == lines


def test_lines_are_counted_from_one_in_the_source():
    assert [paragraph.line for paragraph in read(b"\nOne\nstill one\n\n---\nTwo\n").paragraphs] == [2, 6]


def test_front_matter_becomes_metadata():
    document = read(
        b"---\ntitle: \"Remarks by\\_Ada Brill\\\n  \\ at the pier\"\ndate: '2024-04-04'\ncreators:\n"
        b'  - "Brill, Ada"\n  - Bo Ek\n---\nGood morning.\n'
    )
    assert document.metadata == {
        "title": "Remarks by\u00a0Ada Brill at the pier",
        "date": "2024-04-04",
        "creators": "Brill, Ada; Bo Ek",
    }
    assert [paragraph.text for paragraph in document.paragraphs] == ["Good morning."]


def test_a_rule_at_the_top_is_no_front_matter():
    assert _texts(b"---\nGood morning to all.\n---\nThank you.\n") == ["Good morning to all.", "Thank you."]
