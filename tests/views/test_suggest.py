"""What is suggested to who is still typing."""

from dataclasses import replace

import pytest

from tests.views.harbour import HARBOUR
from transcripts.publishing import add_event


def suggested(client, typed: str) -> list[tuple[str, str, str]]:
    found = client.get("/search/suggest", {"q": typed}).json()["suggestions"]
    return [(each["kind"], each["label"], each["url"]) for each in found]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("roe", ("person", "Jane Roe", "/search/?speaker=jane-roe")),
        ("jane r", ("person", "Jane Roe", "/search/?speaker=jane-roe")),
        ("JANE", ("person", "Jane Roe", "/search/?speaker=jane-roe")),
        ("beac", ("outlet", "The Beacon", "/search/?outlet=the-beacon")),
        ("press con", ("event", "Press conference", "/events/press-conference/")),
        ("break", ("phrase", "breakwater", "/search/?q=breakwater")),
        ("the break", ("phrase", "the breakwater is", "/search/?q=%22the+breakwater+is%22")),
    ],
)
def test_it_goes_on_as_typed(client, harbour, typed, expected):
    kind, label, url = expected
    found = [each for each in suggested(client, typed) if each[:2] == (kind, label)]
    assert found
    if kind != "event":
        assert found[0][2] == url


@pytest.mark.parametrize("typed", ["", "a", "!!", "\x00", "%", "xyzzy", "a" * 5000, "(" * 300, "\u202e\u202e"])
def test_it_suggests_nothing_where_nothing_fits(client, harbour, typed):
    assert suggested(client, typed) == []


def test_a_draft_suggests_neither_its_people_nor_its_title(client, harbour):
    secret = replace(HARBOUR.turns[0], speaker="Zora Secret", label="Zora Secret")
    add_event(replace(HARBOUR, title="Zanzibar talks", turns=(secret,)))
    assert suggested(client, "zora") == suggested(client, "zanzibar") == []


def test_without_an_index_people_are_not_in_the_way_of_typing(client, db):
    assert client.get("/search/suggest", {"q": "roe"}).json() == {"suggestions": []}
