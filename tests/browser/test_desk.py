"""The whole way of a folder: dropped on the desk, imported, mended beside its source, published, found."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from transcripts.import_jobs import work
from transcripts.models import Event

pytestmark = pytest.mark.browser

GOOD = """Press conference

on the new lighthouse

4 April 2024

Spokesperson Bo Lind: Good morning. The first question is for the Harbour Post.

Cara Dahl (Harbour Post): Minister, when will the lighthouse be lit for the first time?

Minister Ada Holm: It will be lit in October, on the longest night that we can find.

Spokesperson Bo Lind: Thank you all for coming.
"""
UNCERTAIN = """Press briefing on the ferry

5 May 2024

Q: When will the ferry sail for the first time?

OFFICIAL: It will sail in the week after the dredging of the eastern channel.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One transcript is clear, one has a label that names nobody, one cannot be read; and what lies beside them."""
    harbour = tmp_path / "harbour"
    (harbour / "2024").mkdir(parents=True)
    (harbour / "README.md").write_text("How these files were collected.")
    (harbour / "2024" / "series.toml").write_text('name = "Harbour news"\n')
    (harbour / "2024" / "lighthouse.txt").write_text(GOOD)
    (harbour / "2024" / "ferry.txt").write_text(UNCERTAIN)
    (harbour / "2024" / "ferry.toml").write_text('venue = "The old mole"\n')
    (harbour / "2024" / "broken.pdf").write_bytes(b"%PDF-1.7\nand so on")
    return harbour


@pytest.fixture
def desk(page: Page, transactional_db, clean_data, django_user_model) -> Page:
    """The window of a publisher who is logged in."""
    django_user_model.objects.create_superuser("root", password="a long enough one")
    page.goto("/admin/login/?next=/admin/")
    page.fill("#id_username", "root")
    page.fill("#id_password", "a long enough one")
    page.click("[type=submit]")
    page.wait_for_url("**/admin/")
    return page


def drop(page: Page, path: Path) -> None:
    """As somebody lets go of a folder over the page: real entries of the file system, which a script cannot make."""
    devtools = page.context.new_cdp_session(page)
    data = {"items": [], "files": [str(path)], "dragOperationsMask": 1}
    for moment in ("dragEnter", "dragOver", "drop"):
        devtools.send("Input.dispatchDragEvent", {"type": moment, "x": 600, "y": 300, "data": data})


def import_dropped(desk: Page, folder: Path) -> None:
    desk.click("text=Import many files")
    expect(desk.locator("[data-folder-field]")).to_be_visible()
    drop(desk, folder)
    expect(desk.locator("[data-chosen]")).to_contain_text("files 4, sidecars 2")
    desk.click("[data-send]")
    expect(desk.locator(".messagelist")).to_contain_text("README.md")
    expect(desk.locator("#queue")).to_contain_text("0 of 3 files are done")
    queue = desk.url
    # The tests' database is one that refuses to be read while it is written to.
    desk.goto("about:blank")
    work()
    desk.goto(queue)
    expect(desk.locator("#queue")).to_contain_text("3 of 3 files are done")
    expect(desk.locator("#queue")).to_contain_text("2 created, 1 failed")


def mend_and_publish(desk: Page) -> None:
    desk.click("text=With warnings")
    expect(desk.locator(".queue-files tbody tr")).to_have_count(1)
    expect(desk.locator(".queue-files")).to_contain_text("It is not clear who “OFFICIAL” is")
    desk.click(".queue-files >> text=Side by side")
    expect(desk.locator(".sides-doubts")).to_contain_text("1 turn is uncertain")
    desk.wait_for_load_state()
    desk.keyboard.press("j")
    desk.keyboard.press("e")
    desk.fill("input[name=turn-speaker]", "Ada Holm")
    desk.keyboard.press("Enter")
    expect(desk.locator(".sides-doubts")).to_contain_text("No turn is uncertain")
    desk.click("text=Save and publish")
    expect(desk.locator(".messagelist")).to_contain_text("Published.")


def test_a_dropped_folder_is_imported_mended_published_and_found(desk, folder):
    import_dropped(desk, folder)
    desk.click("text=Failed")
    expect(desk.locator(".queue-failed")).to_contain_text("harbour/2024/broken.pdf")
    expect(desk.locator(".queue-error")).to_contain_text("PDF")
    mend_and_publish(desk)
    expect(desk.locator(".queue-files")).to_contain_text("published")
    desk.goto("/search/?q=%22dredging+of+the+eastern+channel%22")
    expect(desk.locator(".hit")).to_have_count(1)
    expect(desk.locator(".hit")).to_contain_text("Ada Holm")
    desk.goto("/search/?q=%22longest+night%22")
    expect(desk.locator(".hit")).to_have_count(0)
    told = Event.objects.order_by("date").values_list("state", "venue", "series__name")
    assert list(told) == [("draft", "", "Harbour news"), ("published", "The old mole", "Harbour news")]
