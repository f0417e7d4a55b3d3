"""Debates that parliaments and projects encoded, measured against what a careful reader finds in them.

They are not part of the project (see the README of the samples) and lie beside it where they are at hand.
"""

import json
import unicodedata
from pathlib import Path

import pytest

from transcripts.text.formats import akn, tei
from transcripts.text.parsing import parse_source
from transcripts.text.reading import read

FOLDER = Path(__file__).parents[4] / "shared" / "samples" / "xml"
FILES = [
    path
    for path in sorted(FOLDER.glob("*.xml"))
    if "akomaNtoso" in path.read_text("utf-8") or "<u " in path.read_text("utf-8")
]

pytestmark = pytest.mark.skipif(not FILES, reason="the sample transcripts are not at hand")


def _fold(text):
    plain = unicodedata.normalize("NFKD", text or "").casefold()
    return "".join(character for character in plain if character.isalnum())


def _told(turns):
    return [(turn["kind"], _fold(turn["label"])) for turn in turns]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_turn_has_its_kind_and_label(path):
    gold = json.loads(path.with_name(f"{path.name}.gold.json").read_text("utf-8"))
    transcript = parse_source(path.read_bytes(), path.name)
    assert _told([{"kind": turn.kind, "label": turn.label} for turn in transcript.turns]) == _told(gold["turns"])
    for turn, wanted in zip(transcript.turns, gold["turns"], strict=True):
        assert _fold(turn.text).startswith(_fold(wanted["starts"]))
    assert (transcript.title, str(transcript.date), transcript.kind) == (gold["title"], gold["date"], "debate")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
@pytest.mark.parametrize("form", [akn, tei], ids=["akn", "tei"])
def test_it_comes_back_the_same_from_either_form(path, form):
    transcript = parse_source(path.read_bytes(), path.name)
    assert form.parse(form.write(transcript)) == transcript


@pytest.mark.parametrize("path", sorted(set(FOLDER.glob("*.xml")) - set(FILES)), ids=lambda path: path.stem)
def test_what_was_made_from_a_pdf_has_its_paragraphs(path):
    gold = json.loads(path.with_name(f"{path.name}.gold.json").read_text("utf-8"))
    paragraphs = [_fold(paragraph.text) for paragraph in read(path.read_bytes(), path.name).paragraphs]
    for turn in gold["turns"]:
        assert any(paragraph.startswith(_fold(turn["starts"])) for paragraph in paragraphs), turn["starts"]
