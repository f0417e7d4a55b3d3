"""The cast: Edda edits, Pia publishes, and there is a short press conference to work on."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from transcripts.models import Event
from transcripts.publishing import Received, add_event, publish_event
from transcripts.text.parsing import parse_source

SHORT = """Press conference

by Minister Ada Holm on the new lighthouse

4 April 2024

Spokesperson Bo Lind: Good morning. The first question is for the Harbour Post.

Cara Dahl (Harbour Post): Minister, when will the lighthouse be lit for the first time?

Minister Ada Holm: It will be lit in October, on the longest night that we can find.

Spokesperson Bo Lind: Thank you all for coming.
"""


def log_in(name: str, group: str) -> Client:
    user = User.objects.create_user(name, password="a long enough one", is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture(autouse=True)
def _own_index(clean_data):
    """Each test writes an index and uploads of its own."""


@pytest.fixture
def edda(db) -> Client:
    """An editor."""
    return log_in("edda", "Editors")


@pytest.fixture
def pia(db) -> Client:
    """A publisher."""
    return log_in("pia", "Publishers")


@pytest.fixture
def draft(db) -> Event:
    """The short press conference as a draft."""
    received = Received(SHORT.encode(), "lighthouse.txt")
    return add_event(parse_source(received.data, name=received.name), received=received)


@pytest.fixture
def published(draft: Event) -> Event:
    publish_event(draft)
    return draft
