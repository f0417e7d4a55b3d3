"""What the revisions of an event say of one turn: which of them touched it, and how."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from django.core.cache import cache
from django.urls import reverse

from transcripts.models import Event, Revision, Turn
from transcripts.text import transcript as text
from transcripts.text.formats import json

# So many of the newest revisions are read: reading one takes about a millisecond.
MOST_REVISIONS = 20
WHO = ("kind", "label", "speaker", "role", "affiliation")


@dataclass(frozen=True, slots=True)
class Correction:
    """A revision that touched a turn. `before` is None where the turn began with it."""

    event: Event
    revision: Revision
    before: text.Turn | None
    after: text.Turn

    @property
    def added(self) -> bool:
        return self.before is None

    @property
    def identified(self) -> str:
        """The speaker's name, where nobody was named before."""
        return self.after.speaker if self.before is not None and not self.before.speaker else ""

    @property
    def reworded(self) -> bool:
        return self.before is not None and self.before.text != self.after.text

    @property
    def difference(self) -> str:
        """Where to see what changed."""
        numbers = [self.event.slug, self.revision.number - 1, self.revision.number]
        return f"{reverse('revision-difference', args=numbers)}#t-{self.after.id}"


@dataclass(frozen=True, slots=True)
class Touch:
    """By which revision of the event with this slug a turn was last touched, and when."""

    slug: str
    number: int
    at: datetime

    @property
    def before(self) -> int:
        return self.number - 1


def revisions_of(event_id: int) -> list[Revision]:
    """The newest revisions with their text, newest first. One query."""
    return list(Revision.objects.filter(event=event_id).order_by("-number")[:MOST_REVISIONS])


def newest_of(event: Event) -> Revision | None:
    """The newest revision, without its text. One query."""
    return event.revisions.defer("transcript").order_by("-number").first()


def turn_at(revision: Revision, public_id: str) -> text.Turn | None:
    """The turn as it was; None where the revision has no such turn."""
    return json.parse_turn(revision.transcript, public_id)


def corrections(turn: Turn, revisions: Iterable[Revision]) -> tuple[Correction, ...]:
    """Those of the revisions, newest first and without gaps, that touched the turn; the last has none before it."""
    return tuple(_corrections(turn, [(revision, turn_at(revision, turn.public_id)) for revision in revisions]))


def _corrections(turn: Turn, states: list[tuple[Revision, text.Turn | None]]) -> Iterator[Correction]:
    for (revision, after), (_earlier, before) in pairwise(states):
        if after is not None and (before is None or _touched(before, after)):
            yield Correction(turn.event, revision, before, after)


def _touched(before: text.Turn, after: text.Turn) -> bool:
    return before.text != after.text or any(getattr(before, name) != getattr(after, name) for name in WHO)


def corrected_turns(event: Event, newest: Revision | None) -> dict[str, Touch]:
    """For each turn that was corrected or added after the event was first published, the latest revision to do so.

    One query, made once: a revision's digest stands for it and all before it, so that what is remembered stays true.
    """
    if newest is None or newest.number == 1:
        return {}
    return cache.get_or_set(f"corrected:{newest.sha256}", lambda: _touches(event), None) or {}


def _touches(event: Event) -> dict[str, Touch]:
    found: dict[str, Touch] = {}
    revisions = revisions_of(event.pk)
    states = [{turn.id: turn for turn in json.parse(revision.transcript).turns} for revision in revisions]
    for revision, (after, before) in zip(revisions, pairwise(states), strict=False):
        touch = Touch(event.slug, revision.number, revision.created_at)
        for public_id, turn in after.items():
            if public_id not in before or _touched(before[public_id], turn):
                found.setdefault(public_id, touch)
    return found
