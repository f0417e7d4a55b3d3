"""A turn → its search document, a value that any engine can index."""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from operator import attrgetter

from django.utils.text import slugify

from transcripts.models import Turn
from transcripts.text.transcript import TurnKind

CHUNK = 500
SHAPE = 2  # counted up whenever a document gets other fields: an index of another shape is made anew
NAME_WEIGHT = 0.5  # of a word in the names, beside one in the text
PARTIES = {TurnKind.QUESTION: "askers", TurnKind.ANSWER: "answerers"}

# Who asks and who answers in each exchange, by its key and by "askers" or "answerers".
Parties = Mapping[tuple[int, str], Collection[str]]


@dataclass(frozen=True, slots=True)
class TurnDocument:
    """A turn that readers may see, as it is searched.

    `names` are the speaker's and the outlet's. `speaker`, `outlet`, `role`, `event` and `series` are slugs, empty
    where the turn has none; `kind` is a value of `TurnKind`, `language` an ISO 639-1 code, `year` four digits.

    An answer's `askers` are those who ask in its exchange, a question's `answerers` those who answer in it: people as
    `speaker/<slug>` and outlets as `outlet/<slug>`, a space between them. Other turns have none.
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
    year: str
    askers: str
    answerers: str
    date: date | None

    @property
    def fingerprint(self) -> int:
        """32 bits that differ when anything in it differs."""
        return zlib.crc32(repr(_values(self)).encode("utf-8", "backslashreplace"))


# The values as a tuple; `dataclasses.astuple` copies each of them, which took a tenth of all indexing.
_values = attrgetter(*(field.name for field in fields(TurnDocument)))


def role_slug(role: str) -> str:
    """The slug under which a role as printed is filtered and counted."""
    return slugify(role) or slugify(role, allow_unicode=True)


def document_of(turn: Turn, parties: Parties | None = None) -> TurnDocument:
    """The document of a turn that is joined with its event, the event's series, speaker and affiliation.

    Without `parties`, as `parties_in` gives them, one more query.
    """
    event, speaker, outlet = turn.event, turn.speaker, turn.affiliation
    parties = parties_in([event.pk]) if parties is None else parties
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
        year=f"{event.date.year:04}" if event.date else "",
        askers=_parties(turn, TurnKind.ANSWER, "askers", parties),
        answerers=_parties(turn, TurnKind.QUESTION, "answerers", parties),
        date=event.date,
    )


def _parties(turn: Turn, kind: TurnKind, part: str, parties: Parties) -> str:
    """Of a turn of that kind the others of its exchange."""
    if turn.kind != kind or turn.exchange_id is None:
        return ""
    return " ".join(sorted(parties.get((turn.exchange_id, part), ())))


def parties_in(event_ids: Collection[int]) -> Parties:
    """Who asks and who answers in each exchange of these events. One query."""
    turns = Turn.objects.current().filter(event_id__in=event_ids, kind__in=PARTIES, exchange__isnull=False)
    found: dict[tuple[int, str], set[str]] = defaultdict(set)
    rows = turns.order_by().values_list("exchange_id", "kind", "speaker__slug", "affiliation__slug")
    for exchange_id, kind, speaker, outlet in rows.distinct():
        named = (f"{field}/{slug}" for field, slug in (("speaker", speaker), ("outlet", outlet)) if slug)
        found[exchange_id, PARTIES[TurnKind(kind)]].update(named)
    return found


def documents_of(event_ids: Collection[int]) -> Iterator[TurnDocument]:
    """The documents of these events that readers may see now, in order. Two queries for each 500 events."""
    ids = sorted(event_ids)
    for start in range(0, len(ids), CHUNK):
        chunk = ids[start : start + CHUNK]
        parties = parties_in(chunk)
        turns = Turn.objects.published().filter(event_id__in=chunk)
        joined = turns.select_related("event__series", "speaker", "affiliation").in_order()
        for turn in joined.iterator(chunk_size=2000):
            yield document_of(turn, parties)
