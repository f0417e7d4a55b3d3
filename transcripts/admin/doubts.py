"""The source beside the turns: which line a turn came from, and which turns nobody has settled yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from django.conf import settings

from transcripts.admin.understood import Quoted, quoted
from transcripts.models import Event, SourceFile
from transcripts.publishing import Received
from transcripts.text.aligning import align
from transcripts.text.parsing import parse_source, source_text
from transcripts.text.parsing.fields import with_defaults
from transcripts.text.transcript import ParseWarning, Transcript, Turn, UnreadableSource

# Of a longer source a browser scrolls badly; it can be downloaded.
SHOWN_LINES = 20_000


@dataclass(frozen=True, slots=True)
class Reading:
    """A source as text and as it is understood today. Without `lines` it cannot be read, and `error` says why."""

    name: str = ""
    lines: tuple[str, ...] = ()
    transcript: Transcript = field(default_factory=Transcript)
    error: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source, what is uncertain about it, and the turn that begins there (0: none)."""

    number: int
    text: str
    warnings: tuple[ParseWarning, ...]
    turn: int


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a turn came from (line 0: unknown), and what was uncertain about it and nobody has changed."""

    line: int
    warnings: tuple[ParseWarning, ...]


def reading_of(event: Event) -> Reading:
    """The newest of the event's sources. One query, and the parsing of a source that was not looked at of late."""
    source = event.sources.order_by("-received_at", "-pk").first()
    return _read(source.pk, source.sha256) if source else Reading()


@lru_cache(maxsize=8)
def _read(pk: int, _sha256: str) -> Reading:
    source = SourceFile.objects.get(pk=pk)
    try:
        return read_source(source.read(), source.name)
    except FileNotFoundError:
        return Reading(source.name, error="The uploads have lost this file. Restore it from a backup.")


def read_source(data: bytes, name: str) -> Reading:
    """Raises nothing for what cannot be read."""
    limit = settings.MAX_SOURCE_BYTES
    try:
        lines = source_text(data, name, limit).split("\n")
        return Reading(name, tuple(lines), parse_source(data, name, max_bytes=limit))
    except UnreadableSource as error:
        return Reading(name, error=str(error))


def unsettled(received: Received, transcript: Transcript) -> tuple[Quoted, ...]:
    """What was uncertain in the file, and what an editor has made of it since has not settled."""
    reading = read_source(received.data, received.name)
    in_turns = (warning for origin in origins(reading, transcript.turns) for warning in origin.warnings)
    return quoted((*about_the_whole(reading, transcript), *in_turns), reading.lines)


def origins(reading: Reading, turns: Sequence[Turn]) -> list[Origin]:
    """For each turn its origin in the source."""
    read = reading.transcript.turns
    doubts = _doubts(reading.transcript)
    return [
        Origin(0, ()) if old is None else _origin(read[old], turn, doubts.get(old, ()))
        for turn, old in zip(turns, align(read, turns).old_of, strict=True)
    ]


def about_the_whole(reading: Reading, transcript: Transcript | None) -> tuple[ParseWarning, ...]:
    """What is uncertain of the heading and of the text as a whole, and `transcript` has not settled."""
    in_turns = {warning for several in _doubts(reading.transcript).values() for warning in several}
    told = {"title": transcript.title, "date": str(transcript.date or "")} if transcript else {}
    left = with_defaults(reading.transcript, told).warnings
    return tuple(warning for warning in left if warning not in in_turns)


def source_lines(reading: Reading, begun: Sequence[Origin]) -> list[Line]:
    """The lines as they are shown, from the first."""
    turn_at = {origin.line: position for position, origin in enumerate(begun, start=1) if origin.line}
    warnings: dict[int, tuple[ParseWarning, ...]] = {}
    for warning in reading.transcript.warnings:
        warnings[warning.line] = (*warnings.get(warning.line, ()), warning)
    return [
        Line(number, text, warnings.get(number, ()), turn_at.get(number, 0))
        for number, text in enumerate(reading.lines[:SHOWN_LINES], start=1)
    ]


def _doubts(transcript: Transcript) -> dict[int, tuple[ParseWarning, ...]]:
    """Warnings by the index of the turn in which their line stands."""
    starts = [(turn.line, index) for index, turn in enumerate(transcript.turns) if turn.line]
    found: dict[int, tuple[ParseWarning, ...]] = {}
    for warning in transcript.warnings:
        holder = max((start for start in starts if warning.line and start[0] <= warning.line), default=None)
        if holder:
            found[holder[1]] = (*found.get(holder[1], ()), warning)
    return found


def _origin(read: Turn, turn: Turn, warnings: tuple[ParseWarning, ...]) -> Origin:
    same = (read.kind, read.label, read.paragraphs) == (turn.kind, turn.label, turn.paragraphs)
    settled = not same or (turn.speaker and not read.speaker)
    return Origin(read.line, () if settled else warnings)
