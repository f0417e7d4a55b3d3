"""How much a source may hold: ten times what the longest sitting of a parliament takes, and no more."""

from __future__ import annotations

from pathlib import Path

from transcripts.text.transcript import UnreadableSource

MAX_BYTES = 20 * 2**20
MOST_PIECES = 100_000  # paragraphs or lines
MOST_TURNS = 60_000  # rows of a table, or turns of another file of data


def refuse_large(data: bytes, max_bytes: int = MAX_BYTES) -> None:
    """Raises UnreadableSource above `max_bytes`."""
    _refuse_size(len(data), max_bytes)


def bytes_of(path: Path, max_bytes: int = MAX_BYTES) -> bytes:
    """The bytes of a file, which is not read when it is larger than that. Raises UnreadableSource, OSError."""
    _refuse_size(path.stat().st_size, max_bytes)
    with path.open("rb") as file:  # what has no size, as a pipe, may give more than it should
        data = file.read(max_bytes + 1)
    refuse_large(data, max_bytes)
    return data


def _refuse_size(size: int, max_bytes: int) -> None:
    if size > max_bytes:
        raise UnreadableSource(
            f"The file is {_size(size)}, and the limit is {_size(max_bytes)}. Split it, or import it in parts."
        )


def refuse_many(count: int, what: str, most: int = MOST_PIECES) -> None:
    """Raises UnreadableSource where there are more than `most` of something, called `what` in the plural."""
    if count > most:
        raise UnreadableSource(
            f"There are {count:,} {what} in this file, and the limit is {most:,}. Is it a transcript? "
            "Save its text alone, or import it in parts."
        )


def _size(count: int) -> str:
    return f"{count / 2**20:.1f} MB" if count >= 2**20 else f"{count:,} bytes"
