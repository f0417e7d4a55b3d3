"""Words that a reader selects can be copied and cited, and the link marks exactly these words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from transcripts.models import Turn
from transcripts.projection import transcript_of
from transcripts.publishing import add_event, correct_event, publish_event
from transcripts.text import transcript as text
from transcripts.text.transcript import TurnKind

pytestmark = pytest.mark.browser
ROE = {"speaker": "Jane Roe", "label": "Jane Roe", "role": "Minister for Harbours"}
ANSWER = (
    "The harbour is open, and the harbour will stay open. The harbour, I say.",
    "We paid for it [inaudible] with 🚢👩‍🚀 and patience:\nevery krone of it.",
    "المرفأ مفتوح، والسفن تأتي. هذا كل شيء.",
    "Thank you.",
)


@pytest.fixture
def answer(transactional_db, clean_data) -> Turn:
    turns = (
        text.Turn(TurnKind.QUESTION, ("Is the harbour open?",), label="Q", exchange=1),
        text.Turn(TurnKind.ANSWER, ANSWER, exchange=1, **ROE),
        text.Turn(
            TurnKind.ANSWER,
            (" ".join(f"Of point {number} I can only say no more than that." for number in range(40)),),
            exchange=1,
            **ROE,
        ),
    )
    event = add_event(text.Transcript(title="On the harbour", date=date(2021, 3, 4), turns=turns))
    publish_event(event)
    return event.turns.get(position=2)


# Selects from the n-th occurrence of one string to the end of another, in what follows the selector.
SELECT = """([root, from, nth, to]) => {
  const words = document.querySelector(root);
  const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
  const places = [];
  let all = "";
  while (walker.nextNode()) { places.push([all.length, walker.currentNode]); all += walker.currentNode.data; }
  const at = (index) => {
    const [start, node] = places.findLast(([start]) => start <= index);
    return [node, index - start];
  };
  let start = -1;
  for (let count = 0; count <= nth; count += 1) start = all.indexOf(from, start + 1);
  const end = all.indexOf(to, start) + to.length;
  const [last, before] = at(end - 1);
  getSelection().setBaseAndExtent(...at(start), last, before + 1);
}"""


@pytest.fixture
def select(page: Page) -> Callable[..., None]:
    def words(first: str, last: str = "", *, nth: int = 0, root: str = ".the-turn .words") -> None:
        page.evaluate(SELECT, [root, first, nth, last or first])

    return words


def toolbar(page: Page):
    return page.get_by_role("toolbar", name="The selected words")


def copied_link(page: Page) -> str:
    toolbar(page).get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("status").filter(has_text="Link copied")).to_be_visible()
    return page.evaluate("navigator.clipboard.readText()")


def marked(page: Page) -> list[str]:
    expect(page.locator("#quote")).to_be_visible()
    return page.locator(".the-turn .words mark").all_inner_texts()


@pytest.mark.parametrize(
    ("first", "last", "nth", "marks"),
    [
        ("will stay open.", "", 0, ["will stay open."]),
        ("harbour", "", 1, ["harbour"]),
        ("harbour", "", 2, ["harbour"]),
        ("I say.", "We paid", 0, ["I say.", "We paid"]),
        ("for it [", "aud", 0, ["for it [inaud"]),
        ("🚢👩‍🚀 and", "", 0, ["🚢👩‍🚀 and"]),
        ("patience:", "every", 0, ["patience:\nevery"]),
        ("والسفن تأتي", "", 0, ["والسفن تأتي"]),
        ("open, and", "هذا", 0, None),
    ],
)
def test_the_copied_link_marks_exactly_the_words(page, answer, select, first, last, nth, marks):
    page.goto(answer.get_absolute_url())
    select(first, last, nth=nth)
    expect(toolbar(page)).to_be_visible()
    chosen = page.evaluate("getSelection().toString()")
    link = copied_link(page)
    assert "#quote:~:text=" in link
    page.goto("about:blank")
    page.goto(link)
    expect(page.locator("#quote")).to_be_in_viewport()
    expect(page.get_by_text("not said here")).to_have_count(0)
    if marks is None:
        assert "".join("".join(marked(page)).split()) == "".join(chosen.split())
    else:
        assert marked(page) == marks
    before = page.evaluate(
        """() => { const range = document.createRange(); range.setStart(document.querySelector(".the-turn .words"), 0);
             range.setEndBefore(document.getElementById("quote")); return range.toString(); }"""
    )
    assert before.count(first) == nth


def test_a_long_quote_has_a_short_link_that_marks_all_of_it(page, answer, select):
    page.goto(answer.event.turns.get(position=3).get_absolute_url())
    select("point 2", "Of point 37")
    chosen = page.evaluate("getSelection().toString()")
    link = copied_link(page)
    assert len(link) < 900
    page.goto(link)
    assert marked(page) == [chosen.strip()]


def test_a_quote_is_copied_with_who_said_it_where_and_its_link(page, answer, select):
    page.goto(answer.get_absolute_url())
    select("will stay open")
    toolbar(page).get_by_role("button", name="Copy quote").click()
    expect(page.get_by_role("status").filter(has_text="Quote copied, with its source")).to_be_visible()
    words, source, link = page.evaluate("navigator.clipboard.readText()").split("\n")
    assert words == "“will stay open”"
    assert source == "— Jane Roe, Minister for Harbours, On the harbour, 4 March 2021"
    page.goto(link)
    assert marked(page) == ["will stay open"]


def test_words_of_an_old_wording_are_linked_with_its_revision(page, answer, select):
    now = transcript_of(answer.event)
    later = replace(now.turns[1], paragraphs=("The harbour is shut, and the harbour will stay shut.", *ANSWER[1:]))
    correct_event(answer.event, replace(now, turns=(now.turns[0], later, now.turns[2])))
    page.goto(f"{answer.get_absolute_url()}?rev=1")
    select("will stay open")
    link = copied_link(page)
    assert "rev=1" in link
    page.goto(link)
    assert marked(page) == ["will stay open"]
    expect(page.get_by_text("It has changed since")).to_be_visible()


def test_cite_leads_to_the_citations_with_the_words_marked(page, answer, select):
    page.goto(answer.event.get_absolute_url())
    select("will stay open", root=f"#t-{answer.public_id} .words")
    toolbar(page).get_by_role("link", name="Cite").click()
    expect(page.get_by_role("heading", name="Cite")).to_be_in_viewport()
    assert marked(page) == ["will stay open"]


def test_words_are_selected_by_key_and_shared_by_key(page, answer, live_server):
    page.goto(answer.get_absolute_url())
    words = page.locator(".the-turn .words p").first
    # Without caret browsing, keys can only change a selection that is there.
    words.dblclick(position={"x": 12, "y": 14})
    expect(toolbar(page)).to_be_visible()
    for _step in range(11):
        page.keyboard.press("Shift+ArrowRight")
    expect(page.get_by_role("status").filter(has_text="Press Enter to copy or cite")).to_be_visible()
    chosen = page.evaluate("getSelection().toString()")
    page.keyboard.press("Enter")
    quote, link, cite = (toolbar(page).locator(f"[data-share={name}]") for name in ("quote", "link", "cite"))
    expect(quote).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(link).to_be_focused()
    page.keyboard.press("End")
    expect(cite).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(quote).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Quote copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").startswith(f"“{chosen.strip()}”")
    page.keyboard.press("Escape")
    expect(toolbar(page)).to_be_hidden()
    assert page.evaluate("getSelection().toString()") == chosen
    assert not page.evaluate("document.getElementById('share').contains(document.activeElement)")
    page.wait_for_timeout(400)
    expect(toolbar(page)).to_be_hidden()
    page.keyboard.press("Shift+ArrowRight")
    expect(toolbar(page)).to_be_visible()


def test_tab_leads_to_the_tools_and_from_them_to_what_is_behind_the_words(page, answer):
    page.goto(answer.get_absolute_url())
    page.locator(".the-turn .words p").first.dblclick(position={"x": 12, "y": 14})
    expect(toolbar(page)).to_be_visible()
    page.keyboard.press("Tab")
    expect(toolbar(page).get_by_role("button", name="Copy quote")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".context.after a").first).to_be_focused()


def test_the_tools_stand_by_the_words_and_on_the_screen(page, answer):
    page.goto(answer.get_absolute_url())
    words = page.locator(".the-turn .words p").first.bounding_box()
    page.mouse.move(words["x"] + 4, words["y"] + 14)
    page.mouse.down()
    page.mouse.move(words["x"] + 200, words["y"] + 14)
    expect(toolbar(page)).to_be_hidden()
    page.mouse.up()
    expect(toolbar(page)).to_be_visible()
    box = toolbar(page).bounding_box()
    assert box["y"] + box["height"] <= words["y"] + 10
    assert words["y"] - box["y"] < 80
    page.mouse.click(5, 300)
    expect(toolbar(page)).to_be_hidden()


def test_nothing_is_offered_for_the_words_of_two_turns_or_of_none(page, answer, select):
    page.goto(answer.event.get_absolute_url())
    select("Is the", "will stay", root=".transcript")
    page.wait_for_timeout(500)
    expect(toolbar(page)).to_be_hidden()
    select("On the harbour", root="h1")
    page.wait_for_timeout(500)
    expect(toolbar(page)).to_be_hidden()


def test_a_triple_click_selects_one_paragraph_and_no_more(page, answer):
    page.goto(answer.get_absolute_url())
    page.locator(".the-turn .words p").last.click(click_count=3)
    expect(toolbar(page)).to_be_visible()
    page.goto(copied_link(page))
    assert marked(page) == ["Thank you."]


@pytest.fixture
def phone(chromium, live_server, answer) -> Iterator[Page]:
    context = chromium.new_context(
        base_url=live_server.url, viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True
    )
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


def test_on_a_phone_the_tools_stand_at_the_bottom_edge(phone, answer):
    phone.goto(answer.get_absolute_url())
    phone.evaluate(SELECT, [".the-turn .words", "will stay open", 0, "will stay open"])
    expect(toolbar(phone)).to_be_visible()
    box = toolbar(phone).bounding_box()
    assert box["y"] + box["height"] == pytest.approx(740, abs=1)
    assert box["width"] == pytest.approx(360, abs=1)
    toolbar(phone).get_by_role("button", name="Copy link").tap()
    expect(phone.get_by_role("status").filter(has_text="Link copied")).to_be_visible()
    assert phone.evaluate("getSelection().toString()") == "will stay open"
    phone.goto(phone.evaluate("navigator.clipboard.readText()"))
    assert marked(phone) == ["will stay open"]
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_citation_is_copied_with_its_italics(page, answer):
    page.goto(answer.get_absolute_url())
    page.get_by_role("link", name="Copy APA citation").click()
    expect(page.get_by_role("status").filter(has_text="Citation copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").startswith(
        "Roe, J. (2021, March 4). On the harbour [Answer]"
    )
    html = page.evaluate(
        "navigator.clipboard.read().then(([item]) => item.getType('text/html')).then((blob) => blob.text())"
    )
    assert "<i>On the harbour</i>" in html
