"""The candidates of a document where they stand, each with what its form tells by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from transcripts.text.parsing.candidates import TIME_LINE, Candidate, bold_candidate, candidate, seconds
from transcripts.text.parsing.delimiters import Style
from transcripts.text.parsing.shapes import BRACKETS, shape
from transcripts.text.reading import Paragraph
from transcripts.text.understanding.labels import Part, part_of
from transcripts.text.understanding.names import is_capitals, squeeze

LONGEST_TIME = 20  # characters
FEWEST_CHEVRONS = 2
ANYWHERE = frozenset({Style.COLON, Style.GAP, Style.SEMICOLON, Style.CHEVRONS})  # within a block of lines

Look = tuple[Style, bool]
Key = tuple[str, Style]


@dataclass(frozen=True, slots=True)
class Form:
    """What one label in one style tells by itself: worked out once in a document, however often the label recurs."""

    key: Key  # the same for all spellings
    look: Look
    shape: float
    generic: bool  # it names a part, such as "Q", and nobody


@dataclass(frozen=True, slots=True)
class Place:
    """A candidate where it stands: its paragraph, its line in that paragraph, and its line in the source."""

    paragraph: int
    line: int
    found: Candidate
    form: Form
    number: int
    bare: bool  # nothing else stands in the paragraph


def places_of(paragraphs: Sequence[Paragraph]) -> list[Place]:
    """The candidates in order. Linear time."""
    return _in_convention(list(_places(paragraphs)))


def _places(paragraphs: Iterable[Paragraph]) -> Iterator[Place]:
    forms: dict[tuple[str, Style], Form] = {}
    above = ""
    for index, paragraph in enumerate(paragraphs):
        lines = paragraph.text.split("\n")
        for number, line in enumerate(lines):
            time, above = TIME_LINE.fullmatch(above[:LONGEST_TIME]), line
            lead = paragraph.lead if number == 0 and len(paragraph.lead) < len(line) else ""
            found = (bold_candidate(line, lead) if lead else None) or candidate(line)
            if found and time and found.start is None:
                found = replace(found, start=seconds(time[1]))
            if not found or not _fits(found, 0 if number == 1 and time else number, len(lines)):
                continue
            printed = found.label, found.style
            form = forms.get(printed) or forms.setdefault(printed, _form(found))
            if form.shape > 0 or _in_pieces(found):
                bare = len(lines) == 1 and not line[found.text_at :].strip()
                yield Place(index, number, found, form, paragraph.line + number, bare)


def _form(found: Candidate) -> Form:
    return Form(
        key=(squeeze(BRACKETS.sub(" ", found.label)) or squeeze(found.label), found.style),
        look=(found.style, is_capitals(found.label)),
        shape=1.0 if found.style is Style.CHEVRONS else shape(found.label),
        generic=part_of(found.label) is not Part.NAMED,
    )


def _in_convention(places: list[Place]) -> list[Place]:
    """Without the chevrons of a text that has but one: it quotes, and no captions mark who speaks."""
    chevrons = sum(place.found.style is Style.CHEVRONS for place in places)
    return places if chevrons >= FEWEST_CHEVRONS else [p for p in places if p.found.style is not Style.CHEVRONS]


def _in_pieces(found: Candidate) -> bool:
    """Whether it is in pieces, as OCR reads spaced letters: the whole label may stand elsewhere."""
    return found.style is Style.COLON and any(len(token) == 1 for token in found.label.split()[:6])


def _fits(found: Candidate, number: int, lines: int) -> bool:
    """A label on a line of its own begins a paragraph; marks that need context do too."""
    return (
        number == 0
        or found.style in ANYWHERE
        or (found.style is Style.BRACKETS and part_of(found.label) is not Part.NAMED)
        or (found.style is Style.STOP and lines > 1)
    )
