"""Which address each turn will have: as it is shown before it is saved, and as an editor says otherwise."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _

from transcripts.models import Event
from transcripts.models.turns import Turn as Row
from transcripts.projection import plan_turns
from transcripts.text.pairing_doubts import Pairing, look
from transcripts.text.transcript import NEW, Transcript, Turn

LOOK_AGAIN = "Which turn gets which address is not what you were shown. Look at it below, then save."
LOOK = "Readers have links to these turns. Look at which of them go or are uncertain, then save."
# More make a page that browsers are slow with.
MOST_OPTIONS = 4_000
CHANGED_TEXT = "The text has changed since its addresses were shown. Look at them again, then choose."


@dataclass(frozen=True, slots=True)
class Address:
    """One that the event's turns have or had. `state` is that of its row, and `first` its first words."""

    id: str
    state: str
    label: str
    first: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A pairing for the page: `seen` names it, `told` are the turns of which an editor has said where they went."""

    pairing: Pairing
    seen: str
    text: str
    told: Mapping[str, str]
    addresses: tuple[Address, ...]

    @property
    def ids(self) -> str:
        return " ".join(self.pairing.ids)

    @property
    def gone(self) -> str:
        return " ".join(f"{gone.old.id}={_into(gone)}" for gone in self.pairing.gone)

    @property
    def free(self) -> tuple[Address, ...]:
        """Those that no turn continues."""
        kept = set(self.pairing.ids)
        return tuple(address for address in self.addresses if address.id not in kept)

    @property
    def choosable(self) -> tuple[Address, ...]:
        """Those of `free` that a list beside each uncertain turn can hold; the rest is typed, with suggestions."""
        return self.free if len(self.free) * len(self.pairing.uncertain) <= MOST_OPTIONS else ()

    @property
    def needs_a_look(self) -> bool:
        return bool(self.pairing.uncertain or self.pairing.gone)


@dataclass(frozen=True, slots=True)
class Said:
    """What the form says of a pairing that it showed: `turns` by place and `merged` by id hold what was changed.

    `pins` are ids that were chosen before for turns that cannot carry them, by the digests of their words.
    """

    seen: str = ""
    text: str = ""
    turns: Mapping[int, str] = field(default_factory=dict)
    merged: Mapping[str, str] = field(default_factory=dict)
    pins: Mapping[str, str] = field(default_factory=dict)
    fresh: bool = False
    shown: tuple[str, ...] = ()

    @classmethod
    def of(cls, data: Mapping[str, str]) -> Said:
        shown = tuple(data.get("pairing-ids", "").split())
        turns = {place: said for place, said in _turns(data) if place > len(shown) or said != shown[place - 1]}
        went = dict(pair.split("=", 1) for pair in data.get("pairing-gone", "").split() if "=" in pair)
        changed = {old: into for old, into in _named(data, "gone-") if into != went.get(old)}
        told = dict(_named(data, "told-"))
        return cls(
            seen=data.get("pairing", ""),
            text=data.get("pairing-text", ""),
            turns=turns,
            merged=told | changed,
            pins=dict(_named(data, "pin-")),
            fresh=bool(turns or changed),
            shown=shown,
        )


def _turns(data: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    return ((int(place), said or NEW) for place, said in _named(data, "pair-") if place.isdecimal() and len(place) < 7)


def _named(data: Mapping[str, str], prefix: str) -> Iterator[tuple[str, str]]:
    for name in data:
        if name.startswith(prefix):
            yield name.removeprefix(prefix), data[name].strip().removeprefix("#").lower()


def _into(gone) -> str:
    return gone.target.id if gone.target else ""


def text_digest(text: str) -> str:
    """Which text the turns on the page were read from."""
    return hashlib.sha256(text.encode()).hexdigest()


def show(event: Event, transcript: Transcript, said: Said, *, text: str = "") -> Shown:
    """The pairing that saving would make. A constant number of queries."""
    plan = plan_turns(event, transcript.turns, said.merged)
    pairing = look(plan.old, transcript.turns, plan.alignment)
    parts = [*pairing.ids, *(f"{gone.old.id}={gone.into or ''}" for gone in pairing.gone)]
    old = [*(f"{turn.id} {turn.label}\n{turn.text}" for turn in plan.old)]
    seen = hashlib.sha256("\n".join([*parts, *old]).encode()).hexdigest()
    gone = {one.old.id for one in pairing.gone}
    told = {old_id: into for old_id, into in said.merged.items() if old_id in gone}
    return Shown(pairing, seen, text_digest(text), told, tuple(_addresses(event)))


def _addresses(event: Event) -> Iterator[Address]:
    rows = event.turns.order_by("state", "position").values_list("public_id", "state", "label", "text")
    for public_id, state, label, text in rows:
        yield Address(public_id, Row.State(state).label, label, " ".join(text[:200].split()[:10]))


def repaired(transcript: Transcript, said: Said, event: Event) -> Transcript:
    """The transcript whose turns carry the ids that an editor chose. Raises ValueError, a sentence on what to mend."""
    if not said.turns:
        return transcript
    known = set(event.turns.filter(public_id__in=said.turns.values()).values_list("public_id", flat=True))
    for place, public_id in said.turns.items():
        _refuse(place, public_id, known, len(transcript.turns))
    _refuse_twice(said)
    turns = (replace(turn, id=said.turns.get(n, turn.id)) for n, turn in enumerate(transcript.turns, start=1))
    return replace(transcript, turns=tuple(turns))


def _refuse(place: int, public_id: str, known: set[str], count: int) -> None:
    if place > count:
        raise ValueError(_(CHANGED_TEXT))
    if public_id not in known | {NEW}:
        facts = {"place": place, "id": public_id}
        raise ValueError(_("Turn %(place)d: no turn of this event has or had the address #%(id)s.") % facts)


def _refuse_twice(said: Said) -> None:
    ids = dict(enumerate(said.shown, start=1)) | dict(said.turns)
    counts = Counter(public_id for public_id in ids.values() if public_id != NEW)
    for public_id in sorted(set(said.turns.values())):
        if counts[public_id] > 1:
            places = [str(place) for place, other in sorted(ids.items()) if other == public_id]
            facts = {"id": public_id, "places": ", ".join(places)}
            raise ValueError(
                _(
                    "One address names one turn, and #%(id)s would name the turns %(places)s. Give all but one of them "
                    "another, or “new”."
                )
                % facts
            )


def refusal(shown: Shown, said: Said, event: Event) -> str:
    """Why a save must wait until the editor has looked at the pairing; empty when it need not."""
    was_public = event.published_at is not None
    if said.fresh or (said.seen and said.seen != shown.seen):
        return _(LOOK_AGAIN)
    return _(LOOK) if not said.seen and was_public and shown.needs_a_look else ""


def old_turn(turn: Turn) -> str:
    """How an old turn is named in a list to choose from."""
    words = " ".join(turn.text[:200].split()[:10])
    return f"#{turn.id} {turn.label}: {words} …" if turn.label else f"#{turn.id} {words} …"
