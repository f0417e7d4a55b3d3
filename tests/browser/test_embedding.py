"""Another site shows a turn as a card, and can show no other page of ours in a frame."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, expect

from transcripts.models import Turn

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("archive")]


@pytest.fixture
def blog() -> Iterator[Callable[[str], str]]:
    """Another site: the address of its page that frames this one. A real one, since browsers keep sites that they take
    for public ones from framing this machine.
    """
    pages: dict[str, bytes] = {}

    class Blog(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(pages.get(self.path, b""))

        def log_message(self, *_words: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Blog)
    Thread(target=server.serve_forever, daemon=True).start()

    def framing(address: str) -> str:
        pages["/post"] = f'<link rel="icon" href="data:,"><iframe src="{address}"></iframe>'.encode()
        return f"http://127.0.0.1:{server.server_port}/post"

    yield framing
    server.shutdown()
    server.server_close()


@pytest.fixture
def reader(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(color_scheme="dark")
    yield context.new_page()
    context.close()


def test_a_card_shows_in_another_site_s_page_without_cookies_and_in_dark(reader, live_server, blog):
    complaints: list[str] = []
    reader.on("console", lambda message: complaints.append(message.text))
    turn = Turn.objects.get(text__contains="dig deeper")
    reader.goto(blog(f"{live_server.url}/t/{turn.public_id}/embed/?quote=dig+deeper"))
    card = reader.frame_locator("iframe")
    expect(card.locator("mark")).to_have_text("dig deeper")
    expect(card.get_by_role("link")).to_have_attribute("target", "_blank")
    dark = card.locator("html").evaluate("element => getComputedStyle(element).backgroundColor")
    assert dark == "rgb(20, 24, 25)"
    assert reader.context.cookies() == []
    assert not complaints


def test_no_other_page_shows_in_another_site_s_page(reader, live_server, blog):
    complaints: list[str] = []
    reader.on("console", lambda message: complaints.append(message.text))
    turn = Turn.objects.get(text__contains="dig deeper")
    reader.goto(blog(f"{live_server.url}{turn.get_absolute_url()}"))
    reader.wait_for_timeout(500)
    expect(reader.frame_locator("iframe").get_by_text("dig deeper")).to_have_count(0)
    assert any("frame-ancestors" in complaint or "X-Frame-Options" in complaint for complaint in complaints)
