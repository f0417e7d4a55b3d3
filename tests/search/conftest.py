"""An index of its own for every test, and every test that asks one on each engine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from haystack import connections


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """What looks into an index is tried on every engine, unless it is marked as of one alone."""
    alone = metafunc.definition.get_closest_marker("on_engine")
    everywhere = metafunc.definition.get_closest_marker("django_db") and not alone
    engines = tuple(settings.SEARCH_ENGINES) if everywhere else alone.args if alone else ("whoosh",)
    metafunc.parametrize("engine", engines, indirect=True, ids=engines)


@pytest.fixture
def engine(request) -> str:
    """The name of the engine that this test runs on, as in SEARCH_URL."""
    if request.param == "tantivy":
        pytest.importorskip("tantivy", reason="the tantivy engine's library is not installed")
    return request.param


@pytest.fixture(autouse=True)
def index(engine, tmp_path, monkeypatch) -> Iterator[str]:
    """The path of this test's index, where nothing is yet."""
    path = str(tmp_path / "index")
    use_engine(monkeypatch, engine, path)
    yield path
    connections.reload("default")


def use_engine(monkeypatch: pytest.MonkeyPatch, engine: str, path: str | Path) -> None:
    """Search there, with that engine, from now on."""
    monkeypatch.setitem(connections.connections_info["default"], "PATH", str(path))
    monkeypatch.setitem(connections.connections_info["default"], "ENGINE", settings.SEARCH_ENGINES[engine])
    connections.reload("default")
