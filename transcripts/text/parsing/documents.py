"""Document → Transcript, step by step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from transcripts.text.parsing.closing import split_below, split_closing
from transcripts.text.parsing.cutting import cut
from transcripts.text.parsing.events import event_kind, settle_kind
from transcripts.text.parsing.fields import with_defaults
from transcripts.text.parsing.header import Header, body_begins, event_date, read_header
from transcripts.text.parsing.labels import choose_labels
from transcripts.text.parsing.languages import detect_language
from transcripts.text.parsing.mastheads import without_mastheads
from transcripts.text.parsing.seams import parted, with_whole_labels
from transcripts.text.parsing.set_off import with_questions_in_bold
from transcripts.text.parsing.warnings import about_answers, about_header, about_labels, about_speakers
from transcripts.text.reading import Document, Paragraph
from transcripts.text.transcript import Transcript, Turn, TurnKind
from transcripts.text.understanding import Heading, understand
from transcripts.text.understanding.names import has_office

LONGEST_NAME = 5  # words


def parse(document: Document, *, defaults: Mapping[str, str] | None = None) -> Transcript:
    """The transcript that the paragraphs hold. Raises nothing: what is doubtful becomes a warning.

    `defaults` (title, subtitle, date, updated, status, language, kind, venue, source) win over what is inferred.
    """
    given = dict(defaults or {})
    paragraphs, closing = split_closing(with_whole_labels(document.paragraphs))
    choice = without_mastheads(paragraphs, choose_labels(paragraphs))
    whole = parted(paragraphs, min(choice.accepted, default=(0, 0)))
    if len(whole) > len(paragraphs):
        paragraphs, choice = whole, without_mastheads(whole, choose_labels(whole))
    choice = with_questions_in_bold(paragraphs, choice)
    below = split_below(paragraphs, choice)
    paragraphs, closing, choice = paragraphs[:below], (*paragraphs[below:], *closing), choice.up_to(below)
    first_label = min((index for index, _line in choice.accepted), default=None)
    begins = body_begins(paragraphs, first_label)
    language = given.get("language") or _language(document, paragraphs[begins:] or paragraphs)
    choice = replace(choice, refused=tuple(place for place in choice.refused if place.paragraph >= begins))
    header = read_header(paragraphs[:begins], document.metadata, language)
    turns, cut_warnings = cut(paragraphs, begins, choice)
    transcript = _with_heading(header, given, language)
    transcript = _understood(transcript, header, turns, labelled=bool(choice.accepted))
    warnings = (
        *document.warnings,
        *about_header(header, transcript, closing),
        *about_labels(choice, turns),
        *cut_warnings,
        *about_speakers(transcript.turns),
        *about_answers(transcript.turns),
    )
    return with_defaults(replace(transcript, warnings=tuple(sorted(warnings, key=lambda w: w.line))), given)


def _language(document: Document, paragraphs: Sequence[Paragraph]) -> str:
    stated = document.metadata.get("language") or document.metadata.get("lang") or ""
    return stated[:2].casefold() or detect_language(paragraph.text for paragraph in paragraphs)


def _with_heading(header: Header, given: Mapping[str, str], language: str) -> Transcript:
    fields = header.fields
    day, _wrong = event_date(header)
    return Transcript(
        title=given.get("title") or fields.get("title", ""),
        subtitle=given.get("subtitle") or fields.get("subtitle", ""),
        date=day,
        updated=header.updated,
        status=fields.get("status", ""),
        language=language,
        kind=given.get("kind", ""),
        venue=fields.get("venue", ""),
        source=fields.get("source", ""),
    )


def _understood(transcript: Transcript, header: Header, turns: tuple[Turn, ...], *, labelled: bool) -> Transcript:
    """With people, kinds and exchanges. A text without labels is one turn of remarks."""
    creators = tuple(_in_order(name) for name in header.fields.get("creators", "").split("; "))
    lines = tuple(line for _number, line in header.left)
    stated = transcript.kind or event_kind(transcript.title, transcript.subtitle, header.fields.get("kind", ""))
    heading = Heading(transcript.title, transcript.subtitle, stated, creators, lines)
    understood = understand(turns, heading, set_off=True)
    if not labelled:
        understood = tuple(
            replace(turn, kind=TurnKind.REMARKS) if turn.kind is not TurnKind.NOTE else turn for turn in understood
        )
    return replace(transcript, kind=settle_kind(stated, understood), turns=understood)


def _in_order(name: str) -> str:
    """ "Rudd, Kevin" → "Kevin Rudd"."""
    last, comma, first = name.partition(", ")
    two = comma and len(name.split()) <= LONGEST_NAME and "," not in first and not has_office(first)
    return f"{first} {last}" if two else name
