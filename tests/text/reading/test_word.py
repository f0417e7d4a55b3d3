"""Word documents, made here with python-docx and by hand."""

import io
import zipfile

import docx
import pytest
from docx.oxml import OxmlElement

from transcripts.text.parsing import parse_source
from transcripts.text.reading import read
from transcripts.text.transcript import UnreadableSource


def _saved(document):
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _turn(document, label, text):
    paragraph = document.add_paragraph()
    paragraph.add_run(label).bold = True
    paragraph.add_run(text)
    return paragraph


@pytest.fixture
def briefing():
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Harbour Board: page header"
    document.add_heading("Briefing by Minister Ada Brill", 1)
    document.add_paragraph("3 March 2011")
    _turn(document, "Ada Brill:", " Good morning.")
    _turn(document, "Ruth Sandal (The Pier Post):", " Is it open?")
    _turn(document, "Ada Brill:", " It is.")
    return document


def _labels(data):
    return [turn.label for turn in parse_source(data).turns]


def test_paragraphs_become_turns_and_headers_stay_out(briefing):
    transcript = parse_source(_saved(briefing))
    assert transcript.title == "Briefing by Minister Ada Brill"
    assert str(transcript.date) == "2011-03-03"
    assert [(turn.label, turn.text) for turn in transcript.turns] == [
        ("Ada Brill", "Good morning."),
        ("Ruth Sandal (The Pier Post)", "Is it open?"),
        ("Ada Brill", "It is."),
    ]


def test_what_was_inserted_is_said_and_what_was_deleted_is_not(briefing):
    paragraph = _turn(briefing, "Ada Brill:", " It is")
    for name, text, words in (
        ("w:del", "w:delText", " shut."),
        ("w:moveFrom", "w:t", " moved."),
        ("w:ins", "w:t", " open."),
    ):
        change, run, piece = OxmlElement(name), OxmlElement("w:r"), OxmlElement(text)
        piece.text = words
        run.append(piece)
        change.append(run)
        paragraph._p.append(change)
    assert read(_saved(briefing)).paragraphs[-1].text == "Ada Brill: It is open."


def test_a_table_is_read_row_by_row(briefing):
    table = briefing.add_table(2, 2)
    for row, cells in zip(table.rows, [("Ada Brill:", "Yes."), ("Ruth Sandal (The Pier Post):", "Why?")], strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    assert [turn.text for turn in parse_source(_saved(briefing)).turns][-2:] == ["Yes.", "Why?"]


def test_a_bold_label_needs_no_colon():
    document = docx.Document()
    for label in ["Ada Brill", "Ruth Sandal", "Ada Brill", "Ruth Sandal"]:
        _turn(document, label, " The pier is open.")
    assert _labels(_saved(document)) == ["Ada Brill", "Ruth Sandal", "Ada Brill", "Ruth Sandal"]


def test_bold_and_headings_are_hints(briefing):
    first, _day, turn, *_rest = read(_saved(briefing)).paragraphs
    assert "heading" in first.hints
    assert turn.lead == "Ada Brill:"


def test_the_name_of_the_file_does_not_matter(briefing):
    assert _labels(_saved(briefing)) == [turn.label for turn in parse_source(_saved(briefing), "speech.txt").turns]


def test_a_zip_bomb_is_refused_before_it_is_unpacked():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as part:
        for _ in range(200):
            part.write(b" " * 2**20)
    assert len(out.getvalue()) < 2**20
    with pytest.raises(UnreadableSource, match="200 MB"):
        read(out.getvalue())


def _with_body(document, body):
    """The document with other XML in its body."""
    source, out = zipfile.ZipFile(io.BytesIO(_saved(document))), io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            part = source.read(name)
            archive.writestr(
                name, part.replace(b"<w:body>", b"<w:body>" + body) if name.endswith("document.xml") else part
            )
    return out.getvalue()


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"<w:p><w:r><w:t>x</w:t></w:r></w:p>" * 60_000, "paragraphs"),
        (b"<w:p>" * 50_000 + b"</w:p>" * 50_000, "damaged"),
        (b"&bomb;", "damaged"),
    ],
)
def test_hostile_xml_inside_is_refused(body, words):
    with pytest.raises(UnreadableSource, match=words):
        read(_with_body(docx.Document(), body))


def test_a_document_cut_off_anywhere_is_refused(briefing):
    data = _saved(briefing)
    for length in range(10, len(data) - 1, len(data) // 25):
        with pytest.raises(UnreadableSource):
            read(data[:length])


def test_an_empty_document_says_so():
    with pytest.raises(UnreadableSource, match="no text"):
        read(_saved(docx.Document()))
