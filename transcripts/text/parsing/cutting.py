"""The body of a document → turns, at its labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from transcripts.text.marks import is_stage_direction
from transcripts.text.parsing.candidates import TIME_LINE, Candidate, seconds
from transcripts.text.parsing.delimiters import Style
from transcripts.text.parsing.labels import Choice
from transcripts.text.reading import Paragraph
from transcripts.text.transcript import ParseWarning, Turn, TurnKind

FEWEST_TIMES = 2


@dataclass(slots=True)
class Draft:
    """A turn while its paragraphs are gathered."""

    label: str = ""
    line: int = 0
    start: float | None = None
    kind: TurnKind = TurnKind.STATEMENT
    paragraphs: list[str] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)


def cut(paragraphs: Sequence[Paragraph], first: int, choice: Choice) -> tuple[tuple[Turn, ...], list[ParseWarning]]:
    """Turns from paragraph `first` on, without kinds but for notes, the stage directions, and questions set in bold.

    A label that no text follows gives no turn and a blocking warning.
    """
    turns: list[Turn] = []
    warnings: list[ParseWarning] = []
    for draft in _timed(list(_drafts(paragraphs, first, choice))):
        notes = _closing_notes(draft)
        if draft.paragraphs:
            turns.append(Turn(draft.kind, tuple(draft.paragraphs), draft.label, start=draft.start, line=draft.line))
        elif draft.label:
            warnings.append(_label_without_text(draft))
        turns.extend(notes)
    return tuple(turns), warnings


def _timed(drafts: list[Draft]) -> list[Draft]:
    """The drafts, where times stand on lines of their own above the labels: each is the start of the turn below it."""
    above = [index for index in range(len(drafts) - 1) if _time_below(drafts[index])]
    for index in above if len(above) >= FEWEST_TIMES else ():
        below = drafts[index + 1]
        below.start = seconds(_time_below(drafts[index])) if below.start is None else below.start
        last = drafts[index].paragraphs.pop()
        rest = last.rpartition("\n")[0].rstrip()
        if rest:
            drafts[index].paragraphs.append(rest)
        else:
            drafts[index].lines.pop()
    return drafts


def _time_below(draft: Draft) -> str:
    """The time that is all of the last line; "" where it is none."""
    found = TIME_LINE.fullmatch(draft.paragraphs[-1].rpartition("\n")[2].strip()) if draft.paragraphs else None
    return found[1] if found else ""


def _drafts(paragraphs: Sequence[Paragraph], first: int, choice: Choice) -> Iterator[Draft]:
    draft = Draft()
    for index in range(first, len(paragraphs)):
        paragraph = paragraphs[index]
        for offset, label, text in _pieces(paragraph, index, choice):
            line = paragraph.line + offset
            if label:
                yield draft
                start = paragraph.start if label.start is None else label.start
                kind = TurnKind.QUESTION if label.style is Style.ASKED_IN_BOLD else TurnKind.STATEMENT
                draft = Draft(label.label, line, start, kind)
            if text:
                draft.line = draft.line or line
                draft.start = paragraph.start if not draft.paragraphs and draft.start is None else draft.start
                draft.paragraphs.append(text)
                draft.lines.append(line)
    yield draft


def _pieces(paragraph: Paragraph, index: int, choice: Choice) -> Iterator[tuple[int, Candidate | None, str]]:
    """The parts of a paragraph between the labels in it: offset of the first line, the label, the text."""
    lines = paragraph.text.split("\n")
    if len(lines) == 1 and (index, 0) not in choice.accepted:
        yield 0, None, paragraph.text.strip()
        return
    starts = [number for number in range(len(lines)) if (index, number) in choice.accepted]
    for start, end in zip(sorted({0, *starts}), [*(s for s in starts if s), len(lines)], strict=True):
        label = choice.accepted.get((index, start))
        opening = lines[start][label.text_at :] if label else lines[start]
        yield start, label, "\n".join([opening, *lines[start + 1 : end]]).strip()


def _closing_notes(draft: Draft) -> list[Turn]:
    """Stage directions at the end of a turn, taken out of it: they stand between it and the next.

    A labelled turn keeps its first paragraph; the text before the first label may be nothing but directions.
    """
    keep = 1 if draft.label else 0
    notes: list[Turn] = []
    while len(draft.paragraphs) > keep and is_stage_direction(draft.paragraphs[-1]):
        notes.append(Turn(TurnKind.NOTE, (draft.paragraphs.pop(),), line=draft.lines.pop()))
    return notes[::-1]


def _label_without_text(draft: Draft) -> ParseWarning:
    message = f'"{draft.label}:" is followed by no text. Add the answer or remove the label.'
    return ParseWarning(draft.line, "label-without-text", message, blocking=True)
