"""Turns as values ↔ turns as rows. A turn that a correction keeps is the same row under the same id."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC
from itertools import pairwise

from django.db.models import F

from transcripts.identities import answers_to, resolve_organizations, resolve_people
from transcripts.last_words import rightful_words
from transcripts.models import Event, Exchange, Turn
from transcripts.models.people import Named, name_key
from transcripts.models.turns import new_public_id
from transcripts.text import transcript as text
from transcripts.text.aligning import Alignment
from transcripts.text.pairing import decide

# Positions are moved out of each other's way by more than any event has turns.
OUT_OF_THE_WAY = 1_000_000
FIELDS = (
    "exchange",
    "position",
    "kind",
    "label",
    "text",
    "speaker",
    "role",
    "affiliation",
    "start",
    "state",
    "merged_into",
)
COLUMNS = tuple(Turn._meta.get_field(name).attname for name in FIELDS)  # noqa: SLF001 - Django's documented door


def transcript_of(event: Event) -> text.Transcript:
    """What the event's rows say, as a value with the turns' ids. Two queries at most."""
    rows = event.turns.current().select_related("speaker", "affiliation", "exchange").order_by("position")
    return text.Transcript(
        title=event.title,
        subtitle=event.subtitle,
        date=event.date,
        updated=event.source_updated.astimezone(UTC).replace(tzinfo=None) if event.source_updated else None,
        status=event.delivery_status,
        language=event.language,
        kind=event.kind,
        venue=event.venue,
        source=event.source_url,
        turns=tuple(turn_value(row) for row in rows),
    )


def turn_value(row: Turn) -> text.Turn:
    """One row as a value; its speaker, affiliation and exchange are best joined beforehand."""
    return text.Turn(
        kind=text.TurnKind(row.kind),
        paragraphs=tuple(row.paragraphs),
        label=row.label,
        speaker=row.speaker.name if row.speaker else "",
        role=row.role,
        affiliation=row.affiliation.name if row.affiliation else "",
        exchange=row.exchange.position if row.exchange else None,
        start=row.start,
        id=row.public_id,
    )


@dataclass(frozen=True, slots=True)
class Plan:
    """Which rows new turns will be written to. `alignment` has indices into `rows`: the current ones, in order, then
    departed ones that come back. `rightful` holds, by index, what rows that go are to say from then on.
    """

    rows: list[Turn]
    old: list[text.Turn]
    current: int
    alignment: Alignment
    rightful: Mapping[int, text.Turn]


def plan_turns(event: Event, turns: Sequence[text.Turn], merged: Mapping[str, str] | None = None) -> Plan:
    """What `write_turns` would do with the same arguments. Nothing is written."""
    current = list(event.turns.current().select_related("speaker", "affiliation", "exchange").order_by("position"))
    rows = [*current, *_departed(event, current, turns)]
    old = [turn_value(row) for row in rows]
    found = decide(old[: len(current)], turns, merged, departed=old[len(current) :])
    rightful = rightful_words(event, old, turns, found)
    theirs = {
        index: into for index, into in found.merged.items() if index not in rightful or old[index].id in (merged or {})
    }
    gone = sorted({*found.removed, *(found.merged.keys() - theirs.keys())})
    return Plan(rows, old, len(current), replace(found, removed=tuple(gone), merged=theirs), rightful)


def write_turns(event: Event, turns: Sequence[text.Turn], merged: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Make the event's current turns these, in this order, and return their ids. Call it inside a transaction.

    Rows are matched by `decide`, which says what `merged` is; those that are gone stay as removed or merged, so that
    their address can say so. Turns are written in batches, never one by one.
    """
    plan = plan_turns(event, turns, merged)
    rows = [plan.rows[index] if index is not None else Turn(event=event) for index in plan.alignment.old_of]
    moved = _clear_the_way(event, plan.rows[: plan.current], rows)
    _retire(plan)
    stored = {row.pk: _values(row) for row in rows if row.pk}
    _fill(event, rows, turns)
    kept = [row for row in rows if row.pk and (moved or _values(row) != stored[row.pk])]
    made = [row for row in rows if not row.pk]
    _give_ids(made)
    Turn.objects.bulk_update(kept, FIELDS, batch_size=200)
    Turn.objects.bulk_create(made, batch_size=200)
    _lead_on(plan, rows)
    return tuple(row.public_id for row in rows)


def _departed(event: Event, current: Sequence[Turn], turns: Sequence[text.Turn]) -> list[Turn]:
    """Rows that were removed or merged, and that these turns name by their ids: a restored turn has its old address."""
    wanted = {turn.id for turn in turns if turn.id} - {row.public_id for row in current}
    if not wanted:
        return []
    gone = event.turns.exclude(state=Turn.State.CURRENT).filter(public_id__in=wanted)
    return list(gone.select_related("speaker", "affiliation", "exchange"))


def _values(row: Turn) -> tuple[object, ...]:
    return tuple(getattr(row, name) for name in COLUMNS)


def _clear_the_way(event: Event, before: list[Turn], rows: list[Turn]) -> bool:
    """Whether all rows were put elsewhere in the database, to be written again.

    Positions are unique row by row, not only at the end of the transaction: make room where any will change.
    """
    stays = [row.pk for row in rows[: len(before)]] == [row.pk for row in before]
    gapless = all(b.position - a.position == 1 for a, b in pairwise(before))
    moved = bool(before) and not (stays and gapless)
    if moved:
        event.turns.current().update(position=F("position") + OUT_OF_THE_WAY)
    return moved


def _fill(event: Event, rows: list[Turn], turns: Sequence[text.Turn]) -> None:
    people = resolve_people((turn.speaker for turn in turns), event)
    outlets = resolve_organizations((turn.affiliation for turn in turns), event)
    answers = answers_to(row.speaker for row in rows if row.speaker)
    outlet_answers = answers_to(row.affiliation for row in rows if row.affiliation)
    exchanges = _exchanges(event, {turn.exchange for turn in turns if turn.exchange})
    for position, (row, turn) in enumerate(zip(rows, turns, strict=True), start=1):
        row.position = position
        row.state = Turn.State.CURRENT
        row.merged_into = None
        row.kind = str(turn.kind)
        row.label = turn.label
        row.text = turn.text
        row.speaker = _kept(row.speaker, turn.speaker, answers) or people.get(turn.speaker)
        row.role = turn.role
        row.affiliation = _kept(row.affiliation, turn.affiliation, outlet_answers) or outlets.get(turn.affiliation)
        row.exchange = exchanges[turn.exchange] if turn.exchange else None
        row.start = turn.start


def _kept(bearer: Named | None, name: str, answers: set[tuple[int, str]]) -> Named | None:
    """Who the row names already, where the name is one of theirs: of two people of one name it cannot say which."""
    return bearer if bearer and (bearer.pk, name_key(name)) in answers else None


def _exchanges(event: Event, positions: set[int]) -> dict[int, Exchange]:
    standing = {exchange.position: exchange for exchange in event.exchanges.all()}
    event.exchanges.filter(position__in=standing.keys() - positions).delete()
    made = Exchange.objects.bulk_create(
        Exchange(event=event, position=position) for position in sorted(positions - standing.keys())
    )
    return standing | {exchange.position: exchange for exchange in made}


def _give_ids(made: list[Turn]) -> None:
    """Fresh ids that no turn has or ever had: rows are never deleted, so the table remembers them all."""
    while taken := set(
        Turn.objects.filter(public_id__in=[row.public_id for row in made]).values_list("public_id", flat=True)
    ):
        for row in made:
            if row.public_id in taken:
                row.public_id = new_public_id()


def _retire(plan: Plan) -> None:
    """Rows that are gone are out of the way of those that come to their places."""
    gone = [plan.rows[index] for index in (*plan.alignment.removed, *plan.alignment.merged)]
    for row in gone:
        row.state = Turn.State.REMOVED
    for index, said in plan.rightful.items():
        plan.rows[index].text = said.text
        plan.rows[index].label = said.label
        plan.rows[index].kind = str(said.kind)
    Turn.objects.bulk_update(gone, ("state", "position", "text", "label", "kind"), batch_size=200)


def _lead_on(plan: Plan, rows: Sequence[Turn]) -> None:
    """Merged rows lead to those that hold their words now, which have all been written."""
    for index, after in plan.alignment.merged.items():
        plan.rows[index].state = Turn.State.MERGED
        plan.rows[index].merged_into = rows[after]
    merged = [plan.rows[index] for index in plan.alignment.merged]
    Turn.objects.bulk_update(merged, ("state", "merged_into"), batch_size=200)
