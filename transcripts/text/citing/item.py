"""What is cited, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from transcripts.text.citing.names import Name, called, name_of
from transcripts.text.transcript import EventKind, TurnKind

WHERE = {
    EventKind.PRESS_CONFERENCE: "at a press conference",
    EventKind.BRIEFING: "at a briefing",
    EventKind.DOORSTEP: "at a doorstep",
    EventKind.INTERVIEW: "in an interview",
    EventKind.DEBATE: "in a debate",
}
WHAT = {
    TurnKind.REMARKS: "Remarks",
    TurnKind.MODERATION: "Moderation",
    TurnKind.QUESTION: "Question",
    TurnKind.ANSWER: "Answer",
    TurnKind.STATEMENT: "Statement",
    TurnKind.NOTE: "Note in the transcript",
}


class Genre(StrEnum):
    """What kind of item it is, by the names of CSL (https://docs.citationstyles.org/en/stable/specification.html)."""

    SPEECH = "speech"
    INTERVIEW = "interview"

    @property
    def zotero(self) -> str:
        """Zotero's name of it."""
        return "interview" if self is Genre.INTERVIEW else "presentation"

    @property
    def ris(self) -> str:
        """The type of a RIS record, as Zotero's own export has it."""
        return "PCOMM" if self is Genre.INTERVIEW else "SLIDE"


@dataclass(frozen=True, slots=True)
class Citable:
    """One turn, as much as is known of it; what is not known is empty or None.

    `address` is the permanent one; `is_fixed` says that it names one revision, whose wording never changes.
    `notes` are sentences on where the text is from. `day` is when it was said, `accessed` when it is read.
    """

    id: str
    kind: TurnKind
    title: str
    address: str
    site: str
    speaker: str = ""
    label: str = ""
    affiliation: str = ""
    event_kind: str = ""
    day: date | None = None
    institution: str = ""
    venue: str = ""
    language: str = ""
    is_fixed: bool = False
    notes: tuple[str, ...] = ()
    accessed: date | None = None

    @property
    def author(self) -> Name:
        """Who spoke. Who is not named is called what they are, and for which outlet, and never turned around."""
        if self.speaker:
            return name_of(self.speaker)
        who = called(self.label, self.kind)
        told = not self.affiliation or self.affiliation.casefold() in who.casefold()
        return Name(who if told else f"{who} ({self.affiliation})")

    @property
    def genre(self) -> Genre:
        return Genre.INTERVIEW if self.event_kind == EventKind.INTERVIEW else Genre.SPEECH

    @property
    def description(self) -> str:
        """ "Answer at a press conference"."""
        if self.event_kind == EventKind.SPEECH and self.kind is TurnKind.REMARKS:
            return "Speech"
        where = {str(kind): words for kind, words in WHERE.items()}.get(self.event_kind, "")
        return f"{WHAT[self.kind]} {where}".strip()
