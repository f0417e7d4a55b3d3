"""What pdftohtml makes of a PDF is read as the PDF would be."""

import pytest

from transcripts.text.reading import read, recognise
from transcripts.text.transcript import UnreadableSource

FULL = "The pier is open to everybody who can walk, and shut to all who cannot swim, which"


def _page(number, *texts):
    """A page of texts, each with its place from the left and from the top, and its width."""
    placed = "".join(
        f'<text top="{top}" left="{left}" width="{width}" height="16" font="1">{text}</text>'
        for left, top, width, text in texts
    )
    return f'<page number="{number}" position="absolute" top="0" left="0" height="1263" width="892">{placed}</page>'


def _document(*pages):
    return (
        f'<?xml version="1.0"?>\n<!DOCTYPE pdf2xml SYSTEM "pdf2xml.dtd">\n<pdf2xml>{"".join(pages)}</pdf2xml>'.encode()
    )


def _texts(*pages):
    return [paragraph.text for paragraph in read(_document(*pages)).paragraphs]


def test_lines_are_joined_and_gaps_part_paragraphs():
    page = _page(1, (85, 100, 200, "<b>Ada Brill:</b> Good morning."), (85, 150, 650, FULL), (85, 170, 200, "is so."))
    assert _texts(page) == ["Ada Brill: Good morning.", f"{FULL} is so."]


def test_pieces_of_a_word_are_joined_and_words_are_parted():
    page = _page(1, (85, 100, 16, "F"), (101, 103, 26, "IFTH"), (140, 100, 60, "session"))
    assert _texts(page) == ["FIFTH session"]


def test_heads_and_page_numbers_are_left_out_in_mid_sentence():
    pages = [
        _page(n, (85, 40, 300, "Harbour Board, hearing"), (85, 150, 650, f"{FULL} {wind}"), (400, 1200, 20, f"- {n} -"))
        for n, wind in enumerate(["north", "east", "south"], start=1)
    ]
    assert _texts(*pages) == [f"{FULL} north {FULL} east {FULL} south"]


def test_its_format_is_known_by_its_root():
    assert recognise(_document()) == "pdf2xml"


@pytest.mark.parametrize("page", ["", '<page height="x"><text top="a" left="-" width="" height="--">x</text></page>'])
def test_pages_without_text_or_places_are_refused(page):
    with pytest.raises(UnreadableSource, match="holds no text"):
        read(_document(page))


def test_one_cut_off_is_refused():
    with pytest.raises(UnreadableSource, match="not well formed"):
        read(_document(_page(1, (85, 100, 200, "Ada Brill: Good morning.")))[:-20])
