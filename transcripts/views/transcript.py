"""An event's turns made ready to show: everything that its template would otherwise ask once for each turn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from django.urls import reverse
from django.utils.safestring import SafeString

from transcripts.models import Turn
from transcripts.templatetags.transcript import attribution, capacity, linked_label, opening, prose, speaker_name
from transcripts.text.transcript import TurnKind

PARTS = {TurnKind.MODERATION: 1, TurnKind.QUESTION: 2}


@dataclass(frozen=True, slots=True)
class ShownTurn:
    id: str
    kind: str
    url: str
    label: SafeString
    body: SafeString
    attribution: str
    start: float | None


@dataclass(frozen=True, slots=True)
class Passage:
    """Turns that belong together: an exchange with its number, or what stands between exchanges, with None."""

    number: int | None
    asker: str
    opening: str
    turns: tuple[ShownTurn, ...]

    @property
    def anchor(self) -> str:
        return f"exchange-{self.number}"


@dataclass(frozen=True, slots=True)
class Participant:
    """Who took part, and as what; `url` is empty for the unnamed."""

    name: str
    capacity: str
    url: str


@dataclass(frozen=True, slots=True)
class ShownTranscript:
    passages: tuple[Passage, ...]
    speaking: tuple[Participant, ...]
    moderating: tuple[Participant, ...]
    asking: tuple[Participant, ...]

    @property
    def exchanges(self) -> tuple[Passage, ...]:
        return tuple(passage for passage in self.passages if passage.number)


def shown(turns: Iterable[Turn]) -> ShownTranscript:
    """What the event page shows of these turns, which come in order and with names and exchange joined."""
    turns = list(turns)
    turn_address = reverse("turn", args=["00000000"])
    address = _addresses()
    passages = tuple(_passages(turns, turn_address, address))
    speaking, moderating, asking = _participants(turns, address)
    return ShownTranscript(passages=passages, speaking=speaking, moderating=moderating, asking=asking)


def _addresses():
    """Reversing an address takes longer than showing a turn does; a page names few people often."""
    known = {}

    def address(bearer) -> str:
        key = (type(bearer), bearer.pk)
        if key not in known:
            known[key] = bearer.get_absolute_url()
        return known[key]

    return address


def _passages(turns: list[Turn], turn_address: str, address) -> Iterator[Passage]:
    for exchange_id, together in groupby(turns, key=lambda turn: turn.exchange_id):
        members = list(together)
        shown_turns = tuple(_shown_turn(turn, turn_address, address) for turn in members)
        question = next((turn for turn in members if turn.kind == TurnKind.QUESTION), members[0])
        yield Passage(
            number=members[0].exchange.position if exchange_id else None,
            asker=attribution(question),
            opening=opening(question.text, 14) if exchange_id else "",
            turns=shown_turns,
        )


def _shown_turn(turn: Turn, turn_address: str, address) -> ShownTurn:
    return ShownTurn(
        id=turn.public_id,
        kind=turn.kind,
        url=turn_address.replace("00000000", turn.public_id),
        label=linked_label(turn, address),
        body=prose(turn.text, f"t-{turn.public_id}-p"),
        attribution=attribution(turn),
        start=turn.start,
    )


def _participants(turns: list[Turn], address) -> tuple[tuple[Participant, ...], ...]:
    """Speaking, moderating and asking, each once, in the order of their first words."""
    groups: tuple[dict, dict, dict] = ({}, {}, {})
    for turn in turns:
        if turn.speaker is not None:
            groups[PARTS.get(turn.kind, 0)].setdefault(turn.speaker_id, []).append(turn)
    return tuple(tuple(_participant(said, address) for said in group.values()) for group in groups)


def _participant(said: list[Turn], address) -> Participant:
    """A later label may be shorter than the first: take the first that says in what capacity."""
    capacities = (capacity(turn) for turn in said)
    return Participant(
        name=speaker_name(said[0]), capacity=next(filter(None, capacities), ""), url=address(said[0].speaker)
    )
