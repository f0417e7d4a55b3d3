"""The search box in the head of every page: reached by one key, with suggestions, and whole without scripts."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("archive")]


def box(page: Page):
    return page.get_by_role("combobox", name="Search the archive")


@pytest.mark.parametrize("path", ["/events/", "/quote/", "/trends/", "/about/", "/no-such-page/"])
def test_a_suggestion_is_taken_by_key_from_any_page(page_that_may_be_missing, path):
    page = page_that_may_be_missing
    page.goto(path)
    expect(box(page)).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("/")
    expect(box(page)).to_be_focused()
    page.keyboard.type("stolten")
    option = page.get_by_role("option", name="Jens Stoltenberg")
    expect(option).to_be_visible()
    expect(box(page)).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    expect(box(page)).to_have_attribute("aria-activedescendant", option.get_attribute("id"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?speaker=jens-stoltenberg$"))
    expect(page.locator(".hit").first).to_be_visible()


@pytest.fixture
def page_that_may_be_missing(chromium: Browser, live_server):
    """A window in which a page that is not there is no complaint."""
    context = chromium.new_context(base_url=live_server.url)
    yield context.new_page()
    context.close()


def test_what_was_typed_is_searched_where_no_suggestion_is_taken(page):
    page.goto("/people/")
    page.keyboard.press("/")
    page.keyboard.type("georgia")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=georgia$"))


def test_a_suggestion_is_taken_by_finger_on_a_phone_and_none_is_wider_than_the_screen(chromium, live_server):
    phone = {"width": 360, "height": 740}
    context = chromium.new_context(base_url=live_server.url, viewport=phone, has_touch=True)
    page = context.new_page()
    for path in ("/events/", "/"):
        page.goto(path)
        page.get_by_role("combobox").press_sequentially("stolten")
        expect(page.get_by_role("listbox")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= phone["width"], path
        page.get_by_role("option", name="Jens Stoltenberg").tap()
        expect(page).to_have_url(re.compile(r"\?speaker=jens-stoltenberg$"))
    context.close()


def test_without_scripts_it_is_a_plain_search_box(chromium, live_server):
    context = chromium.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/events/")
    page.get_by_role("searchbox", name="Search the archive").fill("georgia")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=georgia$"))
    expect(page.locator(".hit").first).to_be_visible()
    context.close()


def test_every_section_stands_in_the_navigation_and_says_where_the_reader_is(page):
    page.goto("/")
    sections = page.get_by_role("navigation", name="Main").get_by_role("link")
    names = ["Events", "People", "Outlets", "Series", "Quote check", "Trends", "Help"]
    expect(sections).to_have_text(names)
    for name in names:
        page.get_by_role("navigation", name="Main").get_by_role("link", name=name).click()
        expect(page.locator(".sections [aria-current=page]")).to_have_text(name)
