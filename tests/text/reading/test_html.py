"""Web pages as saved: the page's own text and nothing of the site around it."""

from datetime import date

import pytest

from transcripts.text.parsing import parse_source
from transcripts.text.reading import read
from transcripts.text.transcript import UnreadableSource

LONG = (
    "The pier is open again, and it has been looked at by two engineers and a diver, who walked to its end and back. "
)
PAGE = f"""<!DOCTYPE html>
<html lang="en-GB"><head>
<title>Press conference on the pier | Harbour Board</title>
<meta property="og:site_name" content="Harbour Board">
<link rel="canonical" href="https://harbour.example/pier">
<script>document.write("Otto Menk: never said")</script>
</head><body>
<div class="cookie-banner"><p>We use cookies to make your visit better. Ruth Sandal: is that so?</p></div>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<main>
<h1>Press conference on the pier</h1>
<p class="meta">Published on: 5 March 2011</p>
<p>3 March 2011</p>
<ul class="share-buttons"><li>Share:</li><li><a href="#">Post this to all of your many friends</a></li></ul>
<div class="article-body">
<p><strong>Ada
Brill:</strong> Good morning. {LONG}</p>
<p>{LONG}</p>
<p><b>Ruth Sandal</b><b> (The Pier Post):</b> Since when?</p>
<p><b>Ada<br>Brill:</b> Since nine.<br><b>Ruth Sandal (The Pier Post):</b> Who paid?<br>
<b>Ada Brill:</b> You did. {LONG}</p>
<p>(Laughter.)</p>
<p>---</p>
</div>
</main>
<aside><h2>Related</h2><p><a href="/a">Other news of the harbour, which is long</a></p></aside>
<footer><p>Harbour Board, Quayside, all rights reserved. {LONG}</p></footer>
</body></html>"""


def _texts(page, **options):
    return [paragraph.text for paragraph in read(page.encode(), **options).paragraphs]


def test_a_page_becomes_the_transcript_in_it():
    transcript = parse_source(PAGE.encode())
    assert [(str(turn.kind), turn.label) for turn in transcript.turns] == [
        ("remarks", "Ada Brill"),
        ("question", "Ruth Sandal (The Pier Post)"),
        ("answer", "Ada Brill"),
        ("question", "Ruth Sandal (The Pier Post)"),
        ("answer", "Ada Brill"),
        ("note", ""),
    ]
    assert transcript.title == "Press conference on the pier"
    assert (transcript.language, transcript.source) == ("en", "https://harbour.example/pier")


def test_the_day_it_was_published_yields_to_the_day_it_was_said():
    assert parse_source(PAGE.encode()).date == date(2011, 3, 3)
    assert parse_source(PAGE.replace("<p>3 March 2011</p>", "").encode()).date == date(2011, 3, 5)


@pytest.mark.parametrize("words", ["cookies", "Home", "Share", "rights reserved", "never said", "Related", "---"])
def test_the_furniture_of_the_site_is_left_out(words):
    assert not any(words in text for text in _texts(PAGE))


def test_prose_that_is_left_out_below_the_transcript_is_named():
    below = PAGE.replace("</main>", f"</main><div><p>{LONG * 2}</p></div>")
    page = below.replace("<p>(Laughter.)</p>", f"<p>{LONG * 40}</p>")
    warnings = [warning for warning in read(page.encode()).warnings if warning.code == "left-out"]
    assert "The pier is open again" in warnings[0].message


def test_no_break_spaces_stay_and_others_fall_together():
    assert _texts("<html><p>Q:\u00a0\u00a0Is \n\t it&nbsp;open?</p>") == ["Q:\u00a0\u00a0Is it\u00a0open?"]


def test_turns_that_only_line_breaks_part_are_parted():
    lines = "<br>".join(f"Q: {LONG}<br>MS. BRILL: {LONG}" for _ in range(3))
    assert len(parse_source(f"<html><body>{lines}</body></html>".encode()).turns) == 6


def test_a_label_set_off_by_its_weight_alone_is_a_label():
    rows = "".join(f"<p><b>{name}</b> {LONG}</p>" for name in ["Ada Brill", "Ruth Sandal", "Ada Brill", "Ruth Sandal"])
    labels = [turn.label for turn in parse_source(f"<html><body>{rows}</body></html>".encode()).turns]
    assert labels == ["Ada Brill", "Ruth Sandal", "Ada Brill", "Ruth Sandal"]


def test_a_word_in_bold_is_no_label():
    page = f"<html><body><p>Q: Why?</p><p>MS. BRILL: <b>Never</b> again.</p><p><b>Nobody</b> knows. {LONG}</p></body>"
    assert [turn.label for turn in parse_source(page.encode()).turns] == ["Q", "MS. BRILL"]


def test_the_encoding_that_a_page_states_is_believed_where_it_fits():
    page = '<html><head><meta charset="windows-1251"></head><body><p>Доброе утро всем.</p></body></html>'
    document = read(page.encode("cp1251"))
    assert document.paragraphs[0].text == "Доброе утро всем."
    assert document.warnings == ()


def test_preformatted_text_is_read_as_text():
    assert _texts("<html><body><pre>Q: One\ntwo.\n\nMS. BRILL: Three.</pre></body></html>") == [
        "Q: One\ntwo.",
        "MS. BRILL: Three.",
    ]


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<html><body></body></html>", "no text"),
        ("<html><body><script>x()</script></body></html>", "no text"),
        ("<html><body>" + "<div>" * 90_000 + "deep", "nested too deeply"),
        ("<html><body>" + "<p>x" * 300_000, "tags"),
        ("<html><body><p " + " ".join(f"a{n}=b" for n in range(200_000)) + ">x", "attributes"),
        ("<html><body><p>" + "x " * 6 * 2**20, "MB"),
    ],
)
def test_a_page_that_cannot_be_read_is_refused(page, words):
    with pytest.raises(UnreadableSource, match=words):
        read(page.encode())


def test_pictures_saved_into_a_page_do_not_count():
    picture = f'<img src="data:image/png;base64,{"iVBOR" * 2_500_000}">'
    assert _texts(f"<html><body>{picture}<p>{LONG}</p></body></html>") == [LONG.strip()]


TAIL = """<p><strong>MEDIA CONTACT:</strong> Harbour press office, 555 0100</p><p>Subjects: piers; tides.</p>
<h2>More from the harbour</h2><ul><li><a href="/a">Statement on the tides of May</a></li></ul>
<p><a href="/p">Speech on lamps</a></p><p>© 2011 Harbour Board. All rights reserved.</p>"""


def test_what_a_page_puts_behind_its_text_is_left_out_and_said():
    said = f"<p>Q: Is it <a href='/x'>open</a>?</p><p>MS. BRILL: {LONG}</p><p>MS. BRILL: So.</p>"
    document = read(f"<html><body><div>{said}{TAIL}</div></body></html>".encode())
    assert document.paragraphs[-1].text == "MS. BRILL: So."
    assert "MEDIA CONTACT" in document.warnings[0].message


def test_a_heading_at_the_end_and_links_within_stay():
    page = f"<html><body><p>{LONG}</p><p><a href='/x'>The pier</a></p><p>{LONG}</p><h2>Thank you</h2></body></html>"
    assert _texts(page)[-3:] == ["The pier", LONG.strip(), "Thank you"]
