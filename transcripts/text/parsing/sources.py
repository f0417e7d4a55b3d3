"""A source file in any format → Transcript."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from importlib import import_module

from transcripts.text.formats import canonical
from transcripts.text.formats import json as json_format
from transcripts.text.parsing.documents import parse
from transcripts.text.parsing.fields import with_defaults
from transcripts.text.parsing.languages import detect_language
from transcripts.text.parsing.marked import parse_marked
from transcripts.text.reading import FORMATS as READERS
from transcripts.text.reading import MAX_BYTES, decode_within, read, recognise, refuse_large
from transcripts.text.transcript import Transcript, UnreadableSource

# Formats that hold a whole transcript, not only its paragraphs.
WHOLE = ("canonical", "json", "akn", "tei")
FORMATS = ("auto", *READERS, *WHOLE)


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
    refuse_large(data, max_bytes)
    chosen = recognise_source(data, name) if format == "auto" else format
    if chosen in WHOLE:
        return with_defaults(_with_language(_whole(data, chosen, max_bytes), chosen), defaults or {})
    document = read(data, name, chosen, max_bytes=max_bytes)
    return parse_marked(document, defaults=defaults) if document.turns else parse(document, defaults=defaults)


def source_text(data: bytes, name: str = "", max_bytes: int = MAX_BYTES) -> str:
    """The text whose lines the warnings count: a text file's own; of a page or a document, what was read of it.

    Raises UnreadableSource.
    """
    refuse_large(data, max_bytes)
    chosen = recognise_source(data, name)
    if chosen in {"text", *WHOLE}:
        return decode_within(data, max_bytes)[0]
    return read(data, name, chosen, max_bytes=max_bytes).text


def _with_language(transcript: Transcript, chosen: str) -> Transcript:
    """A file of others that states no language has one all the same; our own forms say what they say."""
    if transcript.language or chosen not in {"akn", "tei"} or any(turn.id for turn in transcript.turns):
        return transcript
    return replace(transcript, language=detect_language(turn.text for turn in transcript.turns))


def recognise_source(data: bytes, name: str = "") -> str:
    """The format of a source: our own by name and first characters, all else by what the readers know."""
    opening = data[:200].lstrip(b"\xef\xbb\xbf \t\r\n")
    if opening.startswith(b"{") and (name.casefold().endswith(".json") or b'"title"' in opening):
        return "json"
    if canonical.is_canonical(data[:4000].decode("utf-8", "replace")):
        return "canonical"
    found = recognise(data, name)
    return "json" if found == "text" and name.casefold().endswith(".json") else found


def _whole(data: bytes, chosen: str, max_bytes: int) -> Transcript:
    if chosen in {"akn", "tei"}:
        parse_xml: Callable[[bytes], Transcript] = import_module(f"transcripts.text.formats.{chosen}").parse
        return parse_xml(data)
    text, _warnings = decode_within(data, max_bytes)
    return _parse_json(text) if chosen == "json" else canonical.parse(text)


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
