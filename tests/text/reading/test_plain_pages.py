"""Text that was made from pages: what the pages were furnished with goes, what was said stays."""

from transcripts.text.parsing import parse_source
from transcripts.text.reading import read

SAID = "The pier is open to everybody who can walk and shut to all who cannot swim."
WINDS = ["north", "east", "south", "west", "trade", "polar"]


def _texts(text):
    return [paragraph.text for paragraph in read(text.encode()).paragraphs]


def _pages(begin="", end="", feed="\f"):
    """A turn that goes on over the pages, each with a head and a foot."""
    pages = [f"{begin.format(n)}\n\nAda Brill: In the {wind} part, {SAID}\n\nRuth Sandal: Why {wind}?\n\n"
             f"Ada Brill: So.\n\nIt goes with the {wind}\n\n{end.format(n)}\n"
             for n, wind in enumerate(WINDS, start=1)]  # fmt: skip
    return feed.join(pages)


def test_heads_and_feet_at_form_feeds_are_left_out():
    texts = _texts(_pages("Harbour Board, hearing no. {}", "Page {} of 6"))
    assert not any("Page" in text for text in texts)
    assert sum("Harbour Board" in text for text in texts) == 1, "the first page's head may be the title"


def test_what_is_left_out_is_said_with_its_line():
    (warning,) = read(_pages("", "Page {} of 6").encode()).warnings
    assert (warning.line, warning.code) == (11, "page-furniture")
    assert "“Page 1 of 6”" in warning.message


def test_a_sentence_goes_on_behind_the_page():
    page = "Ada Brill: It goes {1}ward with\n\n- {0} -\n\f\nHarbour Board\n\nthe {1} wind.\n\nRuth Sandal: Why {1}?\n\n"
    texts = _texts("".join(page.format(number, wind) for number, wind in enumerate(WINDS, start=1)))
    assert texts[:2] == ["Ada Brill: It goes northward with the north wind.", "Ruth Sandal: Why north?"]


def test_pages_that_are_alike_are_not_furniture_all_over():
    assert len(_texts(f"Ada Brill: {SAID}\n\f" * 9)) == 9


def test_numbers_that_count_pages_are_left_out_without_form_feeds():
    texts = _texts(_pages("", "- {} -", feed="\n"))
    assert [text for text in texts if text.startswith("-")] == []


def test_a_numbered_list_stays():
    texts = _texts("\n\n".join(f"{n}\n\nIt goes with the {wind}." for n, wind in enumerate(WINDS, start=1)))
    assert texts[:3] == ["1", "It goes with the north.", "2"]


def test_a_label_that_recurs_beside_page_numbers_stays():
    page = f"ADA BRILL:\n\n{SAID}\n\nRUTH SANDAL:\n\nWhy?\n\n"
    texts = _texts("".join(f"{page * 4}{n}\n\n" for n in range(1, 7)))
    assert texts.count("ADA BRILL:") == 24
    assert "3" not in texts


def test_lines_are_counted_as_in_the_file():
    text = f"Title\n\n{SAID}\n\f\n\fAda Brill: {SAID}\n\nRuth Sandal: Why?\n\nAda Brill: So."
    assert read(text.encode()).paragraphs[2].line == 5


def _wrapped(*broken):
    lines = [*broken, *[f"{SAID[:60]} and so on {n}" for n in range(8)]]
    return _texts("\n".join(lines) + "\n\nthe government of long-term plans")[0]


def test_a_hyphen_that_only_broke_a_word_goes():
    start = "x" * 61
    assert "the government here" in _wrapped(
        f"{start} the govern-", "ment here and some words more to fill the line it is in"
    )
    assert "a long-term one" in _wrapped(f"{start} a long-", "term one and some words more to fill the line that it is")


def test_a_word_that_was_broken_off_stays_broken_off():
    assert "I was go- going" in _wrapped(
        f"{'x' * 65} I was go-", "going to say so and some words more to fill the line"
    )


def test_what_markdown_escapes_is_shown_as_it_was_written():
    text = "Q: Is it \\[inaudible\\] or not?\n\nMS. BRILL: <s>Natandya</s> \\[Nandita\\] Bose, 5 \\* 3.\n\nQ: So."
    transcript = parse_source(text.encode())
    assert [turn.text for turn in transcript.turns][:2] == [
        "Is it [inaudible] or not?",
        "Natandya [Nandita] Bose, 5 * 3.",
    ]
    assert (3, "struck-out") in {(warning.line, warning.code) for warning in transcript.warnings}


def test_a_backslash_that_was_written_stays():
    assert _texts(r"Look in C:\_new\*, please.") == [r"Look in C:\_new\*, please."]
