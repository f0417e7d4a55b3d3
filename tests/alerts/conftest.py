"""A small archive that has a mail server: the tests' own box, or one that speaks SMTP."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone
from haystack import connections

from tests.views.harbour import HARBOUR
from transcripts.alerts import following
from transcripts.models import Event, Follow
from transcripts.publishing import add_event, publish_event
from transcripts.search import indexing
from transcripts.search.query import parse_query


@pytest.fixture(autouse=True)
def index(tmp_path, monkeypatch) -> Iterator[None]:
    """An index of this test's own."""
    monkeypatch.setitem(connections.connections_info["default"], "PATH", str(tmp_path / "index"))
    connections.reload("default")
    yield
    connections.reload("default")


@pytest.fixture(autouse=True)
def mail_is_set_up(settings) -> None:
    settings.MAIL_IS_SET_UP = True
    settings.LINK_ORIGIN = "https://archive.example.org"


@pytest.fixture
def publish(db) -> Callable[..., Event]:
    """Publish the press conference with what is said to be different about it."""

    def published(**different) -> Event:
        event = add_event(replace(HARBOUR, **different))
        publish_event(event)
        indexing.drain()
        return event

    return published


@pytest.fixture
def follow(db) -> Callable[..., Follow]:
    """A confirmed follow; `ago` is for how long it has stood."""

    def followed(q="", *, address="ada@example.org", cadence="immediate", ago=timedelta(hours=1), **params) -> Follow:
        asked = following.ask(address, parse_query({"q": [q], **params}), cadence)
        then = timezone.now() - ago
        Follow.objects.filter(pk=asked.pk).update(created_at=then, confirmed_at=then, looked_at=then)
        asked.refresh_from_db()
        return asked

    return followed
