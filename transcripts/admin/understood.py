"""How a source was understood, arranged for an editor to look at. Nothing of it is stored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import ngettext_lazy

from transcripts.identities import known_organizations, known_people
from transcripts.models import Organization, Person
from transcripts.models.turns import Turn as Row
from transcripts.text.pairing import decide
from transcripts.text.transcript import ParseWarning, Transcript, Turn, TurnKind

KIND_NAMES = dict(Row.KINDS)
COUNTED = {
    TurnKind.REMARKS: ngettext_lazy("%d remarks", "%d remarks"),
    TurnKind.MODERATION: ngettext_lazy("%d moderation", "%d moderation"),
    TurnKind.QUESTION: ngettext_lazy("%d question", "%d questions"),
    TurnKind.ANSWER: ngettext_lazy("%d answer", "%d answers"),
    TurnKind.STATEMENT: ngettext_lazy("%d statement", "%d statements"),
    TurnKind.NOTE: ngettext_lazy("%d note", "%d notes"),
}


@dataclass(frozen=True, slots=True)
class Quoted:
    """A warning with the line of the source that it is about."""

    warning: ParseWarning
    source: str


@dataclass(frozen=True, slots=True)
class Named:
    """A name in the transcript, and the bearer that the archive knows by it: None is one that would be new."""

    name: str
    known: Person | Organization | None


@dataclass(frozen=True, slots=True)
class Shown:
    """A turn at its place. `fate` is "kept" or "new" where it stands beside an earlier version, else empty."""

    position: int
    turn: Turn
    kind: str
    fate: str = ""
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Understood:
    """`gone` are turns of the earlier version that are in the new one no more; `absorbed` those merged into others."""

    transcript: Transcript
    warnings: tuple[Quoted, ...]
    counts: tuple[str, ...]
    exchanges: int
    people: tuple[Named, ...]
    outlets: tuple[Named, ...]
    turns: tuple[Shown, ...]
    gone: tuple[Turn, ...] = ()
    absorbed: tuple[Turn, ...] = ()

    @property
    def blocking(self) -> bool:
        return bool(self.transcript.blocking)

    @property
    def kept(self) -> int:
        return sum(shown.fate == "kept" for shown in self.turns)


def understand(transcript: Transcript, source: str, before: Sequence[Turn] = ()) -> Understood:
    """Arrange `transcript`, read from the text `source`, beside the turns that the event has now. Four queries."""
    alignment = decide(before, transcript.turns)
    kinds = Counter(turn.kind for turn in transcript.turns)
    names = _once(turn.speaker for turn in transcript.turns)
    outlets = _once(turn.affiliation for turn in transcript.turns)
    return Understood(
        transcript=transcript,
        warnings=quoted(transcript.warnings, source.split("\n")),
        counts=tuple(COUNTED[kind] % kinds[kind] for kind in TurnKind if kinds[kind]),
        exchanges=len({turn.exchange for turn in transcript.turns if turn.exchange}),
        people=_named(names, known_people(names)),
        outlets=_named(outlets, known_organizations(outlets)),
        turns=tuple(_shown(transcript.turns, alignment.old_of, compared=bool(before))),
        gone=tuple(before[index] for index in alignment.removed),
        absorbed=tuple(before[index] for index in alignment.merged),
    )


def _once(names) -> list[str]:
    return [name for name in dict.fromkeys(names) if name]


def _named(names: list[str], known: dict) -> tuple[Named, ...]:
    return tuple(Named(name, known.get(name)) for name in names)


def quoted(warnings: Iterable[ParseWarning], lines: Sequence[str]) -> tuple[Quoted, ...]:
    """Each with its line of the source, what blocks before what does not."""
    ordered = sorted(warnings, key=lambda warning: (not warning.blocking, warning.line))
    return tuple(Quoted(w, lines[w.line - 1] if 0 < w.line <= len(lines) else "") for w in ordered)


def _shown(turns: Sequence[Turn], old_of: Sequence[int | None], *, compared: bool):
    furthest = -1
    for position, (turn, old) in enumerate(zip(turns, old_of, strict=True), start=1):
        fate = "" if not compared else "new" if old is None else "kept"
        yield Shown(position, turn, KIND_NAMES[turn.kind], fate, moved=old is not None and old < furthest)
        furthest = max(furthest, old if old is not None else -1)
