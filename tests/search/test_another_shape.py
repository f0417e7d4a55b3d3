"""An index whose documents had other fields is said to be of another version, and is made anew."""

from pathlib import Path

import pytest
from haystack import connections
from small_archive import say, search

from transcripts.search import documents, engine, indexing

pytestmark = pytest.mark.django_db


@pytest.fixture
def former_shape() -> Path:
    """The pointer of an index as it was before the last change of the documents' shape."""
    say("The ferry is built.")
    pointer = Path(connections.connections_info["default"]["PATH"], "current")
    shape = f".{documents.SHAPE}-"
    assert shape in pointer.read_text()
    pointer.write_text(pointer.read_text().replace(shape, f".{documents.SHAPE - 1}-"))
    connections.reload("default")
    return pointer


def test_it_is_not_read(former_shape):
    with pytest.raises(engine.SearchUnavailable, match="another version: run rebuild_search"):
        engine.ping()


def test_what_prepares_the_server_makes_it_anew(former_shape):
    indexing.drain()
    assert search("ferry").total == 1
    assert f".{documents.SHAPE}-" in former_shape.read_text()
