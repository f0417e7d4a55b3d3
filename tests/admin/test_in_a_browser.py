"""From paste to published in a real browser, under the strict content policy."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from transcripts.models import Event

TEXT = """Press briefing

12 May 2024

Eli Moss (Harbour Post): Why is the foghorn painted purple?

Minister Ada Holm: Because purple is the colour of fog at seven in the morning.
"""

pytestmark = pytest.mark.browser


@pytest.fixture
def complaints() -> list[str]:
    """What the browser's console says against a page, such as a breach of the content policy."""
    return []


@pytest.fixture
def page(chromium, live_server, transactional_db, clean_data, complaints):
    User.objects.create_superuser("root", password="a long enough one")
    context = chromium.new_context(base_url=live_server.url)
    page = context.new_page()
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    _log_in(page)
    yield page
    context.close()


def _log_in(page: Page) -> None:
    page.goto("/admin/login/?next=/admin/")
    page.fill("#id_username", "root")
    page.fill("#id_password", "a long enough one")
    page.click("[type=submit]")


def against_the_policy(complaints: list[str]) -> list[str]:
    return [text for text in complaints if "Failed to load resource" not in text]


def test_an_editor_pastes_previews_and_publishes(page, complaints):
    page.click("text=Add a transcript")
    page.fill("#id_text", TEXT)
    page.wait_for_load_state()
    page.keyboard.press("Control+Enter")
    expect(page.locator(".understood-counts")).to_contain_text("2 turns: 1 question, 1 answer; 1 exchange")
    page.click("button:has-text('Publish now')")
    page.click("text=See it on the site")
    expect(page.locator("main")).to_contain_text("colour of fog at seven in the morning")
    page.goto("/search/?q=%22purple+is+the+colour%22")
    expect(page.locator(".hit")).to_have_count(1)
    expect(page.locator(".hit")).to_contain_text("Why is the foghorn painted purple?")
    assert against_the_policy(complaints) == []


def test_what_changed_after_the_preview_cannot_be_saved_unseen(page):
    page.goto("/admin/transcripts/event/add/")
    page.fill("#id_text", TEXT)
    page.wait_for_load_state()
    page.keyboard.press("Control+Enter")
    expect(page.locator("button[value=draft]")).to_be_enabled()
    page.fill("#id_text", TEXT.replace("purple", "green"))
    expect(page.locator("button[value=draft]")).to_be_disabled()


def test_an_uploaded_file_fills_the_box_and_is_kept(page, tmp_path: Path):
    file = tmp_path / "briefing.txt"
    file.write_bytes(TEXT.replace("purple", "“purple”").encode("cp1252"))
    page.goto("/admin/transcripts/event/add/")
    page.set_input_files("#id_file", file)
    expect(page.locator("#id_text")).to_have_value(TEXT.replace("purple", "“purple”"))
    page.click("button[value=draft]")
    expect(page.locator(".messagelist")).to_contain_text("Saved as a draft")
    assert Event.objects.get().sources.get().read() == file.read_bytes()


def test_turns_are_moved_and_added_by_button(page, complaints):
    page.goto("/admin/transcripts/event/add/")
    page.fill("#id_text", TEXT)
    page.wait_for_load_state()
    page.keyboard.press("Control+Enter")
    page.click("button[value=draft]")
    rows = page.locator("[data-row]")
    rows.nth(1).locator("[data-move=up]").click()
    rows.nth(0).locator("[data-insert]").click()
    rows.nth(1).locator("textarea").fill("(Applause.)")
    page.click("#event_form >> text=Save")
    expect(page.locator(".messagelist")).to_contain_text("Saved as a draft")
    texts = Event.objects.get().turns.current().order_by("position").values_list("text", flat=True)
    assert [text.split()[0] for text in texts] == ["Because", "(Applause.)", "Why"]
    assert against_the_policy(complaints) == []


def test_one_who_was_logged_out_loses_nothing(page):
    page.goto("/admin/transcripts/event/add/")
    page.fill("#id_text", TEXT)
    page.context.clear_cookies()
    page.wait_for_load_state()
    page.keyboard.press("Control+Enter")
    expect(page.locator("[data-unanswered]")).to_be_visible()
    expect(page.locator("#id_text")).to_have_value(TEXT)
