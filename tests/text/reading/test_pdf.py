"""PDFs: paragraphs as they were meant, without what a page is furnished with."""

import time
import zlib

import pytest

from benchmarks.hostile_files import drawing_each_other
from benchmarks.hostile_files import pdf as hostile_pdf
from tests.text.reading.pdfs import column, pdf
from transcripts.text.reading.pdf import read_pdf
from transcripts.text.transcript import UnreadableSource

FULL = "The pier is open to everybody who can walk, and shut to all who cannot swim, which"
REST = "is a matter of the tide and of the time of day."


def _texts(pages, **options):
    return [paragraph.text for paragraph in read_pdf(pdf(pages, **options)).paragraphs]


def test_lines_are_joined_and_gaps_part_paragraphs():
    page = column(["Ada Brill: Good morning.", "", FULL, REST, "", "It will stay so."])
    assert _texts([page]) == ["Ada Brill: Good morning.", f"{FULL} {REST}", "It will stay so."]


def test_a_label_begins_a_paragraph_without_a_gap():
    page = column(
        [FULL, REST, "Ruth Sandal (The Pier Post): Is it safe, now that the tide is in and the lamp out?", "Q: When?"]
    )
    assert _texts([page])[1:] == [
        "Ruth Sandal (The Pier Post): Is it safe, now that the tide is in and the lamp out?", "Q: When?"
    ]  # fmt: skip


def test_an_indent_begins_a_paragraph():
    lines = [FULL, FULL, FULL]
    page = [(left, 760 - 14 * row, line) for row, (left, line) in enumerate(zip((72, 72, 90), lines, strict=True))]
    assert _texts([page]) == [f"{FULL} {FULL}", FULL]


def test_lines_of_a_heading_stay_lines():
    page = column(["Briefing on the pier", "3 March 2011", "Boat Hall", "", FULL, REST])
    assert _texts([page])[0] == "Briefing on the pier\n3 March 2011\nBoat Hall"


def test_heads_feet_and_page_numbers_are_left_out_in_mid_sentence():
    winds = [["north", "east", "south"], ["west", "trade", "polar"], ["sea", "land", "fall"]]
    pages = [
        [
            (72, 800, f"Harbour Board, hearing no. {number}"),
            *column([f"{FULL} {wind}" for wind in row]),
            (72, 54, "www.harbour.example"),
            (290, 40, f"- {number} -"),
        ]
        for number, row in enumerate(winds, start=1)
    ]
    assert _texts(pages) == [" ".join(f"{FULL} {wind}" for row in winds for wind in row)]


def test_what_recurs_in_the_text_stays():
    page = column(["Q: Why?", "", FULL, REST, "", "Q: Why?", "", FULL, REST, "", FULL, REST, "", "Q: Why?", "", FULL])
    assert _texts([page]).count("Q: Why?") == 3


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["the govern-", "ment"], "the government"),
        (["the long-", "term plan; a long-term one"], "the long-term plan; a long-term one"),
        (["the NATO-", "Ukraine Council"], "the NATO-Ukraine Council"),
        (["in 2011-", "2012"], "in 2011-2012"),
    ],
)
def test_a_hyphen_that_only_broke_a_word_goes(lines, text):
    wide = "x" * 60
    assert _texts([column([f"{wide} {lines[0]}", lines[1], "", f"{wide} the governor"])])[0] == f"{wide} {text}"


@pytest.mark.parametrize("by_row", [False, True])
def test_columns_are_read_one_after_the_other(by_row):
    left = [f"left {number} and some more words to fill it" for number in range(12)]
    right = [f"right {number} and some more words to fill it" for number in range(12)]
    page = [*column(left, 60, 700), *column(right, 320, 700)]
    page = sorted(page, key=lambda placed: -placed[1]) if by_row else page
    text = " ".join(
        _texts([[(60, 740, "A heading over both of the columns that goes on to the right of them"), *page]])
    )
    assert text.index("A heading") < text.index("left 11 ") < text.index("right 0 ") < text.index("right 11 ")


def test_a_letter_in_the_margin_is_the_label_of_its_line():
    page = [(72, 700, "Q"), (110, 700, "Is it safe?"), (72, 670, "A"), (110, 670, "It is.")]
    assert _texts([page]) == ["Q\tIs it safe?", "A\tIt is."]


def test_pictures_of_pages_are_no_text():
    with pytest.raises(UnreadableSource, match="OCR"):
        read_pdf(pdf([[], [], []]))


def test_five_thousand_pages_are_too_many_and_said_so_at_once():
    data = pdf([column(["Good morning."])] * 5000)
    began = time.monotonic()
    with pytest.raises(UnreadableSource, match="5,000 pages"):
        read_pdf(data)
    assert time.monotonic() - began < 10


def test_a_page_crowded_with_text_is_refused_at_once():
    data = pdf([[(72 + number % 50, 700 - number / 100, "x") for number in range(60_000)]])
    began = time.monotonic()
    with pytest.raises(UnreadableSource, match="Page 1 of this PDF holds 60,000"):
        read_pdf(data)
    assert time.monotonic() - began < 10


def test_a_file_cut_off_anywhere_is_read_or_refused():
    data = pdf([column([FULL, REST])])
    for end in range(0, len(data), 41):
        try:
            assert read_pdf(data[:end]).paragraphs
        except UnreadableSource as error:
            assert str(error).endswith(".")  # noqa: PT017 - either way is right, a traceback is not


def test_what_only_begins_like_a_pdf_is_refused():
    with pytest.raises(UnreadableSource, match="broken"):
        read_pdf(b"%PDF-1.7\n" + b"\xff" * 5000)


def test_forms_that_draw_each_other_end_at_the_limit_of_memory():
    with pytest.raises(UnreadableSource, match="more than any transcript"):
        read_pdf(hostile_pdf([], extra=drawing_each_other(12)))


def test_a_page_that_unpacks_to_gigabytes_ends_at_the_limit_of_memory():
    packed = zlib.compress(zlib.compress(b"q Q " * (100 * 2**20), 1), 1)
    with pytest.raises(UnreadableSource, match="more than any transcript"):
        read_pdf(hostile_pdf([], compressed=packed, filters=2))


def test_pages_that_are_each_their_own_parent_are_read_once():
    assert len(read_pdf(pdf([column([FULL])]).replace(b"/Kids [", b"/Kids [2 0 R ")).paragraphs) == 1
