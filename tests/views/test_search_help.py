"""The help page promises only what the search keeps."""

import html as entities
import re

import pytest

from transcripts.models import Event, Series
from transcripts.search.lexemes import FILTER_NAMES
from transcripts.search.query import parse_query


def examples(client) -> dict[str, str]:
    """The examples of the page with their addresses."""
    text = client.get("/search/help/").content.decode()
    found = re.findall(r'<dt><a href="([^"]+)"><code>([^<]+)</code>', text)
    return {entities.unescape(example): entities.unescape(url) for url, example in found}


def test_every_example_finds_something_here(client, harbour):
    shown = examples(client)
    assert len(shown) > 20
    for example, url in shown.items():
        text = client.get(url).content.decode()
        assert 'class="hit"' in text, example
        assert 'class="note"' not in text, example


@pytest.mark.parametrize("operator", ['"', "~5", " OR ", " NOT ", " -", "(", "*", "?", "~", *FILTER_NAMES])
def test_every_operator_has_an_example(client, harbour, operator):
    Event.objects.update(series=Series.objects.create(slug="harbours", name="Harbours"))
    named = f"{operator}:" if operator in FILTER_NAMES else operator
    assert any(named in example for example in examples(client))


def test_every_example_is_understood(client, harbour):
    for example in examples(client):
        query = parse_query({"q": [example]})
        assert query.node is not None
        assert query.notes == ()


def test_an_empty_archive_has_help_without_examples(client, db):
    response = client.get("/search/help/")
    assert response.status_code == 200
    assert "no transcripts to search yet" in response.content.decode()
