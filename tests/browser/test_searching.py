"""Searching by mouse, touch and key in a real browser: suggestions, a span of time, hits within an event."""

import re
from dataclasses import replace
from datetime import date

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.views.harbour import HARBOUR
from transcripts.models import Event
from transcripts.publishing import add_event, publish_event
from transcripts.search import indexing

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("archive")]


@pytest.fixture
def years(archive) -> None:
    """Harbour briefings of twelve years, beside the archive's own event."""
    for year in range(2006, 2018):
        publish_event(add_event(replace(HARBOUR, date=date(year, 5, 1))))
    indexing.drain()


def box(page: Page):
    return page.get_by_role("combobox", name="Words, or a “quoted phrase”")


def test_a_suggestion_is_taken_by_key(page):
    page.goto("/search/")
    box(page).press_sequentially("stolten")
    option = page.get_by_role("option", name="Jens Stoltenberg")
    expect(option).to_be_visible()
    expect(box(page)).to_have_attribute("aria-expanded", "true")
    box(page).press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    expect(box(page)).to_have_attribute("aria-activedescendant", option.get_attribute("id"))
    box(page).press("Enter")
    expect(page).to_have_url(re.compile(r"\?speaker=jens-stoltenberg$"))


def test_suggestions_are_put_away_and_what_was_typed_is_searched(page):
    page.goto("/search/")
    box(page).press_sequentially("ammuni")
    expect(page.get_by_role("listbox")).to_be_visible()
    box(page).press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box(page)).to_have_value("ammuni")
    box(page).press_sequentially("tion")
    box(page).press("Enter")
    expect(page.locator("#total")).to_contain_text("ammunition")
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_a_stroke_over_the_bars_searches_that_span(page, years):
    page.goto("/search/?q=breakwater")
    frame = page.locator("[data-timeline] svg").bounding_box()
    middle = frame["y"] + frame["height"] / 2
    bar = frame["width"] / 12
    page.mouse.move(frame["x"] + 2.5 * bar, middle)
    page.mouse.down()
    page.mouse.move(frame["x"] + 5.5 * bar, middle, steps=6)
    expect(page.locator("[data-brushed]")).to_have_text("2008 – 2011")
    page.mouse.up()
    expect(page).to_have_url(re.compile("from=2008-01-01&to=2011-12-31"))
    expect(page.locator("#total")).to_contain_text("8 turns")


def test_a_span_is_chosen_by_key(page, years):
    page.goto("/search/?q=breakwater")
    page.get_by_role("link", name="2010: 2").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowRight")
    expect(page.locator("[data-brushed]")).to_have_text("2011 – 2012")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("from=2011-01-01&to=2012-12-31"))
    expect(page.locator("#total")).to_contain_text("4 turns")


def test_a_click_on_a_bar_is_a_link(page, years):
    page.goto("/search/?q=breakwater")
    page.get_by_role("link", name="2010: 2").click()
    expect(page).to_have_url(re.compile("from=2010-01-01&to=2010-12-31"))


def test_a_reader_who_does_not_see_is_told_what_a_change_finds(page, years):
    page.goto("/search/?q=breakwater")
    announced = page.locator("#announced")
    expect(announced).to_have_attribute("aria-live", "polite")
    page.get_by_role("checkbox", name="Question").check()
    expect(announced).to_have_text("12 turns for breakwater")
    expect(page.get_by_role("checkbox", name="Question")).to_be_focused()
    expect(page.get_by_role("heading", name="12 turns for breakwater")).to_be_visible()


def test_where_the_link_that_was_taken_is_gone_the_focus_is_on_what_it_found(page, years):
    page.goto("/search/?q=breakwater&kind=question")
    page.get_by_role("link", name="Remove Kind of turn: Question").press("Enter")
    expect(page.get_by_role("heading", name="24 turns for breakwater")).to_be_focused()
    page.get_by_role("link", name="Next").press("Enter")
    expect(page.get_by_text("Page 2 of 2")).to_be_visible()
    expect(page.get_by_role("heading", name="24 turns for breakwater")).to_be_focused()


def test_hits_are_gathered_by_event(page, years):
    page.goto("/search/?q=breakwater OR ukraine")
    page.get_by_label("By event").check()
    expect(page.locator(".group")).to_have_count(13)
    expect(page).to_have_url(re.compile("group=event"))


def nato_address() -> str:
    return Event.objects.get(date=date(2024, 4, 4)).get_absolute_url()


def inside(page: Page):
    return page.get_by_role("searchbox", name="Search within this event")


@pytest.fixture
def nato_page(page) -> Page:
    page.goto(nato_address())
    return page


def test_hits_within_an_event_are_gone_through_by_key(nato_page):
    page, count = nato_page, nato_page.locator(".inside-count")
    inside(page).press_sequentially("ammunition")
    expect(count).to_have_text(re.compile(r"1 of \d+"))
    expect(page.locator("mark.current")).to_be_in_viewport()
    inside(page).press("Enter")
    expect(count).to_have_text(re.compile(r"2 of \d+"))
    inside(page).press("Shift+Enter")
    inside(page).press("Shift+Enter")
    expect(count).to_have_text(re.compile(r"(\d+) of \1"))
    inside(page).blur()
    page.keyboard.press("n")
    expect(count).to_have_text(re.compile(r"1 of \d+"))
    page.keyboard.press("p")
    expect(count).to_have_text(re.compile(r"(\d+) of \1"))
    expect(page.locator(".inside-rail i")).to_have_count(page.locator("mark.found").count())
    page.keyboard.press("Escape")
    expect(page.locator("mark.found")).to_have_count(0)
    expect(page).not_to_have_url(re.compile("q="))


def test_a_mark_along_the_scrollbar_leads_to_its_hit(nato_page):
    inside(nato_page).press_sequentially("ammunition")
    expect(nato_page.locator("mark.current")).to_be_visible()
    nato_page.locator(".inside-rail i").last.click()
    expect(nato_page.locator("mark.found[id]").last).to_be_in_viewport()
    expect(nato_page.locator(".inside-count")).to_have_text(re.compile(r"(\d+) of \1"))


def test_what_was_found_can_still_be_copied(nato_page):
    inside(nato_page).press_sequentially("deeper")
    turn = nato_page.locator(".turn", has=nato_page.locator("mark.current"))
    turn.hover()
    turn.get_by_role("link", name="Copy quote").click()
    expect(nato_page.get_by_role("status").filter(has_text="Quote copied")).to_be_visible()


def test_on_a_phone_nothing_is_wider_than_the_screen(chromium: Browser, live_server, years):
    context = chromium.new_context(base_url=live_server.url, viewport={"width": 390, "height": 844}, has_touch=True)
    page = context.new_page()
    event = nato_address()
    for path in (
        "/search/?q=breakwater&group=event",
        "/search/help/",
        f"{event}?q=ammunition",
        "/search/?q=zebra&kind=note",
    ):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, path
    context.close()


def test_without_scripts_bars_and_hits_are_links(chromium: Browser, live_server, years):
    context = chromium.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/search/?q=breakwater")
    page.get_by_role("link", name="2010: 2").click()
    expect(page).to_have_url(re.compile("from=2010-01-01&to=2010-12-31"))
    page.goto(nato_address())
    inside(page).fill("ammunition")
    page.get_by_role("button", name="Find").click()
    page.locator(".inside-count a").click()
    expect(page.locator("#found-1")).to_be_in_viewport()
    context.close()
