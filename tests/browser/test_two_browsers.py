"""Two editors in two browsers on one event, and an address that is given back, under the strict content policy."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from django.urls import reverse
from playwright.sync_api import BrowserContext, Page, expect

from transcripts.models import Event
from transcripts.projection import transcript_of
from transcripts.publishing import add_event, publish_event
from transcripts.text.parsing import parse_source

pytestmark = pytest.mark.browser

TEXT = """Press conference

by Minister Ada Holm on the new lighthouse

4 April 2024

Spokesperson Bo Lind: Good morning. The first question is for the Harbour Post.

Cara Dahl (Harbour Post): Minister, when will the lighthouse be lit for the first time?

Minister Ada Holm: It will be lit in October, on the longest night that we can find.

Spokesperson Bo Lind: Thank you all for coming.
"""
NIGHT = "It will be lit in October, on the longest night that we can find."
OTHER = "Nobody knows as yet what the lamp oil is going to cost this small town."


@pytest.fixture
def event(transactional_db, clean_data) -> Event:
    event = add_event(parse_source(TEXT.encode(), name="lighthouse.txt"))
    publish_event(event)
    return event


@pytest.fixture
def complaints() -> Iterator[list[str]]:
    """What the browsers' consoles say against a page, such as a breach of the content policy: nothing."""
    heard: list[str] = []
    yield heard
    assert [text for text in heard if "Failed to load resource" not in text] == []


@pytest.fixture
def open_as(chromium, live_server, event, django_user_model, complaints):
    """A window of an editor of this name, who is logged in, at this width."""
    contexts: list[BrowserContext] = []

    def open_window(name: str, width: int = 1200, **options) -> Page:
        django_user_model.objects.create_superuser(name, password="a long enough one")
        context = chromium.new_context(base_url=live_server.url, viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto("/admin/login/?next=/admin/")
        page.fill("#id_username", name)
        page.fill("#id_password", "a long enough one")
        page.click("[type=submit]")
        page.wait_for_url("**/admin/")
        return page

    yield open_window
    for context in contexts:
        context.close()


def door(event: Event) -> str:
    return reverse("admin:transcripts_event_text", args=[event.pk])


def change(page: Page, old: str, new: str) -> None:
    box = page.locator("#id_text")
    box.fill(box.input_value().replace(old, new))


def preview(page: Page) -> None:
    page.wait_for_load_state()
    page.locator("#id_text").press("Control+Enter")
    expect(page.locator("#understood .pairing")).to_be_visible()


def save(page: Page) -> None:
    preview(page)
    page.click("button[value=save]")
    expect(page.locator(".messagelist")).to_contain_text("Published.")


def texts(event: Event) -> list[str]:
    return [turn.text for turn in transcript_of(event).turns]


def test_the_second_of_two_editors_puts_both_together(event, open_as):
    first, second = open_as("pia"), open_as("edda")
    for page in (first, second):
        page.goto(door(event))
    change(first, "longest", "darkest")
    change(first, "Good morning.", "Good day.")
    save(first)
    change(second, "longest", "coldest")
    change(second, "Thank you all", "Thanks to all")
    second.wait_for_load_state()
    second.locator("#id_text").press("Control+Enter")
    expect(second.locator("#form-errors")).to_contain_text("Somebody else has changed this event")
    expect(second.locator(".meanwhile .changes ins").first).to_have_text("day")
    assert "coldest" in second.locator("#id_text").input_value()
    second.get_by_label("Both wordings").check()
    second.get_by_role("button", name="Put both together").click()
    expect(second.locator(".desk-note")).to_contain_text("Both are put together")
    merged = second.locator("#id_text").input_value()
    assert all(words in merged for words in ("Good day.", "Thanks to all", "darkest", "coldest"))
    expect(second.locator(".understood-warnings")).to_contain_text("This turn holds both wordings")
    change(second, NIGHT.replace("longest", "darkest") + "\n\n", "")
    second.click("button[value=save]")
    expect(second.locator(".messagelist")).to_contain_text("Published.")
    assert "Good day." in texts(event)[0]
    assert texts(event)[2:] == [NIGHT.replace("longest", "coldest"), "Thanks to all for coming."]


def test_an_address_is_given_back_by_key_and_kept_while_the_text_goes_on_changing(event, open_as):
    page, before = open_as("pia"), [turn.id for turn in transcript_of(event).turns]
    page.goto(door(event))
    change(page, f"#{before[2]} ", "")
    change(page, NIGHT, OTHER)
    preview(page)
    chooser = page.locator("select[name=pair-3]")
    chooser.focus()
    chooser.select_option(before[2])
    page.get_by_role("button", name="Take these addresses").press("Enter")
    expect(page.locator("#id_text")).to_have_value(re.compile(f"#{before[2]}"))
    change(page, OTHER, "Nobody knows.")
    save(page)
    assert [turn.id for turn in transcript_of(event).turns] == before
    assert texts(event)[2] == "Nobody knows."


def test_it_all_works_on_a_phone_without_scripts(event, open_as):
    first, second = open_as("pia"), open_as("edda", width=390, java_script_enabled=False)
    for page in (first, second):
        page.goto(door(event))
    change(first, "longest", "darkest")
    save(first)
    change(second, "longest", "coldest")
    second.get_by_role("button", name="Preview").click()
    expect(second.locator(".meanwhile")).to_be_visible()
    overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert second.evaluate(overflow) <= 0
    second.get_by_label("Mine").check()
    second.get_by_role("button", name="Put both together").click()
    expect(second.locator(".desk-note")).to_contain_text("Both are put together")
    assert second.evaluate(overflow) <= 0
    second.get_by_role("button", name="Save", exact=True).click()
    expect(second.locator(".messagelist")).to_contain_text("Published.")
    assert "coldest" in texts(event)[2]


def test_rows_of_two_editors_are_put_together_in_the_rows(event, open_as):
    first, second = open_as("pia"), open_as("edda")
    address = reverse("admin:transcripts_event_change", args=[event.pk])
    for page in (first, second):
        page.goto(address)
    first.locator("[name=turns-0-text]").fill("Good day to you all.")
    first.click("#event_form >> text=Save")
    expect(first.locator(".messagelist")).to_contain_text("Published.")
    second.locator("[name=turns-3-text]").fill("Thanks to all.")
    second.click("#event_form >> text=Save")
    expect(second.locator(".meanwhile ins").first).to_have_text("day")
    second.get_by_role("button", name="Put both together").click()
    expect(second.locator("[name=turns-0-text]")).to_have_value("Good day to you all.")
    second.locator(".desk-save >> text=Save").last.click()
    expect(second.locator(".messagelist")).to_contain_text("Published.")
    assert (texts(event)[0], texts(event)[3]) == ("Good day to you all.", "Thanks to all.")
