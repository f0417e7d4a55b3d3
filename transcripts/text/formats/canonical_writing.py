"""Transcript → canonical text."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from datetime import datetime

from transcripts.text.formats.canonical_grammar import (
    FIELDS,
    ID,
    PEOPLE,
    begins_plainly,
    with_inferred_exchanges,
    with_inferred_kinds,
    with_inferred_people,
)
from transcripts.text.transcript import Transcript, Turn, TurnKind

UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f]|\r")
SPECIAL_IN_LABEL = re.compile(r"([:\\])")
SPECIAL_IN_VALUE = re.compile(r"([;}\\])")


def is_valid(transcript: Transcript) -> bool:
    """Whether the transcript can be written: one-line fields without outer spaces, turns with text, no blank lines."""
    fields = [str(getattr(transcript, name) or "") for name in FIELDS]
    return all(_is_line(value) for value in fields) and all(_is_valid_turn(turn) for turn in transcript.turns)


def _is_line(value: str) -> bool:
    return value == value.strip() and "\n" not in value and not UNSAFE.search(value)


def _is_valid_turn(turn: Turn) -> bool:
    values = (turn.label, turn.speaker, turn.role, turn.affiliation)
    named = all(_is_line(value) for value in values) and (not turn.id or ID.fullmatch(turn.id) is not None)
    numbered = (turn.exchange is None or turn.exchange > 0) and (turn.start is None or math.isfinite(turn.start))
    return named and numbered and bool(turn.paragraphs) and all(_is_paragraph(text) for text in turn.paragraphs)


def _is_paragraph(text: str) -> bool:
    lines = text.split("\n")
    return text == text.strip() and all(line.strip() for line in lines) and not UNSAFE.search(text)


def write(transcript: Transcript) -> str:
    """Canonical text, ending in a line end. Raises ValueError where `is_valid` says no."""
    if not is_valid(transcript):
        raise ValueError("A field or label has a line break or outer spaces, or a turn has no text or a blank line.")
    blocks = ["\n".join(_heading_lines(transcript))]
    blocks.extend(_turn_blocks(transcript))
    return "\n\n".join(blocks).rstrip("\n") + "\n"


def _heading_lines(transcript: Transcript) -> Iterator[str]:
    for name in FIELDS:
        value = getattr(transcript, name)
        if isinstance(value, datetime):
            fine = "auto" if value.second or value.microsecond else "minutes"
            yield f"Updated: {value.isoformat(sep=' ', timespec=fine)}"
        elif value or name == "title":
            yield f"{name.capitalize()}: {value}".rstrip()


def _turn_blocks(transcript: Transcript) -> Iterator[str]:
    turns = transcript.turns
    people = with_inferred_people(turns, transcript)
    kinds = with_inferred_kinds(turns, transcript)
    exchanges = with_inferred_exchanges(turns)
    for index, turn in enumerate(turns):
        kind = turn.kind is not kinds[index].kind or turn.kind is TurnKind.NOTE
        braces = list(_differences(turn, people[index], exchanges[index]))
        opening = _opening(turn, braces, with_kind=kind, first=index == 0)
        head = turn.paragraphs[0] if opening else _escaped(turn.paragraphs[0])
        yield f"{opening}{head}"
        yield from (_escaped(paragraph) for paragraph in turn.paragraphs[1:])


def _differences(turn: Turn, people: Turn, exchange: Turn) -> Iterator[str]:
    for name in PEOPLE:
        if getattr(turn, name) != getattr(people, name):
            value = SPECIAL_IN_VALUE.sub(r"\\\1", getattr(turn, name))
            yield f"{name}: {value}".rstrip()
    if turn.exchange != exchange.exchange:
        yield f"exchange: {'none' if turn.exchange is None else turn.exchange}"
    if turn.start is not None:
        yield f"start: {turn.start!r}"


def _opening(turn: Turn, braces: list[str], *, with_kind: bool, first: bool) -> str:
    """What stands before a turn's first paragraph; "" for text at the very beginning that needs nothing."""
    label = SPECIAL_IN_LABEL.sub(r"\\\1", turn.label)
    signs = [f"@{turn.kind if with_kind else ''}"]
    signs += [f"#{turn.id}"] if turn.id else []
    signs += [f"{{{'; '.join(braces)}}}"] if braces else []
    if signs == ["@"]:
        if not turn.label and first:
            return ""
        if turn.label and begins_plainly(f"{turn.label}: ") == turn.label:
            return f"{turn.label}: "
    if label[:1] in {"#", "{"}:
        label = f"\\{label}"
    return f"{' '.join([*signs, label]).rstrip()}: "


def _escaped(paragraph: str) -> str:
    """A paragraph that would begin a turn, with a backslash before it."""
    return f"\\{paragraph}" if paragraph[0] in "@\\" or begins_plainly(paragraph) else paragraph
