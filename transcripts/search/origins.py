"""Turns that a correction has parted from others: under a new id, words that readers have known.

What says so are the revisions: before the correction one turn had all of the words, and with it it lost them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache

from transcripts.models import Revision, Turn
from transcripts.text.formats import json
from transcripts.text.likeness import words_in
from transcripts.text.transcript import Transcript


class Origins:
    """Remembers what it has read: the turns of one correction take four queries, however many they are."""

    def __init__(self) -> None:
        self._times = lru_cache(100)(_times)
        self._added = lru_cache(100)(_added)
        self._said = lru_cache(4)(_said)

    def of(self, event: int, public_id: str, added: datetime) -> tuple[str, datetime] | None:
        """The turn that had this one's words until it was added at that time, and when that one was; None for none."""
        before = bisect_left(self._times(event), added)  # so many revisions there were
        if not 0 < before < len(self._times(event)):
            return None
        old, new = self._said(event, before), self._said(event, before + 1)
        had = _had(new[public_id], old, new) if public_id in new else None
        since = self._added(event).get(had or "")
        return (had, since) if had and since and since < added else None


def _had(said: str, old: dict[str, str], new: dict[str, str]) -> str | None:
    return next((each for each in old if said in old[each] and said not in new.get(each, "")), None)


def _times(event: int) -> Sequence[datetime]:
    """When each revision was made, from the first, which has the number 1."""
    return list(Revision.objects.filter(event=event).order_by("number").values_list("created_at", flat=True))


def _added(event: int) -> dict[str, datetime]:
    """When each turn was, those that are gone too."""
    return dict(Turn.objects.filter(event=event).order_by().values_list("public_id", "added_at"))


def _said(event: int, number: int) -> dict[str, str]:
    """By id each turn's words as they are compared, between spaces, so that one text is found in another."""
    transcript: Transcript = json.parse(Revision.objects.get(event=event, number=number).transcript)
    return {turn.id: f" {' '.join(words_in(turn.text))} " for turn in transcript.turns}
