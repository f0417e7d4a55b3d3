"""Searching within an event, without scripts."""

import re
from dataclasses import replace

import pytest

from tests.views.harbour import HARBOUR


def page(client, event, typed: str) -> str:
    return client.get(f"/events/{event.slug}/", {"q": typed}).content.decode()


def found(text: str) -> list[str]:
    return re.findall(r'<mark class="found" id="found-\d+">(.*?)</mark>', text)


@pytest.mark.parametrize(
    ("typed", "marked"),
    [
        ("breakwater", ["breakwater", "breakwater"]),
        ("BREAKWATERS", ["breakwater", "breakwater"]),
        ('"the breakwater"', ["the breakwater", "The breakwater"]),
        ("“harbour is”", ["harbour is"]),
        ("break*", ["breakwater", "breakwater"]),
        ("br?akwater", ["breakwater", "breakwater"]),
        ("braekwater~", ["breakwater", "breakwater"]),
        ("breakwater finished nearly", ["breakwater", "finished", "nearly"]),
        ("breakwater -nearly", ["breakwater"]),
        ("open OR nearly", ["open", "nearly"]),
        ('"see thank you"', ["see."]),
        ("laughter", ["laughter"]),
        ("zebra", []),
        ("breakwater zebra", []),
        ("speaker:roe", []),
    ],
)
def test_what_was_searched_for_is_marked_where_it_stands(client, harbour, typed, marked):
    assert found(page(client, harbour, typed)) == marked


def test_hits_are_numbered_through_the_event_and_counted(client, harbour):
    text = page(client, harbour, "breakwater")
    assert re.findall(r'id="found-(\d+)"', text) == ["1", "2"]
    assert '<a href="#found-1">2 hits</a>' in text
    assert 'name="q" value="breakwater"' in text


def test_nothing_found_is_said(client, harbour):
    assert "Not here" in page(client, harbour, "zebra")


def test_a_hit_over_two_paragraphs_is_marked_in_both(client, harbour):
    text = page(client, harbour, '"see thank"')
    assert '<mark class="found" id="found-1">see.</mark></p>' in text
    assert '<mark class="found">Thank</mark>' in text


def test_what_is_marked_is_escaped(client, publish):
    answer = replace(HARBOUR.turns[0], paragraphs=("It is <b> & [x] “so”.",))
    text = page(client, publish(turns=(answer,)), '"is b x so"')
    assert '<mark class="found" id="found-1">is &lt;b&gt; &amp; <span class="mark">[x]</span> “so</mark>' in text


def test_the_page_without_a_search_is_as_it_was(client, harbour):
    assert page(client, harbour, "").count("<mark") == 0


@pytest.mark.parametrize("typed", ['"', "((((", "*", "\x00", "a" * 5000, "NOT NOT", '"x"~99 -(' * 50])
def test_no_search_is_an_error(client, harbour, typed):
    assert client.get(f"/events/{harbour.slug}/", {"q": typed}).status_code == 200
