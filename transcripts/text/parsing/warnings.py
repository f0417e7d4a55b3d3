"""What an editor should look at, as sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transcripts.text.parsing.candidates import Candidate
from transcripts.text.parsing.closing import is_silent
from transcripts.text.parsing.delimiters import Style
from transcripts.text.parsing.header import RELEASED, Header, event_date
from transcripts.text.parsing.labels import Choice
from transcripts.text.parsing.places import Place
from transcripts.text.reading import Paragraph
from transcripts.text.transcript import ParseWarning, Transcript, Turn, TurnKind
from transcripts.text.understanding.labels import is_written_question
from transcripts.text.understanding.voices import ends_in_question, holds_question

MOST_OF_A_KIND = 50
LONGEST_QUOTE = 80


def about_header(header: Header, transcript: Transcript, closing: Sequence[Paragraph]) -> Iterator[ParseWarning]:
    """What the heading lacks, what is wrong in it, and what of it was left out."""
    if not transcript.title:
        yield ParseWarning(0, "no-title", "The text has no title. Give the event one.")
    yield from _about_date(header)
    if not transcript.turns:
        yield ParseWarning(0, "no-text", "There is nothing but a heading. Add what was said.", blocking=True)
    left = [*header.left, *((p.line, p.text) for p in closing if not is_silent(p.text))]
    for number, line in left[:MOST_OF_A_KIND]:
        message = f"“{line}” belongs to no turn and was left out. If it was said, put it behind a label."
        yield ParseWarning(number, "left-out", message)


def _about_date(header: Header) -> Iterator[ParseWarning]:
    day, wrong = event_date(header)
    if wrong and not day:
        number, found = wrong
        message = f"“{found.printed}” stands where the date stands and is no date. Correct it."
        yield ParseWarning(number, "date-invalid", message, blocking=True)
    elif not day:
        yield ParseWarning(0, "no-date", "The text has no date. Give the event its date.")
    else:
        if header.dates[0][0] == RELEASED:
            message = f"The only date, {day.isoformat()}, is when the text was given out. Check when it was said."
            yield ParseWarning(0, "uncertain-date", message)
        ambiguous = [found for _rank, _line, found in header.dates if found.ambiguous and found.day == day]
        if ambiguous:
            message = f"“{ambiguous[0].printed}” was read as {day.isoformat()}. Check which number is the month."
            yield ParseWarning(0, "uncertain-date", message)


def about_labels(choice: Choice, turns: Sequence[Turn]) -> Iterator[ParseWarning]:
    """That there are none, and which are doubtful."""
    if not choice.accepted and turns:
        message = "No speakers' labels were found: the whole text became one turn. Add labels such as “Name: …”."
        yield ParseWarning(0, "no-labels", message)
    if any(map(_is_by_type_alone, choice.accepted.values())):
        message = "Questions were told from answers by their bold type alone. Check where each begins."
        yield ParseWarning(0, "uncertain-turn", message)
    for place in choice.uncertain[:MOST_OF_A_KIND]:
        yield _doubt(place, "was taken for a speaker's label. If it is text, join it to the turn above.")
    for place in choice.refused[:MOST_OF_A_KIND]:
        yield _doubt(place, "may be a speaker's label and was left in the text. If it is one, begin a turn there.")


def _is_by_type_alone(found: Candidate) -> bool:
    return found.style is Style.ASKED_IN_BOLD


def _doubt(place: Place, what: str) -> ParseWarning:
    return ParseWarning(place.number, "uncertain-label", f"“{place.found.label[:LONGEST_QUOTE]}:” {what}")


def about_speakers(turns: Sequence[Turn]) -> Iterator[ParseWarning]:
    """Once for each label that should name somebody and does not."""
    seen: set[str] = set()
    labelled = any(turn.label for turn in turns)
    for turn in turns:
        unknown = not turn.speaker and turn.kind in {TurnKind.REMARKS, TurnKind.ANSWER, TurnKind.STATEMENT}
        if unknown and turn.label not in seen and len(seen) < MOST_OF_A_KIND:
            seen.add(turn.label)
            opens = "the text before the first label" if labelled and turn is turns[0] else "speaking"
            who = f"“{turn.label[:LONGEST_QUOTE]}”" if turn.label else opens
            yield ParseWarning(turn.line, "uncertain-speaker", f"It is not clear who {who} is. Name the speaker.")


def about_answers(turns: Sequence[Turn]) -> Iterator[ParseWarning]:
    """Questions that nobody answers, with something behind the question: the answer may stand there unlabelled."""
    spoken = [turn for turn in turns if turn.kind is not TurnKind.NOTE]
    for turn, after in zip(spoken, [*spoken[1:], None], strict=False):  # nothing is said in some
        asked = turn.kind is TurnKind.QUESTION and not is_written_question(turn.label)
        unanswered = asked and (after is None or after.kind is not TurnKind.ANSWER)
        if unanswered and any(map(_asks_before, turn.paragraphs, turn.paragraphs[1:])):
            message = f"“{turn.label[:LONGEST_QUOTE]}” asks, and the answer may stand in the same turn. If so, part it."
            yield ParseWarning(turn.line, "uncertain-turn", message)


def _asks_before(paragraph: str, after: str) -> bool:
    return ends_in_question(paragraph) and not holds_question(after)
