"""What a reader returns: the paragraphs of a source, whatever its format was."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from transcripts.text.transcript import ParseWarning, Turn


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text between blank lines, with the single line breaks of the source. `line` counts from 1 in the source.

    Where a source has no lines, they are counted as if its paragraphs stood below each other. `hints` say how it
    was set: "bold", "italic" or "heading" where all of it is so; `lead` is what stands in bold at its beginning.
    `start` is seconds from the beginning of a recording.
    """

    text: str
    line: int
    hints: frozenset[str] = frozenset()
    lead: str = ""
    start: float | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """The paragraphs in order; `metadata` holds what the source states as fields, such as its front matter.

    A format that marks its turns itself, as captions and tables do, gives `turns` and no paragraphs. Their labels are
    as printed, and their kind is STATEMENT where the source does not state it.
    """

    paragraphs: tuple[Paragraph, ...]
    metadata: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    warnings: tuple[ParseWarning, ...] = ()
    turns: tuple[Turn, ...] = ()

    @property
    def text(self) -> str:
        """All paragraphs with a blank line between them: what to show of a source that is no text file."""
        said = (f"{turn.label}: {turn.text}" if turn.label else turn.text for turn in self.turns)
        return "\n\n".join((*(paragraph.text for paragraph in self.paragraphs), *said))


def numbered(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs with line numbers as in `Document.text`, for sources that have no lines of their own."""
    line, placed = 1, []
    for paragraph in paragraphs:
        placed.append(replace(paragraph, line=line))
        line += paragraph.text.count("\n") + 2
    return tuple(placed)


def numbered_turns(turns: Iterable[Turn]) -> tuple[Turn, ...]:
    """The same for turns."""
    line, placed = 1, []
    for turn in turns:
        placed.append(replace(turn, line=line))
        line += turn.text.count("\n") + 2
    return tuple(placed)
