"""Turns that their format marks itself → Transcript: only people, kinds and exchanges are left to infer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from transcripts.text.parsing.events import event_kind, settle_kind
from transcripts.text.parsing.fields import with_defaults
from transcripts.text.parsing.header import event_date, read_header
from transcripts.text.parsing.languages import detect_language
from transcripts.text.parsing.warnings import about_header, about_speakers
from transcripts.text.reading import Document
from transcripts.text.transcript import ParseWarning, Transcript, Turn, TurnKind
from transcripts.text.understanding import Heading, understand


def parse_marked(document: Document, *, defaults: Mapping[str, str] | None = None) -> Transcript:
    """The transcript of a document with turns. What a turn states of its people stays; the rest is inferred.

    Raises nothing: what is doubtful becomes a warning.
    """
    given = dict(defaults or {})
    stated = document.metadata.get("language", "")[:2].casefold()
    language = given.get("language") or stated or detect_language(turn.text for turn in document.turns)
    header = read_header((), document.metadata, language)
    title, subtitle = given.get("title") or header.fields.get("title", ""), header.fields.get("subtitle", "")
    kind = given.get("kind") or event_kind(title, subtitle, header.fields.get("kind", ""))
    turns = understood(document.turns, Heading(title, subtitle, kind))
    transcript = Transcript(
        title=title,
        subtitle=subtitle,
        date=event_date(header)[0],
        updated=header.updated,
        status=header.fields.get("status", ""),
        language=language,
        kind=settle_kind(kind, turns),
        venue=header.fields.get("venue", ""),
        source=header.fields.get("source", ""),
        turns=turns,
    )
    warnings = (*document.warnings, *about_header(header, transcript, ()), *_about_labels(turns))
    return with_defaults(replace(transcript, warnings=(*warnings, *about_speakers(turns))), given)


def understood(turns: tuple[Turn, ...], heading: Heading) -> tuple[Turn, ...]:
    """The turns as inference sees them, with what they state themselves put back.

    Where all turns are statements, or notes, their kinds count as not stated: it is what a turn is at first.
    """
    inferred = understand(turns, heading)
    kinds = any(turn.kind not in {TurnKind.STATEMENT, TurnKind.NOTE} for turn in turns)
    exchanges = any(turn.exchange for turn in turns)
    if not any(turn.label or turn.speaker for turn in turns):
        inferred = tuple(
            turn if turn.kind is TurnKind.NOTE else replace(turn, kind=TurnKind.REMARKS) for turn in inferred
        )
    return tuple(
        _with_stated(guess, turn, kinds=kinds, exchanges=exchanges) for guess, turn in zip(inferred, turns, strict=True)
    )


def _with_stated(guess: Turn, turn: Turn, *, kinds: bool, exchanges: bool) -> Turn:
    return replace(
        guess,
        kind=turn.kind if kinds else guess.kind,
        speaker=turn.speaker or guess.speaker,
        role=turn.role or guess.role,
        affiliation=turn.affiliation or guess.affiliation,
        exchange=turn.exchange if exchanges else guess.exchange,
    )


def _about_labels(turns: Sequence[Turn]) -> list[ParseWarning]:
    if any(turn.label or turn.speaker for turn in turns):
        return []
    message = "No speakers are named. Add labels such as “Name: …”."
    return [ParseWarning(0, "no-labels", message)]
