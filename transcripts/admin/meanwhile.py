"""Two editors on one event: what the first saved while the second worked, and the two put together turn by turn."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext_lazy as _

from transcripts.models import Event
from transcripts.text.comparing import Comparison, FieldChange, Piece, TurnChange, What, compare, pieces
from transcripts.text.formats import json
from transcripts.text.merging_turns import Merged, Side, TurnConflict, merge
from transcripts.text.transcript import Transcript

CHANGED_MEANWHILE = _(
    "Somebody else has changed this event since you opened it. Nothing of yours is saved or lost: below stands what "
    "they changed. Put both together, then save."
)
CHANGED_SINCE = _("Somebody else has changed this event since you opened it. Nothing of yours is saved or lost.")
NOT_TO_BE_COMPARED = _(
    "Somebody else has changed this event since you opened it. Nothing of yours is saved: open the page again in "
    "another tab, and put your changes in there."
)
NAMES = {
    What.CHANGED: _("changed"),
    What.MOVED: _("moved"),
    What.ADDED: _("added"),
    What.SPLIT: _("split off from its neighbour"),
    What.REMOVED: _("removed"),
    What.MERGED: _("merged into its neighbour"),
}


class ChangedMeanwhile(Exception):  # noqa: N818 - it is a state of affairs, told to the editor as a sentence
    """What the event says is not what the editor had opened."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One turn that both have changed: their words and mine, each as a change of what there was."""

    conflict: TurnConflict
    theirs: tuple[Piece, ...]
    mine: tuple[Piece, ...]
    chosen: str

    @property
    def key(self) -> str:
        return self.conflict.key

    @property
    def turn(self):
        return self.conflict.mine or self.conflict.theirs


@dataclass(frozen=True, slots=True)
class Meeting:
    """`theirs` is what stands now. `fields` and `turns` are what they have changed since `base`."""

    theirs: Transcript
    merged: Merged
    fields: tuple[FieldChange, ...]
    turns: tuple[tuple[Any, TurnChange], ...]
    choices: tuple[Choice, ...]
    said: Mapping[str, Side]
    last: LogEntry | None

    @property
    def settled(self) -> bool:
        """Whether a side is chosen wherever there is a choice."""
        return all(conflict.key in self.said for conflict in (*self.merged.fields, *self.merged.turns))

    @property
    def doubled(self) -> tuple[int, ...]:
        """The places of the turns that hold both wordings now."""
        both = (conflict for conflict in self.merged.turns if self.said.get(conflict.key) is Side.BOTH)
        return tuple(conflict.place for conflict in both if conflict.place and conflict.theirs and conflict.mine)


def fingerprint(transcript: Transcript) -> str:
    """Whether two editors look at the same text: the SHA-256 of it, in hexadecimal."""
    return _digest(json.write(transcript))


def begun_from(before: Transcript) -> dict[str, str]:
    """What a form brings along, so that what others save meanwhile is seen and can be put together with it."""
    text = json.write(before)
    return {"fingerprint": _digest(text), "base": text}


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def base_of(event: Event, posted: str, known_as: str) -> Transcript | None:
    """What the editor had opened, by its fingerprint: as the form brought it along, else from the revisions."""
    if posted and _digest(posted) == known_as:
        return json.parse(posted)
    texts = event.revisions.order_by("-number").values_list("transcript", flat=True)
    found = next((text for text in texts.iterator(chunk_size=8) if _digest(text) == known_as), None)
    return json.parse(found) if found else None


def meet(event: Event, base: Transcript, theirs: Transcript, mine: Transcript, data: Mapping[str, str]) -> Meeting:
    """Put both together as far as it is said in `data` (`choose-KEY`: theirs, mine or both)."""
    said = {
        name.removeprefix("choose-"): Side(value)
        for name, value in data.items()
        if name.startswith("choose-") and value in set(Side)
    }
    merged, changed = merge(base, theirs, mine, said), compare(base, theirs)
    return Meeting(
        theirs=theirs,
        merged=merged,
        fields=changed.fields,
        turns=named_changes(changed),
        choices=tuple(_choice(conflict, said) for conflict in merged.turns),
        said=said,
        last=_last_change(event),
    )


def named_changes(changed: Comparison) -> tuple[tuple[Any, TurnChange], ...]:
    """The turns that are not what they were, each with the name of what became of it."""
    return tuple((NAMES[change.what], change) for change in changed.turns if change.what is not What.SAME)


def _choice(conflict: TurnConflict, said: Mapping[str, Side]) -> Choice:
    base, theirs, mine = (turn.text if turn else "" for turn in (conflict.base, conflict.theirs, conflict.mine))
    return Choice(conflict, pieces(base, theirs), pieces(base, mine), said.get(conflict.key, ""))


def _last_change(event: Event) -> LogEntry | None:
    kind = ContentType.objects.get_for_model(Event)
    entries = LogEntry.objects.filter(content_type=kind, object_id=str(event.pk)).select_related("user")
    return entries.order_by("-pk").first()
