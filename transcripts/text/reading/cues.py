"""Lines of captions: what live captioning repeats taken once, and lines gathered into paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from transcripts.text.marks import is_stage_direction
from transcripts.text.reading.document import Paragraph

PAUSE = 3.0  # seconds of silence that begin a paragraph
LONG, LONGEST = 900, 2400  # characters behind which a sentence's end, or any cue's end, closes a paragraph
SENTENCE_END = re.compile(r"[.?!…。؟।][\"”’»)\]]?$")
LABEL = re.compile(r"([^\W\d_a-z][^:?!\n]{0,60}?)\s*:(?:\s+|$)")
SENTENCE_WITHIN = re.compile(r"[^\W\d_]{4,}\.")  # "Nine. Also" is none; "Ms. Brill" and "Joe R. Biden" are
ROLLS = 0.3  # share of cues that begin with the end of the one before


@dataclass(frozen=True, slots=True)
class Cue:
    """One line of a caption: what is said, whose voice it is marked as, from when to when in seconds."""

    text: str
    voice: str
    start: float
    end: float
    first: bool = True  # the first line of its caption


def label_of(text: str) -> re.Match[str] | None:
    """The label that a line begins with, in group 1, and the colon and spaces behind it."""
    found = LABEL.match(text)
    return found if found and not SENTENCE_WITHIN.search(found[1]) else None


def without_repetition(cues: Sequence[Cue]) -> list[Cue]:
    """The cues with each line once, where captions roll: where each shows again what the one before has shown.

    In captions that do not roll, a line that comes twice was said twice.
    """
    captions = list(_captions(cues))
    rolling = sum(_overlap(before, after) > 0 for before, after in pairwise(captions))
    if rolling < max(2, (len(captions) - 1) * ROLLS):
        return list(cues)
    kept = list(captions[0])
    for before, after in pairwise(captions):
        fresh = after[_overlap(before, after) :]
        if fresh and _grows(before, after, fresh):
            kept[-1] = replace(kept[-1], text=fresh[0].text, end=fresh[0].end)
            fresh = fresh[1:]
        kept += fresh
    return kept


def _captions(cues: Sequence[Cue]) -> Iterator[list[Cue]]:
    caption: list[Cue] = []
    for cue in cues:
        if caption and (cue.first or cue.start != caption[-1].start):
            yield caption
            caption = []
        caption.append(cue)
    if caption:
        yield caption


def _overlap(before: Sequence[Cue], after: Sequence[Cue]) -> int:
    """How many lines at the beginning of a caption are those at the end of the one before; a growing one counts."""
    for count in range(min(len(before), len(after)), 0, -1):
        if [cue.text for cue in before[-count:]] == [cue.text for cue in after[:count]]:
            return count
    return 0


def _grows(before: Sequence[Cue], after: Sequence[Cue], fresh: Sequence[Cue]) -> bool:
    """Whether the last line is shown again with more words in it."""
    last = before[-1].text
    return len(fresh) == len(after) and fresh[0].text.startswith(f"{last} ") and after[0].start <= before[-1].end + 1


def group(cues: Sequence[Cue]) -> Iterator[Paragraph]:
    """Paragraphs of the lines, parted by silence, by length and where a line looks like it begins with a label."""
    part: list[Cue] = []
    length = 0
    for cue in cues:
        if part and _begins(part[-1], cue, length):
            yield _paragraph(part)
            part, length = [], 0
        part.append(cue)
        length += len(cue.text) + 1
    if part:
        yield _paragraph(part)


def _begins(before: Cue, cue: Cue, length: int) -> bool:
    silent = cue.start - before.end >= PAUSE
    full = length > LONGEST or (length > LONG and SENTENCE_END.search(before.text) is not None)
    directions = is_stage_direction(cue.text) or is_stage_direction(before.text)
    return silent or full or directions or (label_of(cue.text) is not None and _is_open(before))


def _is_open(before: Cue) -> bool:
    """Whether a new sentence may begin behind a line: its own has ended, or the captions have no sentences."""
    return SENTENCE_END.search(before.text) is not None or before.text.isupper()


def _paragraph(part: Sequence[Cue]) -> Paragraph:
    return Paragraph(" ".join(cue.text for cue in part), 0, start=part[0].start)
