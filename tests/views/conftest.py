"""A small archive: one press conference, published, that the pages show."""

from __future__ import annotations

import pytest

from tests.views.small_archive import index, publish
from transcripts.models import Event

__all__ = ["harbour", "index", "publish"]


@pytest.fixture
def harbour(publish) -> Event:
    return publish()
