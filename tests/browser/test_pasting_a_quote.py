"""Did they really say that? Words half remembered are pasted, and what was said comes back with its source."""

import re

import pytest
from playwright.sync_api import Page, expect

from transcripts.models import Turn

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("archive")]

SAID = "the only way to reach a just and lasting peace in Ukraine is to have a strong Ukrainian armed forces"
REMEMBERED = "the only way to get a just and lasting peace in Ukraine is to have strong Ukrainian armed forces"
VERDICT = "Said in nearly these words"


def box(page: Page):
    return page.get_by_label("The words that are said to have been said")


def check(page: Page, words: str) -> None:
    page.goto("/quote/")
    box(page).fill(words)
    page.get_by_role("button", name="Check").click()


def best(page: Page):
    return page.locator(".places .hit").first


def expect_the_differences(page: Page) -> None:
    expect(page.get_by_role("heading", name=VERDICT)).to_be_visible()
    expect(page).to_have_title(re.compile(rf"^{VERDICT}\s"))
    expect(best(page).locator("del")).to_have_text(["get "])
    expect(best(page).locator("ins")).to_have_text(["reach ", "a "])
    expect(best(page).locator(".explanation")).to_contain_text("18 of 19 words, in this order")
    expect(best(page)).to_contain_text("Jens Stoltenberg")
    expect(best(page)).to_contain_text("4 April 2024")
    # Before its script has run, the link that copies is one that leads on.
    page.wait_for_load_state()


def turn() -> Turn:
    return Turn.objects.get(text__contains=SAID)


def test_a_misremembered_quote_is_told_apart_word_by_word_and_leads_to_where_it_was_said(page):
    check(page, REMEMBERED)
    expect_the_differences(page)
    best(page).get_by_role("link", name="Show the words where they were said").click()
    expect(page).to_have_url(re.compile(rf"/t/{turn().public_id}/\?quote="))
    expect(page.locator("mark#quote")).to_have_text(SAID)
    expect(page.locator("mark#quote")).to_be_in_viewport()


def test_what_is_copied_is_what_was_said_with_who_said_it_and_a_link_that_marks_it(page, live_server):
    check(page, REMEMBERED)
    expect_the_differences(page)
    best(page).get_by_role("link", name="Copy quote as it was said").click()
    expect(page.locator("#notice")).to_have_text("Quote copied, with its source")
    words, source, link = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert words == f"“{SAID}”"
    assert source.startswith("— Jens Stoltenberg, NATO Secretary General, Press conference by")
    assert link.startswith(f"{live_server.url}/t/{turn().public_id}/?quote=")
    page.goto(link)
    expect(page.locator("mark#quote")).to_have_text(SAID)


def test_it_is_all_done_by_keys(page):
    page.goto("/quote/")
    box(page).focus()
    page.keyboard.insert_text(SAID)
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Check")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Said, word for word")).to_be_visible()
    page.wait_for_load_state()
    page.get_by_role("link", name="Show the words where they were said").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Copy quote")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#notice")).to_have_text("Quote copied, with its source")


def test_without_scripts_the_verdict_and_the_link_are_there(chromium, live_server):
    context = chromium.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    check(page, REMEMBERED)
    expect_the_differences(page)
    best(page).get_by_role("link", name="Copy quote as it was said").click()
    expect(page.locator("mark#quote")).to_have_text(SAID)
    context.close()


def test_on_a_phone_nothing_is_wider_than_the_screen(page):
    page.set_viewport_size({"width": 360, "height": 740})
    check(page, f"{REMEMBERED} {'x' * 200}")
    expect(page.get_by_role("heading", name=re.compile("Said|Not found"))).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    expect(best(page)).to_be_visible()


def test_what_was_never_said_here_is_not_found_and_the_words_stay_in_the_box(page):
    check(page, "zebras are striped horses of the plains")
    expect(page.get_by_role("heading", name="Not found")).to_be_visible()
    expect(page.get_by_text("They may have been said elsewhere")).to_be_visible()
    expect(box(page)).to_have_value("zebras are striped horses of the plains")
