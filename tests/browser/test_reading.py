"""The journalist's way: from the search box to the quote, its question and its link."""

import re

import pytest
from playwright.sync_api import Page, expect

from transcripts.models import Turn

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("archive")]


def clipboard(page: Page) -> str:
    return page.evaluate("navigator.clipboard.readText()")


def answer() -> Turn:
    return Turn.objects.get(text__contains="dig deeper")


def test_from_the_search_box_to_the_quote_with_its_link(page, live_server):
    page.goto("/")
    page.get_by_role("combobox").fill("“dig deeper”")
    page.keyboard.press("Enter")

    hits = page.locator(".hit")
    expect(hits).to_have_count(1)
    expect(hits.locator("mark")).to_have_text("dig deeper")
    expect(hits).to_contain_text("Dmytro Shkurko")
    expect(hits).to_contain_text("Jens Stoltenberg")

    page.wait_for_load_state()
    hits.get_by_role("link", name="Copy quote").click()
    expect(page.get_by_role("status").filter(has_text="Quote copied")).to_be_visible()
    assert "dig deeper" in clipboard(page)
    assert "Jens Stoltenberg, NATO Secretary General, Press conference by" in clipboard(page)

    hits.get_by_role("link", name="Press conference").click()
    turn = page.locator(f"#t-{answer().public_id}")
    expect(turn).to_be_in_viewport()
    # Before its script has run, the link that copies is one that leads on.
    page.wait_for_load_state()
    link = f"{live_server.url}/t/{answer().public_id}/"

    turn.get_by_role("link", name="Copy quote").click()
    expect(page.get_by_role("status").filter(has_text="Quote copied")).to_be_visible()
    copied = clipboard(page)
    assert answer().text in copied
    assert "Jens Stoltenberg" in copied
    assert copied.endswith(link)

    turn.get_by_role("link", name="Copy link").click()
    page.wait_for_function("link => navigator.clipboard.readText().then(text => text === link)", arg=link)

    page.goto(link)
    expect(page.get_by_text("dig deeper")).to_be_visible()
    expect(page.get_by_text("what is the real situation on the battlefield now").first).to_be_visible()


def test_a_slash_leads_to_the_search_box(page):
    page.goto("/people/")
    page.keyboard.press("/")
    page.keyboard.type("georgia")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("q=georgia"))
    expect(page.locator(".hit").first).to_be_visible()


def test_narrowing_down_swaps_the_results_and_the_address(page):
    page.goto("/search/?q=ukraine")
    expect(page.locator(".hit").first).to_be_visible()
    before = page.locator(".hit").count()
    page.evaluate("window.sameDocument = true")
    page.get_by_role("checkbox", name="Reuters").check()
    expect(page).to_have_url(re.compile("outlet=reuters"))
    expect(page.locator(".hit")).not_to_have_count(before)
    assert page.evaluate("window.sameDocument")
    page.go_back()
    expect(page.locator(".hit")).to_have_count(before)


@pytest.mark.parametrize("path", ["/", "/search/?q=ukraine", "/events/", "/people/", "/outlets/", "/about/"])
def test_no_page_is_wider_than_a_phone(page, path):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_transcript_is_no_wider_than_a_phone(page):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(answer().event.get_absolute_url())
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_everything_is_there_without_javascript(chromium, live_server):
    context = chromium.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/")
    page.get_by_role("searchbox").fill('"dig deeper"')
    page.get_by_role("button", name="Search").click()
    page.locator(".hit").get_by_role("link", name="Permalink").click()
    expect(page).to_have_url(f"{live_server.url}/t/{answer().public_id}/")
    expect(page.get_by_text("dig deeper")).to_be_visible()
    context.close()


def test_selected_words_are_quoted_with_a_link_that_marks_them(page):
    page.goto(answer().get_absolute_url())
    page.evaluate(
        """() => {
          const text = document.querySelector(".the-turn .words p").firstChild;
          const start = text.data.indexOf("dig deeper");
          getSelection().setBaseAndExtent(text, start, text, start + "dig deeper".length);
        }"""
    )
    page.locator(".the-turn").get_by_role("link", name="Copy quote").click()
    expect(page.get_by_role("status").filter(has_text="Quote copied")).to_be_visible()
    copied = clipboard(page)
    assert copied.startswith("“dig deeper”\n— Jens Stoltenberg")
    page.goto(copied.splitlines()[-1])
    expect(page.locator("mark")).to_have_text("dig deeper")
    expect(page.locator("mark")).to_be_in_viewport()
