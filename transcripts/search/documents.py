"""A turn → its search document, a value that any engine can index."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterator
from dataclasses import astuple, dataclass
from datetime import date

from django.utils.text import slugify

from transcripts.models import Turn

CHUNK = 500


@dataclass(frozen=True, slots=True)
class TurnDocument:
    """A turn that readers may see, as it is searched.

    `names` are the speaker's and the outlet's. `speaker`, `outlet`, `role`, `event` and `series` are slugs, empty
    where the turn has none; `kind` is a value of `TurnKind`, `language` an ISO 639-1 code.
    """

    public_id: str
    turn_id: int
    event_id: int
    position: int
    text: str
    names: str
    speaker: str
    outlet: str
    role: str
    kind: str
    event: str
    series: str
    language: str
    date: date | None

    @property
    def fingerprint(self) -> int:
        """32 bits that differ when anything in it differs."""
        return zlib.crc32(repr(astuple(self)).encode("utf-8", "backslashreplace"))


def role_slug(role: str) -> str:
    """The slug under which a role as printed is filtered and counted."""
    return slugify(role) or slugify(role, allow_unicode=True)


def document_of(turn: Turn) -> TurnDocument:
    """The document of a turn that is joined with its event, the event's series, speaker and affiliation."""
    event, speaker, outlet = turn.event, turn.speaker, turn.affiliation
    return TurnDocument(
        public_id=turn.public_id,
        turn_id=turn.pk,
        event_id=event.pk,
        position=turn.position,
        text=turn.text,
        names="\n".join(bearer.name for bearer in (speaker, outlet) if bearer),
        speaker=speaker.slug if speaker else "",
        outlet=outlet.slug if outlet else "",
        role=role_slug(turn.role),
        kind=turn.kind,
        event=event.slug,
        series=event.series.slug if event.series else "",
        language=event.language,
        date=event.date,
    )


def documents_of(event_ids: Collection[int]) -> Iterator[TurnDocument]:
    """The documents of these events that readers may see now, in order. One query for each 500 events."""
    ids = sorted(event_ids)
    for start in range(0, len(ids), CHUNK):
        turns = Turn.objects.published().filter(event_id__in=ids[start : start + CHUNK])
        joined = turns.select_related("event__series", "speaker", "affiliation").in_order()
        yield from map(document_of, joined.iterator(chunk_size=2000))
