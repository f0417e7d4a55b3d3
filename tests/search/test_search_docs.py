"""What docs/search.md promises is so."""

import re
from pathlib import Path

import pytest

from transcripts.search import lexemes
from transcripts.search.lexemes import FILTER_NAMES
from transcripts.search.query import FILTERS, Sort, parse_query

PAGE = (Path(__file__).resolve().parent.parent.parent / "docs" / "search.md").read_text(encoding="utf-8")
TYPED = PAGE.partition("## What you can type")[2].partition("\n\nAND, OR")[0]
EXAMPLES = [example for line in TYPED.splitlines() for example in re.findall(r"`([^`]+)`", line.partition(" | ")[0])]


def test_the_examples_are_found_at_all():
    assert len(EXAMPLES) >= 10


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_is_understood(example):
    query = parse_query({"q": [example]})
    assert query.node is not None
    assert query.notes == ()


@pytest.mark.parametrize(
    "operator", ["AND", "OR", "NOT", "-", '"', '"~5', "*", "w*", "?", "~", "(", *(f"{name}:" for name in FILTER_NAMES)]
)
def test_every_operator_has_an_example(operator):
    assert any(operator in example for example in EXAMPLES)


def test_the_bounds_are_those_of_the_parser():
    words = {6: "six", 12: "twelve", 20: "twenty"}
    assert f"{words[lexemes.MOST_PHRASES]} phrases, {words[lexemes.MOST_PATTERNS]} words with" in PAGE
    assert f"and {words[lexemes.MOST_FILTERS]} filters" in PAGE


@pytest.mark.parametrize("word", [*FILTERS, "from", "to", "page", "group", "strict", *Sort])
def test_every_parameter_is_explained(word):
    assert f"`{word}`" in PAGE
