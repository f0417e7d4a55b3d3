"""An index of its own for every test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from haystack import connections


@pytest.fixture(autouse=True)
def index(tmp_path, monkeypatch) -> Iterator[str]:
    """The path of this test's index, where nothing is yet."""
    path = str(tmp_path / "index")
    monkeypatch.setitem(connections.connections_info["default"], "PATH", path)
    connections.reload("default")
    yield path
    connections.reload("default")
