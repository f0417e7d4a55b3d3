"""An event's turns made ready to show: everything that its template would otherwise ask once for each turn."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count, groupby
from types import MappingProxyType

from django.db.models import F, QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from transcripts.models import Event, Turn
from transcripts.search.marks import Span
from transcripts.templatetags.transcript import (
    attribution,
    capacity,
    found_prose,
    linked_label,
    opening,
    prose,
    speaker_name,
)
from transcripts.text.transcript import TurnKind
from transcripts.views.chronicle import Touch
from transcripts.views.exchanges import head_of

Address = Callable[[object], str]
NOBODY = "00000000"
NAMED = re.compile(r"\$(\w+)")
NONE: Mapping[str, Touch] = MappingProxyType({})
NOWHERE: Mapping[str, Sequence[Span]] = MappingProxyType({})
PARTS = {TurnKind.MODERATION: 1, TurnKind.QUESTION: 2}


@dataclass(frozen=True, slots=True)
class Passage:
    """Turns that belong together: an exchange with its number and address, or what stands between, with None.

    `turns` is the HTML of them all: asking the template engine for each would take longer than making it.
    """

    number: int | None
    asker: str
    opening: str
    url: str
    anchor: str
    turns: SafeString


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


def turns_of(event: Event) -> QuerySet[Turn]:
    """Three queries. Joining people and outlets would make each of them anew for every turn, which takes longer."""
    turns = Turn.objects.current().filter(event=event).in_order().prefetch_related("speaker", "affiliation")
    return turns.annotate(exchange_number=F("exchange__position"))


def shown(
    turns: Iterable[Turn],
    *,
    origin: str,
    corrections: Mapping[str, Touch] = NONE,
    found: Mapping[str, Sequence[Span]] = NOWHERE,
) -> ShownTranscript:
    """What the event page shows of these turns, as `turns_of` gives them. `origin` begins the addresses on paper;
    `corrections` say by which revision a turn was touched since it was first published, by the turn's id; `found`
    says where that stands in a turn's text which is searched for, likewise.
    """
    turns = list(turns)
    address = _addresses()
    passages = tuple(_passages(turns, _frame(address, origin, _notes(turns, corrections), _words(found))))
    speaking, moderating, asking = _participants(turns, address)
    return ShownTranscript(passages=passages, speaking=speaking, moderating=moderating, asking=asking)


def _notes(turns: list[Turn], corrections: Mapping[str, Touch]) -> dict[str, str]:
    """For each turn that was corrected, when, as a link to what changed."""
    notes = {touch: _note(touch) for touch in set(corrections.values())}
    standing = (turn.public_id for turn in turns if turn.public_id in corrections)
    return {one: notes[corrections[one]].replace(NOBODY, one) for one in standing}


def _note(touch: Touch) -> str:
    return render_to_string("events/corrected.html", {"nobody": NOBODY, "touch": touch})


def _words(found: Mapping[str, Sequence[Span]]) -> Callable[[Turn], SafeString]:
    """A function from a turn to its paragraphs, to be called in the order of the turns: hits are numbered through."""
    number = count(1)

    def words(turn: Turn) -> SafeString:
        anchor, spans = f"t-{turn.public_id}-p", found.get(turn.public_id, ())
        if not spans:
            return prose(turn.text, anchor)
        numbers = [next(number) for _span in spans]
        return found_prose(turn.text, spans, anchor, numbers[0])

    return words


def _frame(
    address: Address, origin: str, notes: Mapping[str, str], words: Callable[[Turn], SafeString]
) -> Callable[[Turn], SafeString]:
    """A function from a turn to its HTML. The template engine runs once, not once a turn: it is the slow part."""
    fill = _filler(render_to_string("events/turn.html"))
    turn_address = reverse("turn", args=[NOBODY])
    heading = _headings(address)

    def html(turn: Turn) -> SafeString:
        filled = fill(
            id=turn.public_id,
            origin=origin,
            kind=turn.kind,
            url=turn_address.replace(NOBODY, turn.public_id),
            **heading(turn),
            note=notes.get(turn.public_id, ""),
            words=words(turn),
        )
        return mark_safe(filled)  # noqa: S308 - ids and kinds are of the database's own making, the rest is escaped

    return html


def _filler(template: str) -> Callable[..., str]:
    """What `string.Template.substitute` does, in a third of its time: the template is cut into pieces but once."""
    pieces = NAMED.split(template)
    names = pieces[1::2]

    def fill(**values: str) -> str:
        pieces[1::2] = [values[name] for name in names]
        return "".join(pieces)

    return fill


def _headings(address: Address) -> Callable[[Turn], dict[str, str]]:
    """A function from a turn to its label and attribution, made once for all turns that have the same."""
    known: dict[tuple, dict[str, str]] = {}

    def heading(turn: Turn) -> dict[str, str]:
        key = (turn.label, turn.role, turn.speaker_id, turn.affiliation_id)
        if key not in known:
            known[key] = {"said_by": escape(attribution(turn)), "label": linked_label(turn, address)}
        return known[key]

    return heading


def _addresses() -> Address:
    """Reversing an address takes longer than showing a turn does; a page names few people often."""
    known = {}

    def address(bearer) -> str:
        key = (type(bearer), bearer.pk)
        if key not in known:
            known[key] = bearer.get_absolute_url()
        return known[key]

    return address


def _passages(turns: list[Turn], html: Callable[[Turn], SafeString]) -> Iterator[Passage]:
    turn_address = reverse("turn", args=[NOBODY])
    for exchange_id, together in groupby(turns, key=lambda turn: turn.exchange_id):
        members = list(together)
        question = head_of(members) or members[0]
        yield Passage(
            number=members[0].exchange_number,
            asker=attribution(question),
            opening=opening(question.text, 14) if exchange_id else "",
            url=turn_address.replace(NOBODY, question.public_id),
            anchor=f"exchange-{members[0].exchange_number}",
            turns=mark_safe("".join(map(html, members))),  # noqa: S308 - each is safe
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
