"""A source that has changed, over an event that editors may have corrected since it was imported.

Three versions are put together turn by turn: what the source was read as when it was last imported, what editors have
made of that, and what the source says now. What only one of the two has changed goes in. Where both have changed a
turn, the editors' wording stays: somebody has looked at it, and nobody has looked at the source's yet. Each is told.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from django.conf import settings
from django.urls import reverse
from django.utils.text import Truncator

from transcripts.identities import answers_to
from transcripts.models import AsImported, Event
from transcripts.models.people import Named, name_key
from transcripts.projection import Plan, plan_turns, transcript_of, turn_value
from transcripts.publishing import UNTITLED, Received, correct_event, remember_import
from transcripts.text.formats import json
from transcripts.text.merging_turns import FieldConflict, Merged, Side, TurnConflict, merge
from transcripts.text.pairing import decide
from transcripts.text.pairing_doubts import Gone, Pair, look
from transcripts.text.parsing import parse_source
from transcripts.text.transcript import ParseWarning, Transcript, Turn, UnreadableSource

SHOWN = 300
# Of a text that was written anew, a warning for every turn would hide the others.
MOST_DOUBTS = 20


def import_changed(
    event: Event,
    transcript: Transcript,
    *,
    received: Received,
    pins: Mapping[str, str] | None = None,
    merged: Mapping[str, str] | None = None,
    by=None,
    note: str = "",
) -> tuple[ParseWarning, ...]:
    """Correct the event by its source as that reads now, and return what an editor should look at.

    `pins` are ids that an editor chose, by `words_digest`; `merged` is that of `correct_event`. Call it inside a
    transaction. Raises CannotPublish as `correct_event` does.
    """
    base = _as_imported(event)
    whole, conflicts = put_together(event, transcript, pins)
    plan = plan_turns(event, whole.turns, merged)
    correct_event(event, whole, merged=merged, received=received, by=by, note=note)
    remember_import(event, _with_ids(transcript, base, transcript_of(event)))
    return (*conflicts, *(_doubts(event, plan, whole.turns) if event.published_at else ()))


def put_together(
    event: Event, transcript: Transcript, pins: Mapping[str, str] | None = None
) -> tuple[Transcript, tuple[ParseWarning, ...]]:
    """The event as it would be: the source as it reads now with what editors have corrected, and where these differ."""
    base = _as_imported(event)
    if base is None:
        return _pinned(transcript, pins or {}), ()
    merged = merge(base, transcript, _in_the_words_of(base, event, transcript_of(event)), otherwise=Side.MINE)
    return _pinned(replace(merged.transcript, warnings=transcript.warnings), pins or {}), _conflicts(merged)


def words_digest(turn: Turn) -> str:
    """Which turn is meant, in whatever place: a digest of its label and its words."""
    return hashlib.sha256(f"{turn.label}\n{turn.text}".encode()).hexdigest()[:24]


def _pinned(transcript: Transcript, pins: Mapping[str, str]) -> Transcript:
    if not pins:
        return transcript
    turns = tuple(replace(turn, id=pins.get(words_digest(turn), turn.id)) for turn in transcript.turns)
    return replace(transcript, turns=turns)


def _as_imported(event: Event) -> Transcript | None:
    """What the source said when it was last imported, with ids; None where nobody can tell."""
    kept = AsImported.objects.filter(event=event).first()
    return json.parse(kept.transcript) if kept else _read_again(event)


def _read_again(event: Event) -> Transcript | None:
    """For events that were imported before it was kept."""
    source = event.sources.order_by("-received_at", "-pk").first()
    try:
        read = source and parse_source(source.read(), name=source.name, max_bytes=settings.MAX_SOURCE_BYTES)
    except (UnreadableSource, FileNotFoundError):
        return None
    return _with_ids(read, None, transcript_of(event)) if read else None


def _with_ids(read: Transcript, base: Transcript | None, standing: Transcript) -> Transcript:
    """Each turn under the id that it has in the event, empty where it has none there."""
    known = {turn.id for turn in standing.turns}
    ids = [""] * len(read.turns)
    for version in filter(None, (base, standing)):
        for index, old in enumerate(decide(version.turns, read.turns).old_of):
            found = version.turns[old].id if old is not None else ""
            if not ids[index] and found in known - set(ids):
                ids[index] = found
    return replace(read.with_ids(tuple(ids)), title=read.title or UNTITLED, warnings=())


def _in_the_words_of(base: Transcript, event: Event, ours: Transcript) -> Transcript:
    """Our version, whose people and outlets have the names of the source where they answer to them."""
    rows = list(event.turns.current().select_related("speaker", "affiliation", "exchange").order_by("position"))
    people = answers_to(row.speaker for row in rows if row.speaker)
    outlets = answers_to(row.affiliation for row in rows if row.affiliation)
    old_of = decide(base.turns, ours.turns).old_of
    turns = []
    for row, old in zip(rows, old_of, strict=True):
        turn, read = turn_value(row), base.turns[old] if old is not None else None
        if read:
            speaker = _name(row.speaker, turn.speaker, read.speaker, people)
            outlet = _name(row.affiliation, turn.affiliation, read.affiliation, outlets)
            turn = replace(turn, speaker=speaker, affiliation=outlet)
        turns.append(turn)
    return replace(ours, turns=tuple(turns))


def _name(bearer: Named | None, ours: str, read: str, answers: set[tuple[int, str]]) -> str:
    return read if bearer and (bearer.pk, name_key(read)) in answers else ours


def _conflicts(merged: Merged) -> tuple[ParseWarning, ...]:
    fields = (ParseWarning(0, "correction-kept", _of_field(conflict)) for conflict in merged.fields)
    turns = (_of_turn(conflict) for conflict in merged.turns)
    return (*fields, *turns)


def _of_field(conflict: FieldConflict) -> str:
    return (
        f"{conflict.key}: the file says “{conflict.theirs or ''}” now, where an editor wrote “{conflict.mine or ''}”. "
        "The editor’s wording is kept: change it in the event if the file is right."
    )


def _of_turn(conflict: TurnConflict) -> ParseWarning:
    theirs, mine = (_wording(turn) for turn in (conflict.theirs, conflict.mine))
    message = (
        f"Turn #{conflict.key}: the file says {theirs} now, where an editor made it {mine}. "
        "The editor’s version is kept: change it in the event if the file is right."
    )
    return ParseWarning(conflict.theirs.line if conflict.theirs else 0, "correction-kept", message)


def _wording(turn: Turn | None) -> str:
    if turn is None:
        return "nothing (removed)"
    label = f"{turn.label}: " if turn.label else ""
    return f"“{label}{Truncator(turn.text).chars(SHOWN)}”"


def _doubts(event: Event, plan: Plan, turns: Sequence[Turn]) -> Iterator[ParseWarning]:
    """The turns whose addresses an editor should look at, as public links lead to them."""
    pairing, where = look(plan.old, turns, plan.alignment), reverse("admin:transcripts_event_text", args=[event.pk])
    doubts = [*map(_of_pair, pairing.uncertain), *map(_of_gone, pairing.gone)]
    for line, message in doubts[:MOST_DOUBTS]:
        yield ParseWarning(line, "address-uncertain", f"{message} Pair them anew, if need be, at {where}?pairing.")
    if len(doubts) > MOST_DOUBTS:
        message = f"{len(doubts) - MOST_DOUBTS} more turns have uncertain addresses: look at {where}?pairing."
        yield ParseWarning(0, "address-uncertain", message)


def _of_pair(pair: Pair) -> tuple[int, str]:
    named = f"Turn {pair.place} (“{Truncator(pair.new.text).words(8)}”)"
    if pair.old:
        old = Truncator(pair.old.text).words(8)
        return pair.new.line, f"{named} has the address of #{pair.old.id} (“{old}”), whose words are mostly others."
    likely = ", ".join(f"#{turn.id}" for turn in pair.likely)
    return pair.new.line, f"{named} has a new address, and may be what was {likely}."


def _of_gone(gone: Gone) -> tuple[int, str]:
    went = f"is merged into turn {gone.into}" if gone.into else "is gone"
    return 0, f"#{gone.old.id} (“{Truncator(gone.old.text).words(8)}”) {went}."
