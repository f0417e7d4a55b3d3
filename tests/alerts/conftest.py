"""A small archive that has a mail server: the tests' own box, or one that speaks SMTP."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.views.small_archive import index, publish
from transcripts.alerts import following
from transcripts.models import Follow
from transcripts.search.query import parse_query

__all__ = ["follow", "index", "mail_is_set_up", "publish"]


@pytest.fixture(autouse=True)
def mail_is_set_up(settings) -> None:
    settings.MAIL_IS_SET_UP = True
    settings.LINK_ORIGIN = "https://archive.example.org"


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
