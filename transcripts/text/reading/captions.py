"""SRT and WebVTT captions → turns with times.

Source of the forms: https://www.w3.org/TR/webvtt1/. What live captioning repeats is taken once; a speaker change is
what the cues mark: `<v Name>`, `>>` (https://dcmp.org/learn/captioningkey), "NAME:" or "- ".
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from itertools import islice

import webvtt

from transcripts.text.reading.cues import Cue, group, without_repetition
from transcripts.text.reading.decoding import decode_text
from transcripts.text.reading.document import Document, numbered, numbered_turns
from transcripts.text.reading.limits import MOST_PIECES, refuse_many
from transcripts.text.reading.voices import is_voiced, turns_of
from transcripts.text.transcript import ParseWarning, UnreadableSource

TIMING = re.compile(r"^([ \t]*[\d:]+)[,.](\d{1,3}[ \t]*-->[ \t]*[\d:]+)[,.](\d{1,3})", re.MULTILINE)
MOST_CAPTIONS = 40_000  # more than twenty hours of them
LONGEST_HEAD = 5000
FIELD = re.compile(
    r"^(?:NOTE[ \t]+)?(Language|Title|Date|Venue|Source):[ \t]*(\S[^\n]{0,300})$", re.MULTILINE | re.IGNORECASE
)
TITLE = re.compile(r"WEBVTT[ \t]+(?:-[ \t]+)?(\S[^\n]{0,300})")
VOICE = re.compile(r"<v(?:\.[^\s>]{0,100})?\s+([^<>]{1,200})>")
# Tags of WebVTT and SubRip, and the braces of SubStation; what else stands in angle brackets was said.
TAG = re.compile(
    r"</?(?:v|c|b|i|u|s|ruby|rt|lang|font)(?:[.\s][^<>]{0,200})?>|<[\d:.]{1,15}>|\{\\\\?[^{}]{1,40}\}", re.IGNORECASE
)


def read_vtt(data: bytes) -> Document:
    """The turns of WebVTT captions, or paragraphs with times where no speaker is marked. Raises UnreadableSource."""
    text, warnings = decode_text(data)
    return _document(TIMING.sub(r"\1.\2.\3", text), warnings)


def read_srt(data: bytes) -> Document:
    """The same for SubRip captions, which differ from WebVTT by a comma. Raises UnreadableSource."""
    text, warnings = decode_text(data)
    return _document(TIMING.sub(r"\1.\2.\3", text), warnings)


def _document(text: str, warnings: tuple[ParseWarning, ...]) -> Document:
    shown = list(islice(_cues(text), MOST_PIECES + 1))
    refuse_many(len(shown), "lines of captions")
    cues = without_repetition(shown)
    if not cues:
        raise UnreadableSource("These captions hold no text, or are cut off at their beginning. Fetch the file again.")
    metadata = _stated(text)
    if is_voiced(cues):
        return Document((), metadata, warnings, numbered_turns(turns_of(cues)))
    return Document(numbered(group(cues)), metadata, warnings)


def _stated(text: str) -> dict[str, str]:
    """What the file says of itself before its first caption: behind WEBVTT, in its header, or in a note."""
    head = text[:LONGEST_HEAD].partition("-->")[0]
    stated = {found[1].casefold(): found[2].strip() for found in FIELD.finditer(head)}
    title = TITLE.match(head)
    if title and "title" not in stated:
        stated["title"] = title[1].strip()
    return stated


def _cues(text: str) -> Iterator[Cue]:
    """One for each line of a caption."""
    refuse_many(text.count("-->"), "captions", MOST_CAPTIONS)
    refuse_many(text.count("\n"), "lines", MOST_PIECES * 5)
    body = text if text.startswith("WEBVTT") else f"WEBVTT\n\n{text}"
    try:
        captions = webvtt.from_string(body).captions
    except (webvtt.errors.MalformedFileError, webvtt.errors.MalformedCaptionError, ValueError) as error:
        raise UnreadableSource(f"These captions are broken ({error}). Export them again as WebVTT or SRT.") from error
    for caption in captions:
        start, end = _seconds(caption.start), _seconds(caption.end)
        yield from _lines(caption.raw_text.split("\n"), start, end)


def _lines(lines: Sequence[str], start: float, end: float) -> Iterator[Cue]:
    voice = ""
    for number, line in enumerate(lines):
        found = VOICE.search(line)
        voice = html.unescape(found[1]).strip() if found else voice
        said = " ".join(html.unescape(TAG.sub("", line)).split())
        if said:
            yield Cue(said, voice, start, end, first=number == 0)


def _seconds(time: str) -> float:
    total = 0.0
    for part in time.split(":"):
        total = total * 60 + float(part)
    return total
