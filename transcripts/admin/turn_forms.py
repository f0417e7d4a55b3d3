"""An event's turns as rows of a form, and the rows as turns again.

The rows hold names and not numbers of people and outlets, as the transcript does: one page of 300 turns asks the
database once, and a name that the archive does not know yet needs no detour.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from transcripts.admin.submission import unbroken
from transcripts.models.turns import Turn as Row
from transcripts.text.transcript import Turn, TurnKind

MOST_TURNS = 20_000
BLANK_LINES = re.compile(r"\n(?:[^\S\n]*\n)+")


class TurnForm(forms.Form):
    # The address that the turn is to have, and the one that it had when the page was opened.
    id = forms.CharField(required=False, widget=forms.HiddenInput)
    was = forms.CharField(required=False, widget=forms.HiddenInput)
    position = forms.IntegerField(label=_("Place"), required=False, min_value=1)
    kind = forms.ChoiceField(label=_("Kind"), choices=Row.KINDS, initial=TurnKind.STATEMENT)
    label = forms.CharField(label=_("Label"), required=False, max_length=500)
    speaker = forms.CharField(label=_("Speaker"), required=False, max_length=300)
    role = forms.CharField(label=_("Role"), required=False, max_length=300)
    affiliation = forms.CharField(label=_("Outlet"), required=False, max_length=300)
    exchange = forms.IntegerField(label=_("Exchange"), required=False, min_value=1, max_value=100_000)
    text = forms.CharField(label=_("Text"), required=False, strip=False)
    remove = forms.BooleanField(label=_("Remove"), required=False)

    def clean_text(self) -> str:
        return unbroken(self.cleaned_data["text"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        lacks_text = "text" in cleaned and not cleaned["text"].strip()
        if lacks_text and not cleaned.get("remove") and not self.is_blank:
            self.add_error("text", _("A turn has text. Write it, or mark the turn to be removed."))
        return cleaned

    @property
    def is_blank(self) -> bool:
        """A row for a new turn that nobody has written anything into."""
        return not any(
            self.cleaned_data.get(name) for name in ("id", "text", "label", "speaker", "role", "affiliation")
        )

    @property
    def lines(self) -> int:
        """How tall the text stands in a box about 90 characters wide."""
        text = str(self["text"].value() or "")
        return min(40, max(2, sum(1 + len(line) // 90 for line in text.split("\n"))))


class BaseTurnFormSet(forms.BaseFormSet):
    def turns(self, before: Iterable[Turn]) -> tuple[Turn, ...]:
        """The turns as the valid rows say, in the order of their places.

        A row that was given the place of another goes before it. What a row does not show is kept from `before`.
        """
        known = {turn.id: turn for turn in before}
        return tuple(_turn(row.cleaned_data, known) for row in self._ordered())

    def was(self) -> list[str]:
        """For each of `turns` the address that it had when the page was opened; empty for a new one."""
        return [_was(row.cleaned_data) for row in self._ordered()]

    def _ordered(self) -> list[TurnForm]:
        rows = [row for row in self.forms if not row.is_blank and not row.cleaned_data["remove"]]
        return sorted(rows, key=_place)


TurnFormSet = forms.formset_factory(
    TurnForm, formset=BaseTurnFormSet, extra=1, max_num=MOST_TURNS, absolute_max=MOST_TURNS
)


def turn_forms(
    turns: Sequence[Turn], data: Mapping[str, Any] | None = None, *, was: Sequence[str] | None = None
) -> BaseTurnFormSet:
    """One row for each turn, and an empty one to add another. `was` are the turns' addresses, where those change."""
    had = was or [turn.id for turn in turns]
    rows = [_initial(place, turn, old) for place, (turn, old) in enumerate(zip(turns, had, strict=True), start=1)]
    return TurnFormSet(data, prefix="turns", initial=rows)


def _initial(position: int, turn: Turn, was: str) -> dict[str, Any]:
    return {
        "id": turn.id,
        "was": was,
        "position": position,
        "kind": str(turn.kind),
        "label": turn.label,
        "speaker": turn.speaker,
        "role": turn.role,
        "affiliation": turn.affiliation,
        "exchange": turn.exchange,
        "text": turn.text,
    }


def _place(row: TurnForm) -> tuple[float, bool]:
    position = row.cleaned_data["position"]
    return (float("inf") if position is None else position, "position" not in row.changed_data)


def _was(row: Mapping[str, Any]) -> str:
    return row["was"] or row["id"]


def _turn(row: Mapping[str, Any], known: Mapping[str, Turn]) -> Turn:
    before = known.get(_was(row))
    unchanged = before is not None and before.text == row["text"]
    return Turn(
        kind=TurnKind(row["kind"]),
        paragraphs=before.paragraphs if unchanged else _paragraphs(row["text"]),
        label=row["label"],
        speaker=row["speaker"],
        role=row["role"],
        affiliation=row["affiliation"],
        exchange=row["exchange"],
        start=before.start if before else None,
        id=row["id"],
    )


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in BLANK_LINES.split(text) if part.strip())
