"""docs/exports.md names what the exports have."""

from pathlib import Path

import pytest

from transcripts.exports.hits import COLUMNS

DOCUMENT = (Path(__file__).resolve().parent.parent.parent / "docs" / "exports.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("column", COLUMNS)
def test_every_column_is_explained(column):
    assert f"`{column}`" in DOCUMENT
