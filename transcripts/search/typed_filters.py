"""Filters among the words, such as `speaker:stoltenberg`. Plain Python.

Names are looked up in the database later (`naming`): here they stay as typed.
"""

from __future__ import annotations

from transcripts.search.days import span
from transcripts.search.nodes import Between, Field
from transcripts.search.remarks import Remarks, gettext_noop
from transcripts.text.transcript import TurnKind

FIELDS = {
    "speaker": "speaker",
    "outlet": "outlet",
    "role": "role",
    "kind": "kind",
    "in": "kind",
    "event": "event",
    "series": "series",
    "language": "language",
    "year": "year",
    "asked-by": "askers",
    "answered-by": "answerers",
}
FILTER_NAMES = (*FIELDS, "date")

UNKNOWN_DAYS = gettext_noop(
    "A date was searched as words. Write it as date:2024, date:2024-04-30 or date:2024-01..2024-04."
)
UNKNOWN_KIND = gettext_noop(
    "A kind of turn was searched as a word. There are remarks, moderation, question, answer, statement and note."
)
UNKNOWN_YEAR = gettext_noop("A year was searched as a word. Write it as year:2024.")


def typed_filter(name: str, value: str, remarks: Remarks) -> Field | Between | None:
    """The filter of one of FILTER_NAMES; None, with a remark, where its value says nothing."""
    value = value.strip().rstrip(",;")
    if name == "date":
        return _days(value, remarks)
    if name in ("kind", "in"):
        return _kind(value, remarks)
    if name == "year":
        return _year(value, remarks)
    return Field(FIELDS[name], (value,)) if any(map(str.isalnum, value)) else None


def _days(value: str, remarks: Remarks) -> Between | None:
    ends = span(value)
    if ends is None:
        remarks.add(UNKNOWN_DAYS)
        return None
    return Between(*ends)


def _kind(value: str, remarks: Remarks) -> Field | None:
    """Also in the plural: what is in questions is in a question."""
    folded = value.lower()
    for kind in TurnKind:
        if folded in (kind.value, f"{kind.value}s"):
            return Field("kind", (kind.value,))
    remarks.add(UNKNOWN_KIND)
    return None


def _year(value: str, remarks: Remarks) -> Field | None:
    if len(value) == 4 and value.isascii() and value.isdigit():
        return Field("year", (value,))
    remarks.add(UNKNOWN_YEAR)
    return None
