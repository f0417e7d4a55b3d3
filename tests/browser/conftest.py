"""A real Chromium against a real server, with the NATO press conference in the archive."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page

from transcripts.importing import Wishes, import_source
from transcripts.search import indexing


@pytest.fixture
def page(chromium: Browser, live_server) -> Iterator[Page]:
    """A fresh window that may use the clipboard. Fails its test on any complaint of the browser, CSP's above all."""
    context = chromium.new_context(base_url=live_server.url)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    complaints: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            complaints.append(message.text)

    page.on("console", heard)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.set_default_timeout(20_000)
    yield page
    context.close()
    assert not complaints


@pytest.fixture
def archive(transactional_db, clean_data, nato) -> None:
    """The NATO press conference, published and in the index."""
    import_source(nato, name="nato-2024-04-04.txt", wishes=Wishes(publish=True))
    indexing.drain()
