"""Canonical text → Transcript. What is wrong in it becomes a blocking warning with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from transcripts.text.formats.canonical_grammar import (
    FIELDS,
    PEOPLE,
    begins_plainly,
    with_inferred_exchanges,
    with_inferred_kinds,
    with_inferred_people,
)
from transcripts.text.formats.canonical_signs import Signs, read_signs
from transcripts.text.reading.limits import MOST_PIECES, refuse_many
from transcripts.text.transcript import NEW, EventKind, ParseWarning, Transcript, Turn, TurnKind, UnreadableSource

MOST_LINES = MOST_PIECES * 2  # a turn has one, and a blank one behind it
FIELD = re.compile(r"([A-Z][a-z]{2,9}):(?:[ \t]+(.*))?$")
SIGN = re.compile(rf"^@(?:(?:{'|'.join(TurnKind)})\b)?[ :]", re.MULTILINE)


@dataclass(slots=True)
class Draft:
    """A turn as it is written, and the paragraphs gathered for it."""

    signs: Signs
    line: int
    paragraphs: list[str] = field(default_factory=list)


def is_canonical(text: str) -> bool:
    """Whether a text is in this form and in no other: its heading and at least one sign."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n\n", 1)[0].split("\n")
    fields = [FIELD.match(line.rstrip()) for line in lines]
    known = all(found and found[1].casefold() in FIELDS for found in fields)
    return known and lines[0].startswith("Title:") and SIGN.search(text.replace("\r\n", "\n")) is not None


def parse(text: str) -> Transcript:
    """The transcript. UnreadableSource where it has no turn or too many lines; else what is wrong is a warning."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    refuse_many(len(lines), "lines", MOST_LINES)
    warnings: list[ParseWarning] = []
    fields, begins = _heading(lines, warnings)
    drafts = list(_drafts(lines, begins, warnings))
    if not drafts and not fields:
        raise UnreadableSource("The text is empty. Write a heading, a blank line, and turns such as “Name: text”.")
    written = [draft for draft in drafts if draft.paragraphs]
    warnings += [_without_text(draft) for draft in drafts if not draft.paragraphs]
    warnings += list(_repeated_ids(written))
    transcript = _inferred(Transcript(**fields), written)
    return replace(transcript, warnings=tuple(sorted(warnings, key=lambda warning: warning.line)))


def _heading(lines: list[str], warnings: list[ParseWarning]) -> tuple[dict[str, Any], int]:
    """The fields, and the index of the line behind them. A text may begin without any."""
    fields: dict[str, Any] = {}
    start = next((index for index, line in enumerate(lines) if line.strip()), 0)
    opening = FIELD.match(lines[start].rstrip())
    if not opening or opening[1].casefold() not in FIELDS:
        return fields, start
    for index in range(start, len(lines)):
        if not lines[index].strip():
            return fields, index
        _read_field(lines[index].rstrip(), index + 1, fields, warnings)
    return fields, len(lines)


def _read_field(line: str, number: int, fields: dict[str, Any], warnings: list[ParseWarning]) -> None:
    found = FIELD.match(line)
    name = found[1].casefold() if found else ""
    if not found or name not in FIELDS:
        known = ", ".join(name.capitalize() for name in FIELDS)
        message = f"“{line[:80]}” is no field of the heading. Use one of these, or put a blank line above it: {known}."
        warnings.append(ParseWarning(number, "field-unknown", message, blocking=True))
        return
    value = (found[2] or "").strip()
    try:
        fields[name] = _field_value(name, value)
    except ValueError:
        warnings.append(_wrong_value(name, value, number))


def _field_value(name: str, value: str) -> Any:
    if name == "date":
        return date.fromisoformat(value) if value else None
    if name == "updated":
        return datetime.fromisoformat(value).replace(tzinfo=None) if value else None
    if name == "kind" and value:
        return value if value not in {kind.value for kind in EventKind} else str(EventKind(value))
    return value


def _wrong_value(name: str, value: str, number: int) -> ParseWarning:
    like = "2024-04-30" if name == "date" else "2024-04-30 12:01"
    message = f"“{value}” is no date. Write it like {like}, or leave the line out."
    return ParseWarning(number, "date-invalid", message, blocking=True)


def _blocks(lines: list[str], begins: int) -> Iterator[tuple[int, str]]:
    """Paragraphs with the number of their first line."""
    block: list[str] = []
    for index in range(begins, len(lines) + 1):
        line = lines[index] if index < len(lines) else ""
        if line.strip():
            block.append(line)
        elif block:
            yield index + 1 - len(block), "\n".join(block).strip()
            block = []


def _drafts(lines: list[str], begins: int, warnings: list[ParseWarning]) -> Iterator[Draft]:
    draft: Draft | None = None
    for number, block in _blocks(lines, begins):
        opening = _opening(block, number, warnings)
        if opening:
            if draft:
                yield draft
            signs, text = opening
            draft = Draft(signs, number)
        else:
            draft = draft or Draft(Signs(), number)
            text = block.removeprefix("\\")
        if text:
            draft.paragraphs.append(text)
    if draft:
        yield draft


def _opening(block: str, number: int, warnings: list[ParseWarning]) -> tuple[Signs, str] | None:
    """The signs and label of a block that begins a turn, and its text behind them."""
    if block.startswith("@"):
        signs, text, wrong = read_signs(block)
        warnings.extend(ParseWarning(number, code, message, blocking=True) for code, message in wrong)
        return signs, text
    label = begins_plainly(block)
    return (Signs(label=label), block[len(label) + 1 :].strip()) if label else None


def _without_text(draft: Draft) -> ParseWarning:
    name = f'"{draft.signs.label}:"' if draft.signs.label else "The turn that begins here"
    message = f"{name} is followed by no text. Add the answer or remove the label."
    return ParseWarning(draft.line, "label-without-text", message, blocking=True)


def _repeated_ids(drafts: list[Draft]) -> Iterator[ParseWarning]:
    seen: set[str] = set()
    for draft in drafts:
        public_id = draft.signs.id
        if public_id in seen:
            message = f"#{public_id} stands on two turns. Remove it from the one that is new."
            yield ParseWarning(draft.line, "id-repeated", message, blocking=True)
        seen |= {public_id} - {"", NEW}


def _inferred(transcript: Transcript, drafts: list[Draft]) -> Transcript:
    """What the signs don't say is inferred, step by step, each on what stood after the step before."""
    turns = tuple(_bare_turn(draft) for draft in drafts)
    signs = [draft.signs for draft in drafts]
    people = with_inferred_people(turns, transcript)
    turns = tuple(replace(turn, **_given(sign, PEOPLE)) for turn, sign in zip(people, signs, strict=True))
    kinds = with_inferred_kinds(turns, transcript)
    turns = tuple(replace(turn, kind=sign.kind or turn.kind) for turn, sign in zip(kinds, signs, strict=True))
    numbered = with_inferred_exchanges(turns)
    turns = tuple(replace(turn, **_given(sign, ("exchange",))) for turn, sign in zip(numbered, signs, strict=True))
    return replace(transcript, turns=turns)


def _given(signs: Signs, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: value for name, value in signs.values.items() if name in names}


def _bare_turn(draft: Draft) -> Turn:
    kind = TurnKind.NOTE if draft.signs.kind is TurnKind.NOTE else TurnKind.STATEMENT
    start = draft.signs.values.get("start")
    return Turn(kind, tuple(draft.paragraphs), draft.signs.label, id=draft.signs.id, start=start, line=draft.line)
