"""Transcript → rows, revision and outbox. Each verb is one call and one transaction.

Nobody else writes events, turns, revisions or the outbox. Callers drain the outbox (`search.indexing.drain`)
after the call: the index then knows at once; a caller that forgets or dies leaves it for the next to drain.
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import transaction
from django.utils import timezone

from transcripts.models import AsImported, Event, Organization, OutboxEntry, Person, Revision, Series, SourceFile
from transcripts.models.lengths import too_long
from transcripts.models.locks import hold
from transcripts.models.revisions import chained_sha256
from transcripts.models.slugs import free_slug
from transcripts.projection import transcript_of, write_turns
from transcripts.text.formats import json
from transcripts.text.transcript import Transcript

UNTITLED = "Untitled"


class CannotPublish(Exception):  # noqa: N818 - it is said to the editor as a sentence
    """The event cannot go out as it stands. The message says what to mend."""


class CannotDiscard(Exception):  # noqa: N818 - as above
    """The event was published once: it can be withdrawn, and never deleted."""


@dataclass(frozen=True, slots=True)
class Received:
    """The bytes that a transcript was read from, and the name of their file."""

    data: bytes
    name: str
    media_type: str = "text/plain"

    @property
    def sha256(self) -> str:
        """In hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()


@transaction.atomic
def add_event(
    transcript: Transcript, *, received: Received | None = None, series: Series | None = None, by=None, slug: str = ""
) -> Event:
    """A new draft. Raises CannotPublish when the transcript has blocking warnings or no turns."""
    _check(transcript)
    event = Event(series=series)
    _describe(event, transcript)
    words = slug or " ".join((str(transcript.date or ""), transcript.title, transcript.subtitle))
    hold("event")  # until it is stored, nobody else may take the slug
    event.slug = free_slug(Event.objects.all(), words, fallback="event")
    event.save()
    ids = write_turns(event, transcript.turns)
    _keep(event, received, by)
    if received:
        remember_import(event, transcript.with_ids(ids))
    return event


@transaction.atomic
def correct_event(
    event: Event,
    transcript: Transcript,
    *,
    merged: Mapping[str, str] | None = None,
    received: Received | None = None,
    by=None,
    note: str = "",
) -> Revision | None:
    """Put `transcript` in the place of what the event holds; every turn that goes on keeps its id.

    Which turn goes on is for `text.pairing.decide`, which says what `merged` is. A published event gets a revision at
    once, returned; a draft, or an event that says the same already, gets none. Raises CannotPublish as `add_event`.
    """
    _check(transcript)
    before = transcript_of(event)
    _describe(event, transcript)
    event.save()
    write_turns(event, transcript.turns, merged)
    _keep(event, received, by)
    return record_change(event, before, by=by, note=note)


def remember_import(event: Event, transcript: Transcript) -> None:
    """What a source was read as, with ids, for the day when it comes changed. Call it in the import's transaction."""
    row = AsImported(event=event, transcript=json.write(transcript))
    AsImported.objects.bulk_create([row], update_conflicts=True, unique_fields=["event"], update_fields=["transcript"])


def record_change(event: Event, before: Transcript, *, by=None, note: str = "") -> Revision | None:
    """A revision for rows that an editor has changed since `before`; None when nothing changed or it is a draft.

    Call it in the transaction that changed the rows.
    """
    if event.state != Event.State.PUBLISHED or transcript_of(event) == before:
        return None
    return _revise(event, by=by, note=note)


@transaction.atomic
def publish_event(event: Event, *, at: datetime | None = None, by=None, note: str = "") -> Revision:
    """Let readers see the event: now, or from a time to come. Raises CannotPublish when it has no turns.

    One that was withdrawn and comes again keeps the time since when readers have known it.
    """
    if not event.turns.current().exists():
        raise CannotPublish("There is nothing to publish: the event has no turns. Add a transcript first.")
    at = at or _known_since(event) or timezone.now()
    event.state = Event.State.PUBLISHED
    event.published_at = at
    event.withdrawn_reason = ""
    event.save()
    return _revise(event, by=by, note=note)


def _known_since(event: Event) -> datetime | None:
    withdrawn = event.state == Event.State.WITHDRAWN and event.published_at
    return event.published_at if withdrawn and event.published_at <= timezone.now() else None


@transaction.atomic
def restore_revision(revision: Revision, *, by=None) -> Revision | None:
    """Say again what the event said then, as a new revision; turns have their old ids.

    None where it still says so, and where it is withdrawn: then its next publication makes the revision.
    """
    transcript = json.parse(revision.transcript)
    return correct_event(revision.event, transcript, by=by, note=f"Revision {revision.number} restored")


@transaction.atomic
def withdraw_event(event: Event, *, reason: str) -> None:
    """Take the event from readers' sight and keep everything. Its addresses answer 410 with the reason."""
    event.state = Event.State.WITHDRAWN
    event.withdrawn_reason = reason
    event.save()
    mark_stale(event)


@transaction.atomic
def discard_draft(event: Event) -> None:
    """Delete a draft that nobody could ever see, with its turns. Raises CannotDiscard for any other event."""
    if not is_discardable(event):
        raise CannotDiscard("Readers may have seen this event: withdraw it instead. Its addresses then say why.")
    # The database keeps a turn that another was merged into; here both go.
    event.turns.filter(state="merged").update(state="removed", merged_into=None)
    event.delete()


def is_discardable(event: Event) -> bool:
    """Whether it never left the state of a draft."""
    return event.state == Event.State.DRAFT and event.published_at is None and not event.revisions.exists()


def mark_stale(event: Event) -> None:
    """The index must look at this event again: now, and once more when its embargo ends."""
    OutboxEntry.objects.create(event_id=event.pk)
    if event.is_embargoed:
        OutboxEntry.objects.create(event_id=event.pk, due_at=event.published_at)


def mark_stale_where_named(bearer: Person | Organization) -> None:
    """The index, and whoever has a copy of a page, must look again at every event in which they are named."""
    named = list(Event.objects.filter(pk__in=bearer.turns.values("event")).values_list("pk", flat=True))
    Event.objects.filter(pk__in=named).update(updated_at=timezone.now())
    OutboxEntry.objects.bulk_create(OutboxEntry(event_id=pk) for pk in named)


def _check(transcript: Transcript) -> None:
    if transcript.blocking:
        raise CannotPublish(" ".join(f"line {w.line}: {w.message}" for w in transcript.blocking))
    if not transcript.turns:
        raise CannotPublish("There is no text in it. Paste or upload the transcript itself.")
    sentences = list(itertools.islice(too_long(transcript), 3))
    if sentences:
        raise CannotPublish(" ".join(sentences))


def _describe(event: Event, transcript: Transcript) -> None:
    event.title = transcript.title or UNTITLED
    event.subtitle = transcript.subtitle
    event.kind = transcript.kind
    event.date = transcript.date
    event.venue = transcript.venue
    event.delivery_status = transcript.status
    event.source_url = transcript.source
    event.source_updated = transcript.updated.replace(tzinfo=UTC) if transcript.updated else None
    event.language = transcript.language


def _keep(event: Event, received: Received | None, by) -> None:
    if received and not event.sources.filter(sha256=received.sha256).exists():
        SourceFile.objects.receive(
            received.data, name=received.name, event=event, media_type=received.media_type, by=by
        )


def _revise(event: Event, *, by, note: str) -> Revision:
    text = json.write(transcript_of(event))
    last = event.revisions.defer("transcript").order_by("-number").first()
    revision = Revision.objects.create(
        event=event,
        number=last.number + 1 if last else 1,
        created_by=by,
        note=note,
        transcript=text,
        sha256=chained_sha256(text, before=last.sha256 if last else ""),
    )
    mark_stale(event)
    return revision
