"""Transcripts of real institutions, measured against what a careful reader finds in them.

They are not part of the project (see the README of the samples) and lie beside it where they are at hand.
"""

import json
import unicodedata
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from transcripts.text.parsing import parse_source

SAMPLES = Path(__file__).parents[4] / "shared" / "samples"
TEXTS = sorted(path for ext in ("txt", "md") for path in SAMPLES.glob(f"*/*.{ext}"))

pytestmark = pytest.mark.skipif(not TEXTS, reason="the sample transcripts are not at hand")


def _fold(text):
    plain = unicodedata.normalize("NFKD", text or "").casefold()
    return "".join(character for character in plain if character.isalnum())


def _agreement(path):
    """How many turns begin where the gold says, how many there are on both sides, and how many kinds agree."""
    gold = json.loads(path.with_name(f"{path.name}.gold.json").read_text("utf-8"))["turns"]
    turns = parse_source(path.read_bytes(), path.name).turns
    openings = [_fold(turn["starts"])[:24] for turn in gold]
    parsed = [_fold(" ".join(turn.paragraphs))[:24] for turn in turns]
    blocks = SequenceMatcher(None, parsed, openings, autojunk=False).get_matching_blocks()
    pairs = [(block.a + i, block.b + i) for block in blocks for i in range(block.size)]
    labels = sum(_fold(turns[a].label) == _fold(gold[b]["label"]) for a, b in pairs)
    kinds = sum(turns[a].kind == gold[b]["kind"] for a, b in pairs)
    return len(pairs), len(gold) + len(turns), labels, kinds


def test_turns_labels_and_kinds_agree_with_the_gold():
    found, both, labels, kinds = map(sum, zip(*map(_agreement, TEXTS), strict=True))
    assert 2 * found / both > 0.94  # the prefix that is compared here is stricter than the measure of the reports
    assert labels / found > 0.98
    assert kinds / found > 0.95
