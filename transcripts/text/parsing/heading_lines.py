"""What a line of a heading looks like: short, no sentence, and about the event or the text."""

from __future__ import annotations

import re

from transcripts.text.marks import is_stage_direction
from transcripts.text.parsing.dates import find_dates
from transcripts.text.understanding.headings import is_name_and_office
from transcripts.text.understanding.names import bare
from transcripts.text.words import WORDS

LONGEST_LINE = 300
LONGEST_TITLE = 150
SPACES = "".join(map(chr, filter(lambda code: chr(code).isspace(), range(0x3001))))
BULLETS = f"{SPACES}•|*#_·–—-"
SENTENCE_END = re.compile(r"[.!?…。！？؟।][\"”’)\]」]?$")
SENTENCE_WITHIN = re.compile(r"[a-z]{3,}[.!?][\"”’]?\s+[A-Z][a-z’']*\s+[a-z]")
ABBREVIATED_END = re.compile(r"(?:\b[A-Za-z]\.|\b(?:a|p)\.?m\.|\bE&OE\.*)$", re.IGNORECASE)
ADDRESS = re.compile(r"https?://\S+$")


def is_heading_line(printed: str) -> bool:
    """Short, and no sentence: "Good afternoon." begins the body."""
    line = clean(printed)
    if not line or is_status(line) or is_preface(line) or printed_field(line) or is_index(line):
        return True
    if len(line) > LONGEST_LINE or (len(line) > LONGEST_TITLE and SENTENCE_WITHIN.search(line)):
        return False
    if is_stage_direction(line):
        return any(True for _date in find_dates(line))
    if SENTENCE_END.search(line) and _is_title_with_stop(line):
        return True
    ends = SENTENCE_END.search(line) and not ABBREVIATED_END.search(line) and not _ends_in_date(line)
    return not ends and not _is_salutation(line)


def _is_title_with_stop(line: str) -> bool:
    """ "Press conference by Minister Brill.": it begins with what the event is, and holds no verb."""
    event = any(begins(line.casefold(), words) for words in WORDS.event_kinds if " " in words)
    words = {bare(word) for word in line.split()}
    return event and not words & WORDS.sentence_words and len(SENTENCE_END.findall(line)) == line.count(". ") + 1


def is_index(line: str) -> bool:
    """ "Subjects: …", "MEDIA CONTACT: …": what is about the text."""
    name, colon, _rest = line.partition(":")
    return bool(colon) and bare(name) in WORDS.no_labels


def _ends_in_date(line: str) -> bool:
    return any(len(line) - found.start - len(found.printed) <= 2 for found in find_dates(line))


def _is_salutation(line: str) -> bool:
    lowered = line.casefold()
    if line.endswith(",") and is_name_and_office(line.rstrip(", ")):  # the next line names another of the panel
        return False
    if line.endswith(":") and (tells_event(line) or bare(line) in WORDS.fields):  # "An interview with:"
        return False
    return line.endswith((":", ",")) or any(begins(lowered, words) for words in WORDS.salutations)


def is_preface(line: str) -> bool:
    lowered = line.casefold()
    return any(begins(lowered, words) for words in WORDS.prefaces)


def begins(text: str, words: str) -> bool:
    return text.startswith(words) and not text[len(words) : len(words) + 1].isalpha()


def clean(line: str) -> str:
    """A heading's line without bullets and Markdown."""
    return line.strip(BULLETS)


def is_status(line: str) -> bool:
    """Whether the line says how far the text is what was said: "(As delivered)"."""
    text = line.casefold().strip("()[]*. …")
    text = text.removeprefix("e&oe ") or text  # "E&OE TRANSCRIPT"
    return len(text) <= 80 and any(  # longer ones are sentences
        text == status or (" " in status and status in text) for status in WORDS.statuses
    )


def printed_field(line: str) -> tuple[str, str] | None:
    """ "Date: 4 April 2024" → ("date", "4 April 2024")."""
    name, colon, value = line.partition(":")
    key = WORDS.fields.get(bare(name)) if colon and len(name) <= 30 else None  # no field is longer
    return (key, value.strip(" *_")) if key and value.strip(" *_") else None


def tells_event(line: str) -> bool:
    lowered = line.casefold()
    return any(words in lowered for words in WORDS.event_kinds) or bare(line.split(maxsplit=1)[0]) in WORDS.principals
