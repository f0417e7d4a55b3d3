"""Which services this run has, and what every test may use."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from hypothesis import HealthCheck
from hypothesis import settings as properties
from playwright.sync_api import Browser, expect, sync_playwright

REQUIRED = bool(os.environ.get("REQUIRE_SERVICES"))
SAMPLES = Path(__file__).resolve().parent.parent.parent / "shared" / "samples"
# How busy the machine is must not decide. And what CI says of a commit depends on the commit alone; other runs look
# for what nobody has met yet.
properties.register_profile("here", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=REQUIRED)
properties.load_profile("here")
CHROMIUM_SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
NATO = Path(__file__).resolve().parent.parent / "fixtures" / "nato" / "nato-2024-04-04.txt"


def lacks(what: str, remedy: str) -> None:
    """Skip this test for want of a service; where services are required, fail."""
    message = f"{what}. {remedy}"
    if REQUIRED:
        pytest.fail(message)
    pytest.skip(message)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if os.environ.get("TEST_DATABASE") != "postgres" or _postgres_answers():
        return
    reason = (
        f"no PostgreSQL server answers at {os.environ['DATABASE_URL']}. Start one with a role that may create "
        "databases, and set TEST_POSTGRES_URL."
    )
    if REQUIRED:
        pytest.exit(reason, returncode=1)
    for item in items:
        item.add_marker(pytest.mark.skip(reason=reason))


def _postgres_answers() -> bool:
    try:
        psycopg.connect(os.environ["DATABASE_URL"], connect_timeout=3).close()
    except psycopg.Error:
        return False
    return True


@pytest.fixture
def nato() -> bytes:
    """The real press conference that the archive starts from."""
    return NATO.read_bytes()


@pytest.fixture
def samples() -> Path:
    """The folder of real transcripts, which lies outside the project."""
    if not SAMPLES.is_dir():
        pytest.skip(f"there are no sample transcripts in {SAMPLES}")
    return SAMPLES


@pytest.fixture
def clean_data() -> Iterator[Path]:
    """No index and no uploads, before and after."""
    _empty(settings.DATA_DIR)
    yield settings.DATA_DIR
    _empty(settings.DATA_DIR)


def _empty(folder: Path) -> None:
    for path in folder.iterdir():
        if path.is_dir() and path != settings.STATIC_ROOT:
            shutil.rmtree(path)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests, from the system and not downloaded."""
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if path is None:
        lacks("There is no Chromium", "Install it (Debian: apt-get install chromium).")
    # Playwright's event loop runs in this thread, where Django would take every query for an asynchronous one.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    # A busy machine is slow, and not wrong.
    expect.set_options(timeout=20_000)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_SWITCHES)
        yield browser
        browser.close()
