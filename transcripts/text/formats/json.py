"""Transcript ↔ JSON: the form of `parse_transcript`, of stored revisions and of `/events/<slug>.json`.

The shape is the one that contract of the command gives: absent values are null, dates are ISO 8601, positions
count from 1. Two fields are left out where they are empty, since a parsed text has neither: a turn's `id` and `start`.
"""

from __future__ import annotations

import json
import re
from datetime import date, datetime
from typing import Any

from transcripts.text.reading.limits import refuse_many
from transcripts.text.transcript import ParseWarning, Transcript, Turn, TurnKind

Record = dict[str, Any]
ONE = json.JSONDecoder()
ID = re.compile(r'{\n {6}"id": "([0-9a-z]+)",')


def to_record(transcript: Transcript) -> Record:
    """The transcript as dicts, lists, strings and numbers, ready for `json.dumps`."""
    return {
        "title": transcript.title or None,
        "subtitle": transcript.subtitle or None,
        "date": transcript.date.isoformat() if transcript.date else None,
        "updated": _stamp(transcript.updated) if transcript.updated else None,
        "status": transcript.status or None,
        "language": transcript.language or None,
        "kind": transcript.kind or None,
        "venue": transcript.venue or None,
        "source": transcript.source or None,
        "turns": [_turn_record(position, turn) for position, turn in enumerate(transcript.turns, start=1)],
        "warnings": [_warning_record(warning) for warning in transcript.warnings],
    }


def _stamp(moment: datetime) -> str:
    """To the minute, as sources print it, and finer only where there is more to say."""
    return moment.isoformat(timespec="auto" if moment.second or moment.microsecond else "minutes")


def _turn_record(position: int, turn: Turn) -> Record:
    record: Record = {"id": turn.id} if turn.id else {}
    record |= {
        "position": position,
        "kind": str(turn.kind),
        "label": turn.label or None,
        "speaker": turn.speaker or None,
        "role": turn.role or None,
        "affiliation": turn.affiliation or None,
        "exchange": turn.exchange,
        "paragraphs": list(turn.paragraphs),
    }
    if turn.start is not None:
        record["start"] = turn.start
    return record


def _warning_record(warning: ParseWarning) -> Record:
    return {"line": warning.line, "code": warning.code, "message": warning.message, "blocking": warning.blocking}


def from_record(record: Record) -> Transcript:
    """The transcript that `to_record` wrote. Raises KeyError or ValueError where the shape is another."""
    return Transcript(
        title=record["title"] or "",
        subtitle=record["subtitle"] or "",
        date=date.fromisoformat(record["date"]) if record["date"] else None,
        updated=datetime.fromisoformat(record["updated"]) if record["updated"] else None,
        status=record["status"] or "",
        language=record["language"] or "",
        kind=record["kind"] or "",
        venue=record["venue"] or "",
        source=record.get("source") or "",
        turns=tuple(_turn_from_record(turn) for turn in record["turns"]),
        warnings=tuple(ParseWarning(**warning) for warning in record.get("warnings", ())),
    )


def _turn_from_record(record: Record) -> Turn:
    return Turn(
        kind=TurnKind(record["kind"]),
        paragraphs=tuple(record["paragraphs"]),
        label=record["label"] or "",
        speaker=record["speaker"] or "",
        role=record["role"] or "",
        affiliation=record["affiliation"] or "",
        exchange=record["exchange"],
        start=record.get("start"),
        id=record.get("id", ""),
    )


def write(transcript: Transcript) -> str:
    """JSON text, indented, with characters as they are and not as escapes."""
    return json.dumps(to_record(transcript), ensure_ascii=False, indent=2)


def parse(text: str) -> Transcript:
    """The transcript in JSON that `write` made. Raises ValueError or KeyError on anything else.

    Raises UnreadableSource for more turns than any sitting has.
    """
    record = json.loads(text)
    refuse_many(len(record["turns"]), "turns")
    return from_record(record)


def parse_turn(text: str, public_id: str) -> Turn | None:
    """The one turn with this id, out of JSON that `write` made; None where it has none. The rest is not read.

    No string of JSON holds a line feed or a bare quotation mark, so that nobody's words can look like a turn.
    """
    at = text.find(f'{{\n      "id": "{public_id}",')
    return _turn_from_record(ONE.raw_decode(text, at)[0]) if at >= 0 else None


def ids_in(text: str) -> list[str]:
    """The ids of the turns in JSON that `write` made, in order, without reading the rest."""
    return ID.findall(text)
