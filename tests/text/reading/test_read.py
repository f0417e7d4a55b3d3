"""Bytes as editors send them: any encoding, any line end, and things that are no text at all."""

import pytest

from transcripts.text.reading import read, recognise
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


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["Q: Why?\n\nMS. BRILL: So.", "Вопрос: Почему же так?\n\nОтвет: Потому что."])
def test_utf_16_is_known_without_its_mark_and_called_a_guess(text, encoding):
    document = read((text * 9).encode(encoding))
    assert document.paragraphs[0].text == text.split("\n")[0]
    assert [warning.code for warning in document.warnings] == ["encoding-guessed"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_page_is_known_in_any_width_of_characters(encoding):
    page = "<!DOCTYPE html><html><body><p>The pier is open to everybody who walks.</p></body></html>"
    assert recognise(page.encode(encoding)) == "html"


@pytest.mark.parametrize("lines", [b"Ada Brill: %d\n", b"Ada Brill: %d\n\n"])
def test_more_lines_than_a_sitting_holds_are_refused(lines):
    with pytest.raises(UnreadableSource, match="lines"):
        read(b"".join(lines % number for number in range(110_000)))


@pytest.mark.parametrize("hostile", [b"- ", b"(", b"\\[", b"<s>", b"A B ", b"Page 1 "])
def test_a_hostile_line_takes_no_long(hostile):
    assert read(b"Q: Why?\n\n" + hostile * 700_000).paragraphs


def test_zeros_in_a_text_do_not_make_it_utf_16():
    with pytest.raises(UnreadableSource, match="binary"):
        read(b"Q: Why?\0\n\nMS. BRILL: So.\n\n" * 40)
