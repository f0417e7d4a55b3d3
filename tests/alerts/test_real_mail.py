"""Real processes send to a real mail server: killed at any moment, and two at once."""

from __future__ import annotations

import asyncio
import email
import os
import socket
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from email import policy
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller

ROOT = Path(__file__).resolve().parent.parent.parent
FOLLOWERS = 6

FILL = """
import django
django.setup()
from datetime import timedelta
from django.utils import timezone
from tests.views.harbour import HARBOUR
from transcripts.models import Follow
from transcripts.publishing import add_event, publish_event
from transcripts.search import indexing

then = timezone.now() - timedelta(hours=1)
for number in range({followers}):
    Follow.objects.create(
        address=f"reader{{number}}@example.org", search="q=breakwater", cadence="immediate",
        created_at=then, confirmed_at=then, looked_at=then,
    )
publish_event(add_event(HARBOUR))
indexing.drain()
"""
CLAIMS_LAPSE = """
import django
django.setup()
from transcripts.models import Follow

Follow.objects.update(claimed_until=None)
"""


class Postbox:
    """A mail server's door: takes every mail, slowly where it is told to, and refuses some addresses."""

    def __init__(self) -> None:
        self.mails: list[email.message.EmailMessage] = []
        self.refused: set[str] = set()
        self.taken = threading.Event()
        self.seconds = 0.0
        self.port = 0

    async def handle_RCPT(self, _server, _session, envelope, address, _options):  # noqa: N802 - aiosmtpd's name
        if address in self.refused:
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server, _session, envelope):  # noqa: N802 - aiosmtpd's name
        self.mails.append(email.message_from_bytes(envelope.content, policy=policy.default))
        self.taken.set()
        await asyncio.sleep(self.seconds)
        return "250 OK"

    @property
    def receivers(self) -> Counter[str]:
        return Counter(mail["To"] for mail in self.mails)


def free_port() -> int:
    """Aiosmtpd knocks at the port that it was given, so that 0 for any will not do."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


@pytest.fixture
def postbox() -> Iterator[Postbox]:
    box = Postbox()
    box.port = free_port()
    controller = Controller(box, hostname="127.0.0.1", port=box.port)
    controller.start()
    yield box
    controller.stop()


@pytest.fixture
def archive(tmp_path, postbox) -> dict[str, str]:
    """The environment of an archive in files of its own, with followers and news for them."""
    environment = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "SEARCH_URL")}
    environment |= {"DATA_DIR": str(tmp_path / "data"), "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore"}
    environment |= {"DJANGO_SETTINGS_MODULE": "archive.settings", "SITE_URL": "http://localhost:8000"}
    environment |= {"EMAIL_URL": f"smtp://127.0.0.1:{postbox.port}"}
    subprocess.run([sys.executable, "manage.py", "migrate", "-v", "0"], cwd=ROOT, env=environment, check=True)
    run(FILL.format(followers=FOLLOWERS), environment)
    return environment


def run(script: str, environment: dict[str, str]) -> None:
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, env=environment, check=True)


def send(environment: dict[str, str]) -> subprocess.Popen[str]:
    command = [sys.executable, "manage.py", "send_alerts"]
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)


def test_a_mail_arrives_with_both_its_parts_and_the_link_that_ends_it(archive, postbox):
    assert send(archive).communicate()[0] == f"{FOLLOWERS} mails sent, {2 * FOLLOWERS} turns, 0 addresses refused\n"
    mail = postbox.mails[0]
    assert mail["From"] == "Verbatim <alerts@localhost>"
    assert mail["List-Unsubscribe"].strip().startswith("<http://localhost:8000/follow/stop/")
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert [part.get_content_type() for part in mail.iter_parts()] == ["text/plain", "text/html"]
    for part in mail.iter_parts():
        body = part.get_content()
        assert body.index("Is the breakwater finished?") < body.index("nearly.")


def test_two_at_once_send_each_mail_once(archive, postbox):
    postbox.seconds = 0.1
    runs = [send(archive), send(archive)]
    for each in runs:
        each.communicate()
    assert set(postbox.receivers.values()) == {1}
    assert len(postbox.receivers) == FOLLOWERS


def test_killed_in_the_middle_it_sends_one_mail_twice_at_most(archive, postbox):
    postbox.seconds = 0.4
    process = send(archive)
    assert postbox.taken.wait(60)
    process.kill()
    process.communicate()
    run(CLAIMS_LAPSE, archive)
    postbox.seconds = 0
    for _time in range(2):
        send(archive).communicate()
    assert len(postbox.receivers) == FOLLOWERS
    assert sum(postbox.receivers.values()) <= FOLLOWERS + 1


def test_an_address_that_is_refused_holds_up_no_other_and_is_given_up_in_the_end(archive, postbox):
    postbox.refused = {"reader0@example.org"}
    assert send(archive).communicate()[0].endswith(", 1 addresses refused\n")
    assert len(postbox.receivers) == FOLLOWERS - 1
    for _time in range(4):
        send(archive).communicate()
    assert send(archive).communicate()[0] == "0 mails sent, 0 turns, 0 addresses refused\n"
