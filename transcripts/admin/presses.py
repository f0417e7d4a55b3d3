"""The buttons and keys of the page with the two sides, and what each makes of the transcript."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms

from transcripts.admin.reshaping import join, split, tell
from transcripts.admin.turn_forms import TurnForm
from transcripts.text.transcript import Transcript, TurnKind

TOLD = ("kind", "label", "speaker", "role", "affiliation", "exchange")
# Each verb with how many numbers may follow it.
VERBS = {
    "split": (2, 3),
    "join": (1, 1),
    "open": (1, 1),
    "tell": (1, 1),
    "kind": (2, 2),
    "save": (0, 0),
    "publish": (0, 0),
}
MOST_DIGITS = 7


class TurnFields(forms.Form):
    """What may be told of a turn by click, with the names and limits of the rows of an event's page."""

    prefix = "turn"
    kind, label, speaker, role, affiliation, exchange = (TurnForm.base_fields[name] for name in TOLD)

    def told(self) -> dict[str, Any]:
        """The fields as `reshaping.tell` takes them."""
        return {**self.cleaned_data, "kind": TurnKind(self.cleaned_data["kind"])}


@dataclass(frozen=True, slots=True)
class Press:
    """What was pressed: its verb, and the numbers behind it, of which the first is the turn's."""

    verb: str
    numbers: tuple[int, ...] = ()

    @classmethod
    def of(cls, button: str) -> Press:
        """`split:3:2` or, at a character, `split:3:2:140`; `join:3`, `open:3`, `tell:3`, `kind:3:2`, `save`, `publish`.

        Whatever else was sent is a wish to look.
        """
        verb, *said = button.split(":")
        fewest, most = VERBS.get(verb, (1, 0))
        if fewest <= len(said) <= most and all(_is_number(number) for number in said):
            return cls(verb, tuple(map(int, said)))
        return cls("preview")

    @property
    def turn(self) -> int:
        return self.numbers[0] if self.numbers else 0

    @property
    def saves(self) -> bool:
        return self.verb in {"save", "publish"}

    @property
    def reshapes(self) -> bool:
        return self.verb in {"split", "join", "tell", "kind"}

    def change(self, told: TurnFields | None) -> Callable[[Transcript], Transcript] | None:
        """What it makes of a transcript; None where it makes nothing. It may raise ValueError with a sentence."""
        if self.verb == "split":
            return lambda transcript: split(transcript, *self.numbers)
        if self.verb == "join":
            return lambda transcript: join(transcript, self.turn)
        if self.verb == "kind" and 1 <= self.numbers[1] <= len(TurnKind):
            return lambda transcript: tell(transcript, self.turn, kind=list(TurnKind)[self.numbers[1] - 1])
        if told is not None and told.is_valid():
            return lambda transcript: tell(transcript, self.turn, **told.told())
        return None


def _is_number(said: str) -> bool:
    return said.isascii() and said.isdecimal() and len(said) < MOST_DIGITS
