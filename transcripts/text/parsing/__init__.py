"""Source → Transcript: the heading, the labels, the people, the exchanges."""

from __future__ import annotations

from collections.abc import Mapping

from transcripts.text.formats import canonical
from transcripts.text.formats import json as json_format
from transcripts.text.parsing.documents import parse
from transcripts.text.parsing.fields import with_defaults
from transcripts.text.reading import FORMATS as READERS
from transcripts.text.reading import MAX_BYTES, decode_within, read
from transcripts.text.transcript import Transcript, UnreadableSource

__all__ = ["FORMATS", "parse", "parse_source"]

FORMATS = ("auto", *READERS, "canonical", "json")


def parse_source(
    data: bytes,
    name: str = "",
    format: str = "auto",  # noqa: A002 - the name of the command's option
    defaults: Mapping[str, str] | None = None,
    max_bytes: int = MAX_BYTES,
) -> Transcript:
    """The transcript in a source file. `defaults` are an editor's own fields and win over what is inferred.

    Raises UnreadableSource, with a sentence that says what to do.
    """
    chosen = _recognised(data, name) if format == "auto" else format
    if chosen in {"json", "canonical"}:
        text, _warnings = decode_within(data, max_bytes)
        parsed = _parse_json(text) if chosen == "json" else canonical.parse(text)
        return with_defaults(parsed, defaults or {})
    return parse(read(data, name, format, max_bytes=max_bytes), defaults=defaults)


def _recognised(data: bytes, name: str) -> str:
    """Our own formats by name and first characters; all else goes to the readers."""
    opening = data[:200].lstrip(b"\xef\xbb\xbf \t\r\n")
    if name.casefold().endswith(".json") or (opening.startswith(b"{") and b'"title"' in opening):
        return "json"
    return "canonical" if canonical.is_canonical(data[:4000].decode("utf-8", "replace")) else "auto"


def _parse_json(text: str) -> Transcript:
    try:
        transcript = json_format.parse(text)
        sound = canonical.is_valid(transcript)
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise UnreadableSource(
            f"This is not a transcript in the archive's JSON form ({type(error).__name__}: {error}). "
            "Compare it with what parse_transcript prints."
        ) from error
    if not sound:
        raise UnreadableSource(
            "In this JSON a turn has no text, or a field has line breaks or spaces around it. "
            "Give each turn its paragraphs without blank lines in them."
        )
    return transcript
