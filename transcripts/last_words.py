"""What a turn said under its own id, where a correction had given that id to another turn by mistake."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transcripts.models import Event
from transcripts.text.aligning import Alignment
from transcripts.text.formats import json
from transcripts.text.likeness import Words, weight
from transcripts.text.transcript import NEW, Turn


def rightful_words(event: Event, old: Sequence[Turn], new: Sequence[Turn], alignment: Alignment) -> dict[int, Turn]:
    """For each old turn, by its index, that goes while its very words stay under another id: what it said before those.

    The newest published wording that is not theirs, so that an address never answers with another turn's text. Turns
    that never said anything else are left out. One query, and none where no words stay behind.
    """
    standing = {turn.text for index, turn in enumerate(new) if _names_another(old, turn, alignment.old_of[index])}
    wanted = {
        old[index].id: index
        for index in (*alignment.removed, *alignment.merged)
        if old[index].id and old[index].text in standing
    }
    return dict(_earlier(event, old, wanted)) if wanted else {}


def _names_another(old: Sequence[Turn], turn: Turn, before: int | None) -> bool:
    """Whether an editor said which turn it is: a new one, or one whose words were others."""
    return turn.id == NEW or (before is not None and old[before].id == turn.id)


def _earlier(event: Event, old: Sequence[Turn], wanted: dict[str, int]) -> Iterator[tuple[int, Turn]]:
    for text in event.revisions.order_by("-number").values_list("transcript", flat=True).iterator(chunk_size=8):
        for turn in json.parse(text).turns:
            index = wanted.get(turn.id)
            if index is not None and not weight(Words.of(turn), Words.of(old[index])):
                del wanted[turn.id]
                yield index, turn
        if not wanted:
            return
