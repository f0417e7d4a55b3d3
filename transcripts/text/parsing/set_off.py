"""Questions that only their bold type tells from the answers below them: neither has a label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from transcripts.text.parsing.candidates import Candidate
from transcripts.text.parsing.delimiters import Style
from transcripts.text.parsing.labels import Choice
from transcripts.text.reading import Paragraph
from transcripts.text.understanding.labels import Part, read_label
from transcripts.text.understanding.voices import ends_in_question, holds_question

FEWEST = 3  # questions in bold that make it a convention
LABELLED = 2  # labelled questions where bold is only emphasis

Spot = tuple[int, int]


def with_questions_in_bold(paragraphs: Sequence[Paragraph], choice: Choice) -> Choice:
    """The choice with a turn at each question in bold and at the answer below it, both without a label."""
    if sum(read_label(found.label).part is Part.ASKER for found in choice.accepted.values()) >= LABELLED:
        return choice
    places = [place for place, paragraph in enumerate(paragraphs) if _is_bold(paragraph, choice, place)]
    asking = [place for place in places if ends_in_question(paragraphs[place].text)]
    if len(asking) < FEWEST or len(asking) * 2 < len(places):
        return choice
    asked = {place for place in places if holds_question(paragraphs[place].text)}
    answers = {place + 1 for place in asked if place + 1 < len(paragraphs)} - asked
    turns: dict[Spot, Candidate] = {(place, 0): Candidate("", Style.ASKED_IN_BOLD, 0) for place in asked}
    turns |= {(place, 0): Candidate("", Style.BELOW_BOLD, 0) for place in answers}
    return replace(choice, accepted=turns | choice.accepted)


def _is_bold(paragraph: Paragraph, choice: Choice, place: int) -> bool:
    return "bold" in paragraph.hints and "heading" not in paragraph.hints and (place, 0) not in choice.accepted
