"""Captions that mark a change of speaker → turns: `<v Name>`, `>>`, or a dash before each speaker's line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise

from transcripts.text.marks import is_stage_direction
from transcripts.text.reading.cues import Cue, group, label_of
from transcripts.text.transcript import Turn, TurnKind

CHEVRONS = re.compile(r"\s*(?:>>+|≫|&gt;&gt;)\s*")
WITHIN = re.compile(r"\s+(?=(?:>>+|≫))")
DASH = re.compile(r"[-–—]\s?(?=\S)")
FEWEST = 2  # marks that make a convention


def is_voiced(cues: Sequence[Cue]) -> bool:
    """Whether the captions mark who speaks, or that another speaks."""
    marks = sum(CHEVRONS.match(cue.text) is not None for cue in cues)
    return marks >= FEWEST or any(cue.voice for cue in cues) or _has_dashes(cues)


def _has_dashes(cues: Sequence[Cue]) -> bool:
    """Whether captions have two speakers' lines below each other, each behind a dash."""
    pairs = sum(
        DASH.match(before.text) is not None and DASH.match(after.text) is not None
        for before, after in pairwise(cues)
        if not after.first
    )
    return pairs >= FEWEST


def turns_of(cues: Sequence[Cue]) -> Iterator[Turn]:
    """One turn for each run of lines of one speaker. A stage direction at its end is a note behind it."""
    dashes = _has_dashes(cues)
    label, part = "", list[Cue]()
    for cue in chain.from_iterable(map(_pieces, cues)):
        changed, name, text = _change(cue, dashes=dashes)
        if changed and (name != label or not cue.voice):
            yield from _turns(label, part)
            label, part = name, []
        if text:
            part.append(replace(cue, text=text))
    yield from _turns(label, part)


def _pieces(cue: Cue) -> Iterator[Cue]:
    """A line cut before each `>>` in it."""
    for text in WITHIN.split(cue.text):
        yield replace(cue, text=text)


def _change(cue: Cue, *, dashes: bool) -> tuple[bool, str, str]:
    """Whether the line begins another speaker's words, the name that is given, and the words."""
    if cue.voice:
        return True, cue.voice, cue.text
    found = CHEVRONS.match(cue.text) or (DASH.match(cue.text) if dashes else None)
    if not found:
        return False, "", cue.text
    said = cue.text[found.end() :]
    label = label_of(said)
    return (True, label[1], said[label.end() :]) if label else (True, "", said)


def _turns(label: str, part: Sequence[Cue]) -> Iterator[Turn]:
    paragraphs = list(group(part))
    notes: list[Turn] = []
    while len(paragraphs) > (1 if label else 0) and is_stage_direction(paragraphs[-1].text):
        note = paragraphs.pop()
        notes.insert(0, Turn(TurnKind.NOTE, (note.text,), start=note.start))
    if paragraphs:
        texts = tuple(paragraph.text for paragraph in paragraphs)
        yield Turn(TurnKind.STATEMENT, texts, label, start=paragraphs[0].start)
    yield from notes
