"""Files → events: what is new is added, what has changed is corrected, what is known is left alone."""

from __future__ import annotations

import hashlib
import mimetypes
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from django.conf import settings
from django.db import transaction
from django.db.models import Count, Q

from transcripts.models import Event, Series, SourceFile
from transcripts.models.locks import hold
from transcripts.models.slugs import free_slug
from transcripts.projection import transcript_of
from transcripts.publishing import CannotPublish, Received, add_event, publish_event
from transcripts.reimporting import import_changed
from transcripts.text.parsing import parse_source
from transcripts.text.transcript import ParseWarning, Transcript, UnreadableSource

# The share of their wording that two texts must have in common to be the same event in two versions.
SAME_EVENT = 0.5


class Status(StrEnum):
    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file. `error` is a sentence for the person who can mend it, only where it failed."""

    name: str
    status: Status
    turns: int = 0
    warnings: tuple[ParseWarning, ...] = ()
    error: str = ""
    event: Event | None = None


@dataclass(frozen=True, slots=True)
class Wishes:
    """What whoever imports a file says of it. `fields` are the archive's own and win over what the file says.

    Without `correct_published`, a file that is another version of an event that readers saw fails, and changes nothing.
    """

    format: str = "auto"
    fields: Mapping[str, str] | None = None
    series: Mapping[str, str] | None = None
    publish: bool = False
    dry_run: bool = False
    correct_published: bool = True


def beside_sidecars(wishes: Wishes, *, own: Mapping[str, str], series: Mapping[str, str]) -> Wishes:
    """The wishes with what the sidecars of the file and of its folder say, where the wishes do not say otherwise."""
    asked = (wishes.series or {}).get("name")
    named = wishes.series if asked and asked != series.get("name") else series
    return replace(wishes, fields={**own, **(wishes.fields or {})}, series=named)


def import_source(data: bytes, *, name: str, wishes: Wishes, by=None) -> Outcome:
    """Take in one file, whole or not at all. Raises nothing for bad input: the outcome says what is wrong."""
    known = known_event(data)
    if known:
        return import_again(known, name=name, wishes=wishes, by=by)
    try:
        transcript = parse_source(
            data, name=name, format=wishes.format, defaults=wishes.fields, max_bytes=settings.MAX_SOURCE_BYTES
        )
        outcome = _store(transcript, data, name, wishes, by)
        return replace(outcome, warnings=(*outcome.warnings, *transcript.warnings))
    except (UnreadableSource, CannotPublish) as error:
        return Outcome(name=name, status=Status.FAILED, error=str(error))


def known_event(data: bytes) -> Event | None:
    """The event that these very bytes were received for, if the archive has them."""
    return next(iter(known_events([hashlib.sha256(data).hexdigest()]).values()), None)


def known_events(digests: Iterable[str]) -> dict[str, Event]:
    """The event of each SHA-256 that the archive has received, with its `turn_count`. Two queries."""
    sources = SourceFile.objects.filter(sha256__in=set(digests)).order_by("-pk")
    event_of = dict(sources.values_list("sha256", "event_id"))
    counted = Count("turns", filter=Q(turns__state="current"))
    events = Event.objects.annotate(turn_count=counted).in_bulk(set(event_of.values())) if event_of else {}
    return {digest: events[pk] for digest, pk in event_of.items()}


def import_again(event: Event, *, name: str, wishes: Wishes, by=None) -> Outcome:
    """The bytes of an event of `known_events`. All that can be new is the wish to publish what is still a draft."""
    publish = wishes.publish and event.state == Event.State.DRAFT
    if publish and not wishes.dry_run:
        publish_event(event, by=by)
    status = Status.UPDATED if publish else Status.UNCHANGED
    return Outcome(name=name, status=status, turns=event.turn_count, event=event)


@transaction.atomic
def _store(transcript: Transcript, data: bytes, name: str, wishes: Wishes, by) -> Outcome:
    # Of two who import the same event at once, the second finds what the first has made.
    hold("import")
    received = Received(data, name, mimetypes.guess_type(name)[0] or "text/plain")
    event, warnings = earlier_version(transcript, name), ()
    if event:
        _refuse_published(event, wishes)
        status, warnings = _correct(event, transcript, received, by)
    else:
        event = add_event(transcript, received=received, series=_series(wishes.series), by=by)
        status = Status.CREATED
    if wishes.publish and event.state == Event.State.DRAFT:
        publish_event(event, by=by)
    # Editors may have added turns to it, and taken out others.
    turns = event.turns.current().count() if status is not Status.CREATED else len(transcript.turns)
    if wishes.dry_run:
        transaction.set_rollback(True)
    return Outcome(name=name, status=status, turns=turns, event=event, warnings=warnings)


def _refuse_published(event: Event, wishes: Wishes) -> None:
    if event.state != Event.State.DRAFT and not wishes.correct_published:
        message = f"It is another version of “{event.title}”, which was published: only a publisher may correct that."
        raise CannotPublish(message)


def _correct(event: Event, transcript: Transcript, received: Received, by) -> tuple[Status, tuple[ParseWarning, ...]]:
    before = transcript_of(event)
    note = f"{received.name} was imported again, changed"
    warnings = import_changed(event, transcript, received=received, by=by, note=note)
    return Status.UNCHANGED if transcript_of(event) == before else Status.UPDATED, warnings


def earlier_version(transcript: Transcript, name: str) -> Event | None:
    """The event that this is another version of: alike in two of name, day and title, and mostly in the same words."""
    # Not as a join: that has SQLite look for the sources of every event there is.
    named, dated = Q(pk__in=SourceFile.objects.filter(name=name).values("event")), Q(date=transcript.date)
    titled = Q(title=transcript.title, subtitle=transcript.subtitle)
    alike = named & dated | named & titled | titled & dated
    if transcript.source:
        alike |= Q(source_url=transcript.source)
    candidates = Event.objects.filter(alike).order_by("pk")
    return next((event for event in candidates if _mostly_same(event, transcript)), None)


def _mostly_same(event: Event, transcript: Transcript) -> bool:
    old = {run for text in event.turns.current().values_list("text", flat=True) for run in _runs(text)}
    new = {run for turn in transcript.turns for run in _runs(turn.text)}
    return len(old & new) >= SAME_EVENT * max(1, min(len(old), len(new)))


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    """Every three words in a row: few texts share them by chance, and a changed word spoils only three."""
    words = text.split()
    return zip(words, words[1:], words[2:], strict=False)


def _series(fields: Mapping[str, str] | None) -> Series | None:
    if not fields or not fields.get("name"):
        return None
    found = Series.objects.filter(name=fields["name"]).first()
    if found:
        return found
    return Series.objects.create(
        slug=free_slug(Series.objects.all(), fields["name"], fallback="series"),
        **{key: fields[key] for key in ("name", "institution", "description", "language") if fields.get(key)},
    )
