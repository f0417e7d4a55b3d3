"""What a transcript is: plain values, the one currency of the archive.

A parser returns a `Transcript`, an editor edits one, a revision stores one, an export writes one.
Text is kept to the letter; a field that the source does not give is the empty string or None.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

# In the place of an id: the turn continues none of the turns that there were.
NEW = "new"


class TurnKind(StrEnum):
    REMARKS = "remarks"
    MODERATION = "moderation"
    QUESTION = "question"
    ANSWER = "answer"
    STATEMENT = "statement"
    NOTE = "note"


class EventKind(StrEnum):
    PRESS_CONFERENCE = "press conference"
    BRIEFING = "briefing"
    DOORSTEP = "doorstep"
    SPEECH = "speech"
    REMARKS = "remarks"
    INTERVIEW = "interview"
    DEBATE = "debate"


@dataclass(frozen=True, slots=True)
class ParseWarning:
    """Something that an editor should look at. `line` counts from 1 in the source; 0 is the document as a whole.

    A blocking warning names text that cannot be stored as it stands: it is mended before anything is kept.
    """

    line: int
    code: str
    message: str
    blocking: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """One speaker's uninterrupted text.

    `label` is what was printed before the text, without its colon. `speaker`, `role` and `affiliation` are what
    was understood of it: the name, the office ("NATO Secretary General"), the outlet or body spoken for.
    `exchange` counts from 1 through the event. `start` is seconds from the beginning of the recording.
    A paragraph may hold single line breaks where the source has them, and never a blank line.
    """

    kind: TurnKind
    paragraphs: tuple[str, ...]
    label: str = ""
    speaker: str = ""
    role: str = ""
    affiliation: str = ""
    exchange: int | None = None
    start: float | None = None
    id: str = ""
    line: int = field(default=0, compare=False)

    @property
    def text(self) -> str:
        """All paragraphs, with a blank line between them."""
        return "\n\n".join(self.paragraphs)


@dataclass(frozen=True, slots=True)
class Transcript:
    """A whole event as its source gives it, in order.

    `status` is the delivery status as printed ("As delivered"); `updated` the source's own stamp in its own
    local time; `language` an ISO 639-1 code; `kind` a value of `EventKind`, or empty where it is not known.
    """

    title: str = ""
    subtitle: str = ""
    date: date | None = None
    updated: datetime | None = None
    status: str = ""
    language: str = ""
    kind: str = ""
    venue: str = ""
    source: str = ""
    turns: tuple[Turn, ...] = ()
    warnings: tuple[ParseWarning, ...] = field(default=(), compare=False)

    @property
    def blocking(self) -> tuple[ParseWarning, ...]:
        """The warnings that forbid storing it."""
        return tuple(warning for warning in self.warnings if warning.blocking)

    def with_ids(self, ids: tuple[str, ...]) -> Transcript:
        """The same transcript whose turns carry `ids`, one each, in order. Raises ValueError when the counts differ."""
        pairs = zip(self.turns, ids, strict=True)
        return replace(self, turns=tuple(replace(turn, id=public_id) for turn, public_id in pairs))


class UnreadableSource(Exception):  # noqa: N818 - it names what is wrong, as a sentence for the editor
    """The bytes cannot become a transcript. The message says why, and what to do about it."""
