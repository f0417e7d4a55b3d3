"""The page about formats names every one that there is."""

from pathlib import Path

import pytest

from transcripts.text.parsing import FORMATS

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "formats.md").read_text("utf-8")


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_that_is_read_is_explained(name):
    assert f"`{name}`" in PAGE.partition("## What is written")[0]


@pytest.mark.parametrize("name", ["json", "text", "csv", "akn", "tei"])
def test_every_format_that_is_written_is_explained(name):
    assert f"| `{name}` |" in PAGE.partition("## What is written")[2]
