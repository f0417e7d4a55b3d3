"""An editor's own fields, which win over what was inferred."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from transcripts.text.parsing.dates import find_dates
from transcripts.text.transcript import EventKind, ParseWarning, Transcript

PLAIN = ("title", "subtitle", "status", "language", "venue", "source")
ANSWERED = {"title": "no-title", "date": "no-date"}


def with_defaults(transcript: Transcript, defaults: Mapping[str, str]) -> Transcript:
    """The transcript with these fields in place of its own; empty ones leave it alone.

    `date` and `updated` are ISO 8601 or any form that a heading may print; one that is no date is a blocking warning.
    """
    given = {name: value.strip() for name, value in defaults.items() if value and value.strip()}
    changes: dict[str, Any] = {name: given[name] for name in PLAIN if name in given}
    warnings = [warning for warning in transcript.warnings if not _is_answered(warning, given)]
    if "kind" in given:
        changes["kind"] = _kind(given["kind"], warnings) or transcript.kind
    for name in ("date", "updated"):
        if name in given:
            moment = _moment(given[name], warnings)
            changes[name] = moment.date() if moment and name == "date" else moment
    return replace(transcript, **changes, warnings=tuple(warnings))


def _is_answered(warning: ParseWarning, given: Mapping[str, str]) -> bool:
    """Whether an editor's field settles what a warning asks for."""
    return any(name in given and warning.code == code for name, code in ANSWERED.items()) or (
        warning.code in {"date-invalid", "uncertain-date"} and "date" in given
    )


def _kind(value: str, warnings: list[ParseWarning]) -> str:
    kinds = [str(kind) for kind in EventKind]
    if value.casefold() in kinds:
        return value.casefold()
    message = f"“{value}” is no kind of event. Choose one of these: {', '.join(kinds)}."
    warnings.append(ParseWarning(0, "kind-invalid", message, blocking=True))
    return ""


def _moment(value: str, warnings: list[ParseWarning]) -> datetime | None:
    try:
        return datetime.fromisoformat(value).replace(tzinfo=None)
    except ValueError:
        found = next((found.moment for found in find_dates(value) if found.moment), None)
    if found is None:
        message = f"“{value}” is no date. Write it as year, month and day, such as {date(2024, 4, 30).isoformat()}."
        warnings.append(ParseWarning(0, "date-invalid", message, blocking=True))
    return found
