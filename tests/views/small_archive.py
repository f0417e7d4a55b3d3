"""Fixtures of those who look at pages, feeds and mails: an index of the test's own, and how to fill it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from haystack import connections

from tests.views.harbour import HARBOUR
from transcripts.models import Event
from transcripts.publishing import add_event, publish_event
from transcripts.search import indexing


@pytest.fixture(autouse=True)
def index(tmp_path, monkeypatch) -> Iterator[None]:
    """An index of this test's own, so that what another test published is not found."""
    monkeypatch.setitem(connections.connections_info["default"], "PATH", str(tmp_path / "index"))
    connections.reload("default")
    yield
    connections.reload("default")


@pytest.fixture
def publish(db) -> Callable[..., Event]:
    """Publish the press conference with what is said to be different about it."""

    def published(**different) -> Event:
        event = add_event(replace(HARBOUR, **different))
        publish_event(event)
        indexing.drain()
        return event

    return published
