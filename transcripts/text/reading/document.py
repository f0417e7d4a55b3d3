"""What a reader returns: the paragraphs of a source, whatever its format was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from transcripts.text.transcript import ParseWarning


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text between blank lines, with the single line breaks of the source. `line` counts from 1 in the source."""

    text: str
    line: int
    hints: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Document:
    """The paragraphs in order; `metadata` holds what the source states as fields, such as its front matter."""

    paragraphs: tuple[Paragraph, ...]
    metadata: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    warnings: tuple[ParseWarning, ...] = ()
