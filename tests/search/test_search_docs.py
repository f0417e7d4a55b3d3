"""What docs/search.md promises is so."""

import re
from pathlib import Path

import pytest

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


@pytest.mark.parametrize("operator", ["AND", "OR", "NOT", "-", '"', "*", "("])
def test_every_operator_has_an_example(operator):
    assert any(operator in example for example in EXAMPLES)


@pytest.mark.parametrize("word", [*FILTERS, "from", "to", "page", *Sort])
def test_every_parameter_is_explained(word):
    assert f"`{word}`" in PAGE
