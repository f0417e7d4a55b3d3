"""Records → one JSON document, in pieces."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from transcripts.exports import PIECE

Record = Mapping[str, object]

_line = json.JSONEncoder(ensure_ascii=False).encode


def write(head: Record, name: str, records: Iterable[Record]) -> Iterator[str]:
    """An object that begins with what `head` has and ends with `name`, a list of the records, one a line."""
    yield json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}") + f',\n "{name}": ['
    before = "\n"
    for piece in _pieces(records):
        yield before + piece
        before = ",\n"
    yield "\n]}\n"


def _pieces(records: Iterable[Record]) -> Iterator[str]:
    lines: list[str] = []
    length = 0
    for record in records:
        line = _line(record)
        lines.append(line)
        length += len(line)
        if length >= PIECE:
            yield ",\n".join(lines)
            lines, length = [], 0
    if lines:
        yield ",\n".join(lines)
