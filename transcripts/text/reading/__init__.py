"""Bytes → paragraphs with hints. Each format is one module and one entry of FORMATS."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from transcripts.text.reading.decoding import decode
from transcripts.text.reading.document import Document, Paragraph
from transcripts.text.reading.plain import read_plain
from transcripts.text.transcript import ParseWarning, UnreadableSource

__all__ = ["FORMATS", "MAX_BYTES", "Document", "Paragraph", "decode_within", "read"]

MAX_BYTES = 20 * 2**20

FORMATS: dict[str, Callable[[str], Document]] = {"text": read_plain}


def read(data: bytes, name: str = "", format: str = "auto", *, max_bytes: int = MAX_BYTES) -> Document:  # noqa: A002, ARG001 - the name of the command's option; a name's ending will tell later formats
    """The paragraphs of a source file called `name`.

    Raises UnreadableSource, with a sentence that says what to do, for what is empty, binary, too large or of a
    format that has no reader.
    """
    if format not in {"auto", *FORMATS}:
        known = ", ".join(["auto", *FORMATS])
        raise UnreadableSource(f"There is no format called “{format}”. Choose one of these: {known}.")
    text, warnings = decode_within(data, max_bytes)
    document = FORMATS["text" if format == "auto" else format](text)
    return replace(document, warnings=(*warnings, *document.warnings))


def decode_within(data: bytes, max_bytes: int = MAX_BYTES) -> tuple[str, tuple[ParseWarning, ...]]:
    """The text and what is doubtful about its encoding. Raises UnreadableSource, also above `max_bytes`."""
    if len(data) > max_bytes:
        raise UnreadableSource(
            f"The file is {_size(len(data))}, and the limit is {_size(max_bytes)}. Split it, or import it in parts."
        )
    return decode(data)


def _size(count: int) -> str:
    return f"{count / 2**20:.1f} MB" if count >= 2**20 else f"{count:,} bytes"
