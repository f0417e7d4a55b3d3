"""What may stand before a label in canonical text: `@kind #id {name: value; …} Label: text`."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from typing import Any

from transcripts.text.transcript import TurnKind

KIND = re.compile(r"@(\w*)[ \t]*")
PUBLIC_ID = re.compile(r"#([0-9a-z]{1,32})(?=[ :{]|$)[ \t]*", re.MULTILINE)
NAMES = ("speaker", "role", "affiliation", "exchange", "start")
Wrong = list[tuple[str, str]]


@dataclass(slots=True)
class Signs:
    """What a turn says of itself; what it does not say is inferred."""

    label: str = ""
    kind: TurnKind | None = None
    id: str = ""
    values: dict[str, Any] = field(default_factory=dict)


def read_signs(block: str) -> tuple[Signs, str, Wrong]:
    """Signs, text, and what is wrong, as code and message."""
    signs, wrong = Signs(), list[tuple[str, str]]()
    at = _read_kind(block, signs, wrong)
    public_id = PUBLIC_ID.match(block, at)
    if public_id:
        signs.id, at = public_id[1], public_id.end()
    if block.startswith("{", at):
        inside, at = _until(block, at + 1, "}")
        _read_values(inside, signs, wrong)
    label, end = _until(block, at, ":")
    if end > len(block) or "\n" in label:
        wrong.append(
            ("colon-missing", "A turn that begins with “@” needs a colon before its text, such as “@note: …”.")
        )
        return signs, block[at:].strip(), wrong
    signs.label = _unescaped(label).strip()
    return signs, block[end:].strip(), wrong


def _read_kind(block: str, signs: Signs, wrong: Wrong) -> int:
    found = KIND.match(block)
    if not found:
        return 0
    if found[1] in {kind.value for kind in TurnKind}:
        signs.kind = TurnKind(found[1])
    elif found[1]:
        kinds = ", ".join(TurnKind)
        wrong.append(("kind-unknown", f"“@{found[1]}” is no kind of turn. Write one of these behind “@”: {kinds}."))
    return found.end()


def _until(text: str, start: int, mark: str) -> tuple[str, int]:
    """What stands before the next mark that no backslash guards, and the index behind it; past the end if none."""
    at = start
    while at < len(text) and text[at] != mark:
        at += 2 if text[at] == "\\" else 1
    return text[start:at], at + 1


def _unescaped(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text, flags=re.DOTALL)


def _read_values(inside: str, signs: Signs, wrong: Wrong) -> None:
    at = 0
    while at < len(inside):
        part, at = _until(inside, at, ";")
        name, _colon, value = part.partition(":")
        try:
            signs.values[_name(name.strip())] = _value(name.strip(), _unescaped(value).strip())
        except ValueError:
            message = f"“{part.strip()}” is not understood. Write one of these with its value: {', '.join(NAMES)}."
            wrong.append(("sign-unknown", message))


def _name(name: str) -> str:
    if name not in NAMES:
        raise ValueError(name)
    return name


def _value(name: str, value: str) -> str | int | float | None:
    if name == "exchange":
        return None if value == "none" else int(value)
    if name == "start":
        seconds = float(value)
        if not math.isfinite(seconds):
            raise ValueError(value)
        return seconds
    return value
