"""A trend by mouse and by key, and following a search, in a real browser."""

import re

import pytest
from django.core import mail
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("archive")]


def test_arrow_keys_go_from_bar_to_bar_and_enter_opens_the_turns_that_it_counts(page):
    page.goto("/trends/?q=ukraine&per=month&by=speaker")
    strips = page.locator("[data-strip]")
    expect(strips.nth(1)).to_be_visible()
    bar = strips.first.locator("a").first
    bar.focus()
    page.keyboard.press("Tab")
    expect(strips.nth(1).locator("a").first).to_be_focused()
    count = int(re.search(r": (\d+) turn", page.evaluate("document.activeElement.getAttribute('aria-label')"))[1])
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=ukraine&speaker="))
    expect(page.locator("#total")).to_contain_text(str(count))


def test_the_form_draws_another_trend(page):
    page.goto("/trends/")
    page.get_by_role("searchbox", name="Up to five words").fill("ukraine, georgia")
    page.get_by_label("As a share of all turns").check()
    page.get_by_role("button", name="Draw").click()
    expect(page.locator("[data-strip]")).to_have_count(2)
    page.get_by_text("As a table").click()
    expect(page.get_by_role("columnheader", name="georgia")).to_be_visible()


@pytest.mark.parametrize("path", ["/trends/?q=ukraine,georgia&by=speaker", "/trends/?q=ukraine&per=month", "/follow/"])
def test_nothing_is_wider_than_a_phone(page, path):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_search_is_followed_by_mail_and_ended(page, settings, live_server):
    settings.MAIL_IS_SET_UP, settings.LINK_ORIGIN = True, live_server.url
    page.goto("/search/?q=georgia")
    page.get_by_role("link", name="Follow this search").click()
    page.get_by_label("Your e-mail address").fill("ada@example.org")
    page.get_by_label("at once").check()
    page.get_by_role("button", name="Send me the mail").click()
    expect(page.get_by_role("heading", name="Look into your mail")).to_be_visible()
    page.goto(re.search(rf"{live_server.url}/follow/confirm/\S+", mail.outbox[0].body)[0])
    page.get_by_role("button", name="Yes, follow it").click()
    expect(page.get_by_role("heading", name="You follow this search")).to_be_visible()


def test_a_wrong_address_has_the_focus_and_what_is_wrong_is_read_with_it(chromium, live_server, settings):
    settings.MAIL_IS_SET_UP = True
    context = chromium.new_context(base_url=live_server.url)  # one that takes the answer 422 for no complaint
    page = context.new_page()
    page.goto("/follow/?q=georgia")
    page.get_by_label("Your e-mail address").fill("ada at example")
    page.get_by_role("button", name="Send me the mail").click()
    address = page.get_by_label("Your e-mail address")
    expect(address).to_be_focused()
    expect(address).to_have_accessible_description("This is no e-mail address. One looks like name@example.org.")
    context.close()


def test_a_search_leads_to_its_feeds_and_files(page):
    page.goto("/search/?q=georgia")
    expect(page.locator("link[type='application/atom+xml']")).to_have_attribute("href", "/search.atom?q=georgia")
    with page.expect_download() as download:
        page.get_by_role("link", name="All as CSV").click()
    assert re.fullmatch(r"verbatim-georgia-\d{4}-\d\d-\d\d\.csv", download.value.suggested_filename)
