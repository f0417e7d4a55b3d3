"""Records → one JSON document, in pieces."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

Record = Mapping[str, object]


def write(head: Record, name: str, records: Iterable[Record]) -> Iterator[str]:
    """An object that begins with what `head` has and ends with `name`, a list of the records, one a line."""
    yield _text(head, indent=1).removesuffix("\n}") + f',\n "{name}": ['
    before = "\n"
    for record in records:
        yield before + _text(record)
        before = ",\n"
    yield "\n]}\n"


def _text(record: Record, *, indent: int | None = None) -> str:
    return json.dumps(record, ensure_ascii=False, indent=indent)
