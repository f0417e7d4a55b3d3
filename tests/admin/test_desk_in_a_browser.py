"""Many files and the two sides in a real browser, under the strict content policy."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from conftest import SHORT
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect
from test_side_by_side import UNCERTAIN

from transcripts.import_jobs import work
from transcripts.models import Event, ImportedFile
from transcripts.publishing import Received, add_event
from transcripts.text.parsing import parse_source

pytestmark = pytest.mark.browser


@pytest.fixture
def complaints() -> list[str]:
    """What the browser's console says against a page, such as a breach of the content policy."""
    return []


@pytest.fixture
def page(chromium, live_server, transactional_db, clean_data, complaints, django_user_model):
    root: User = django_user_model.objects.create_superuser("root", password="a long enough one")
    context = chromium.new_context(base_url=live_server.url)
    page = context.new_page()
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto("/admin/login/?next=/admin/")
    page.fill("#id_username", root.username)
    page.fill("#id_password", "a long enough one")
    page.click("[type=submit]")
    page.wait_for_url("**/admin/")
    yield page
    context.close()


def against_the_policy(complaints: list[str]) -> list[str]:
    return [text for text in complaints if "Failed to load resource" not in text]


@pytest.fixture
def sides(page: Page) -> Page:
    """The page of an uncertain draft."""
    received = Received(UNCERTAIN.encode(), "lighthouse.txt")
    event = add_event(parse_source(received.data, name=received.name), received=received)
    page.goto(f"/admin/transcripts/event/{event.pk}/sides/")
    return page


def test_more_files_than_one_request_may_carry_are_one_import(page, tmp_path: Path, complaints):
    for number in range(120):
        text = SHORT.replace("lighthouse", f"lighthouse {number}").replace("4 April 2024", f"4 April {1900 + number}")
        (tmp_path / f"{number}.txt").write_text(text)
    page.clock.install()
    page.goto("/admin/transcripts/importjob/add/")
    page.set_input_files("#id_files", sorted(tmp_path.iterdir()))
    page.click("button:has-text('Import')")
    expect(page.locator("#queue")).to_contain_text("0 of 120 files are done")
    # The tests' database is one that refuses to be read while it is written to: no look at it meanwhile.
    with page.expect_response("**/change/"):
        page.clock.pause_at(time.time() + 3600)
    ImportedFile.objects.filter(pk__gt=ImportedFile.objects.order_by("pk")[2].pk).update(state="cancelled")
    work()
    page.clock.resume()
    expect(page.locator("#queue")).to_contain_text("120 of 120 files are done")
    page.reload()
    expect(page.locator("#queue progress")).to_have_attribute("value", "120")
    assert Event.objects.count() == 3
    assert against_the_policy(complaints) == []


def test_a_sending_that_broke_off_goes_on_with_what_is_left(page, tmp_path: Path):
    for number in range(60):
        (tmp_path / f"{number:02}.txt").write_text(SHORT.replace("lighthouse", f"lighthouse {number}"))
    page.goto("/admin/transcripts/importjob/add/")
    page.set_input_files("#folder", tmp_path)
    answered = iter([True])
    page.route("**/importjob/add/", lambda route: route.continue_() if next(answered, False) else route.abort())
    page.click("[data-send]")
    expect(page.locator("[data-unanswered]")).to_be_visible()
    expect(page.locator("[data-chosen]")).to_contain_text("files 10")
    page.unroute("**/importjob/add/")
    page.click("[data-send]")
    expect(page.locator("#queue")).to_contain_text("0 of 60 files are done")


def test_by_keys_alone_the_uncertain_turn_is_mended_and_saved(sides, complaints):
    sides.keyboard.press("j")
    expect(sides.locator("#turn-1")).to_be_focused()
    expect(sides.locator("#line-7")).to_have_class("doubtful beside")
    sides.keyboard.press("e")
    speaker = sides.locator("input[name=turn-speaker]")
    expect(speaker).to_be_visible()
    speaker.fill("Ada Holm")
    sides.keyboard.press("Enter")
    expect(sides.locator(".sides-doubts")).to_contain_text("No turn is uncertain")
    sides.keyboard.press("Control+s")
    expect(sides.locator(".messagelist")).to_contain_text("Saved as a draft")
    assert Event.objects.get().turns.get(position=1).speaker.name == "Ada Holm"
    assert against_the_policy(complaints) == []


def test_the_turns_follow_what_is_typed(sides, complaints):
    sides.click("summary:has-text('As text')")
    text = sides.locator("#id_text")
    text.fill(text.input_value() + "\n\nCara Dahl (Harbour Post): And after that?\n")
    expect(sides.locator(".side")).to_have_count(6)
    expect(text).to_be_focused()
    assert against_the_policy(complaints) == []


def test_a_split_by_click_is_in_the_text_at_once(sides, complaints):
    sides.locator("#turn-1 .split").click()
    expect(sides.locator(".side")).to_have_count(6)
    sides.locator("#turn-2 button:has-text('Join with turn 1')").click()
    expect(sides.locator(".side")).to_have_count(5)
    assert against_the_policy(complaints) == []


def click_on_word(page, paragraph, word: str) -> None:
    """Where the word begins in the text of the paragraph."""
    place = paragraph.evaluate(
        """(element, word) => {
            const range = document.createRange();
            const start = element.firstChild.data.indexOf(word);
            range.setStart(element.firstChild, start + 1);
            range.setEnd(element.firstChild, start + 2);
            const box = range.getBoundingClientRect();
            return [box.x + 1, box.y + box.height / 2];
        }""",
        word,
    )
    page.mouse.click(*place)


def test_a_turn_is_split_before_the_word_that_was_clicked(sides, complaints):
    click_on_word(sides, sides.locator("#turn-1 .verbatim").first, "everybody")
    sides.locator("#turn-1 button:has-text('Split before “everybody”')").click()
    expect(sides.locator(".side")).to_have_count(6)
    expect(sides.locator("#turn-1 .verbatim")).to_have_text("Good morning to")
    expect(sides.locator("#turn-2 .verbatim").first).to_have_text("everybody here at the harbour today.")
    assert against_the_policy(complaints) == []


def test_by_keys_a_turn_is_split_told_its_kind_joined_and_all_of_it_taken_back(sides, complaints):
    sides.keyboard.press("n")
    before = sides.locator("#id_text").input_value()
    sides.keyboard.press("s")
    expect(sides.locator(".side")).to_have_count(6)
    sides.keyboard.press("n")
    sides.keyboard.press("6")
    expect(sides.locator("#turn-2 .kind")).to_have_text("Note")
    sides.keyboard.press("m")
    expect(sides.locator(".side")).to_have_count(5)
    for count in (6, 6, 5):
        sides.keyboard.press("u")
        expect(sides.locator(".side")).to_have_count(count)
    expect(sides.locator("#id_text")).to_have_value(before)
    assert against_the_policy(complaints) == []


def test_a_question_mark_shows_the_keys_and_single_ones_can_be_switched_off(sides):
    sides.keyboard.press("?")
    keys = sides.locator("dialog[open]")
    expect(keys).to_contain_text("to the next uncertain turn")
    keys.locator("input").uncheck()
    sides.keyboard.press("Escape")
    expect(keys).to_have_count(0)
    sides.keyboard.press("j")
    sides.keyboard.press("e")
    expect(sides.locator(".side.open")).to_have_count(0)
    sides.click("[data-keys-open]")
    expect(keys).to_be_visible()


def test_a_line_of_the_source_leads_to_its_turn(sides):
    sides.locator("#line-15 .said").click()
    expect(sides.locator(".side.beside")).to_contain_text(sides.locator("#line-15").inner_text().partition(": ")[2])


def test_without_scripts_the_buttons_do_the_same(sides, chromium, live_server):
    context = chromium.new_context(java_script_enabled=False, storage_state=sides.context.storage_state())
    page = context.new_page()
    page.goto(sides.url)
    page.locator("#turn-1 .split").click()
    expect(page.locator(".side")).to_have_count(6)
    page.click("button[data-save-all]")
    expect(page.locator(".messagelist")).to_contain_text("Saved as a draft")
    context.close()
