"""Transcripts of real institutions, measured against what a careful reader finds in them.

They are not part of the project (see the README of the samples) and lie beside it where they are at hand.
"""

import json
import unicodedata
from pathlib import Path

import pytest

from transcripts.text.parsing import parse_source

SAMPLES = Path(__file__).parents[4] / "shared" / "samples"
TEXTS = sorted(path for ext in ("txt", "md", "html") for path in SAMPLES.glob(f"*/*.{ext}"))

pytestmark = pytest.mark.skipif(not TEXTS, reason="the sample transcripts are not at hand")


def _fold(text):
    plain = unicodedata.normalize("NFKD", text or "").casefold()
    return "".join(character for character in plain if character.isalnum())


def _pairs(turns, gold):
    """Turns with the gold's that they begin as, in order; a gap on either side is skipped within a few turns."""
    at = 0
    for wanted in gold:
        opening = _fold(wanted["starts"])
        near = range(at, min(at + 6, len(turns)))
        found = next((index for index in near if _fold(turns[index].text[:400]).startswith(opening)), None)
        if found is not None:
            yield turns[found], wanted
            at = found + 1


def _agreement(path):
    """How many turns begin as in the gold, how many there are on both sides, how many labels and kinds agree."""
    gold = json.loads(path.with_name(f"{path.name}.gold.json").read_text("utf-8"))["turns"]
    turns = parse_source(path.read_bytes(), path.name).turns
    pairs = list(_pairs(turns, gold))
    labels = sum(_fold(turn.label) == _fold(wanted["label"]) for turn, wanted in pairs)
    kinds = sum(turn.kind == wanted["kind"] for turn, wanted in pairs)
    return len(pairs), len(gold) + len(turns), labels, kinds


def test_turns_labels_and_kinds_agree_with_the_gold():
    found, both, labels, kinds = map(sum, zip(*map(_agreement, TEXTS), strict=True))
    assert 2 * found / both > 0.98
    assert labels / found > 0.98
    assert kinds / found > 0.95
