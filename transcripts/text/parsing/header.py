"""What stands before the first word: title, subtitle, date, status, place, and where the body begins."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from transcripts.text.marks import is_stage_direction
from transcripts.text.parsing.candidates import CLOCK_LINE, TIME_LINE
from transcripts.text.parsing.dates import FoundDate, find_dates
from transcripts.text.parsing.heading_lines import (
    ADDRESS,
    begins,
    clean,
    is_heading_line,
    is_index,
    is_preface,
    is_status,
    printed_field,
    tells_event,
)
from transcripts.text.reading import Paragraph
from transcripts.text.understanding.names import bare
from transcripts.text.words import WORDS

RELEASED = 6  # the least sure of dates: it may not be the event's
FEWEST_WORDS = 3  # of a title behind "Transcript:"
LONGEST_TOWN = 3  # words
HOUSE_WORDS = frozenset({"press", "presse", "prensa", "stampa", "imprensa", "media", "communications"})
HOUSES = frozenset({"office", "ministry", "department"})  # "Office of the Assistant Secretary"
PLACES = WORDS.venues - {"office", "offices"}
NO_TOWN = WORDS.weekdays | WORDS.offices | WORDS.statuses | WORDS.askers | {
    "date", "on", "updated", "mon", "tue", "wed", "thu", "fri", "sat", "sun",
}  # fmt: skip
MOST_PARAGRAPHS = 40
# "6:30 p.m. EST" beside the date
HOUR = re.compile(
    r"\b\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[AaPp]\.?\s?[Mm]\b\.?)?(?:\s(?:[A-Z]{2,4}T|GMT|UTC|Uhr|hrs)\b)?"
)
WIDE = re.compile(r"\s{3,}")


@dataclass(slots=True)
class Header:
    """What was understood, field by field; `left` are lines that fit none, with their numbers."""

    fields: dict[str, str] = field(default_factory=dict)
    dates: list[tuple[int, int, FoundDate]] = field(default_factory=list)  # how sure, line, date; the surest first
    updated: datetime | None = None
    left: list[tuple[int, str]] = field(default_factory=list)
    town: str = ""  # printed before the date
    title_line: int = 0  # of a title that stands in the text without being called one

    def put(self, name: str, value: str) -> None:
        if value:
            self.fields.setdefault(name, value)


def body_begins(paragraphs: Sequence[Paragraph], first_label: int | None) -> int:
    """The index of the first paragraph that is no part of the heading; at most that of the first label.

    Where nothing but headings stands, all behind the first is the body: some texts have no sentences.
    """
    limit = len(paragraphs) if first_label is None else first_label
    for index in range(min(limit, MOST_PARAGRAPHS)):
        if not _is_heading(paragraphs[index].text):
            return index
    if first_label is None and limit <= MOST_PARAGRAPHS:
        return 1 if limit > 1 else 0
    return min(limit, MOST_PARAGRAPHS)


def _is_heading(text: str) -> bool:
    return all(is_heading_line(line) for line in text.split("\n"))


def read_header(paragraphs: Sequence[Paragraph], metadata: Mapping[str, str], language: str) -> Header:
    """The fields of the heading's paragraphs and of the metadata. What the text prints wins over the latter's date."""
    header = Header()
    for key, value in metadata.items():
        name = WORDS.fields.get(key)
        if name == "updated":
            header.updated = _moment(value, language)
        elif name == "date" or key == "published":  # it may be published days after it was said
            header.dates += [(3 if name else 5, 0, found) for found in find_dates(value, language)]
        elif name:
            header.put(name, value)
    for paragraph in paragraphs:
        for offset, line in enumerate(paragraph.text.split("\n")):
            if any(character.isalnum() for character in line):
                _read_line(header, paragraph.line + offset, clean(line), language)
    header.put("venue", header.town)
    _dates_in_titles(header, language)
    header.dates.sort(key=lambda found: found[0])
    return header


def _moment(text: str, language: str) -> datetime | None:
    return next((found.moment for found in find_dates(text, language)), None)


def _read_line(header: Header, number: int, line: str, language: str) -> None:
    line = _without_status(header, line)
    readers: tuple[Callable[[Header, int, str, str], bool], ...] = (
        _read_field, _read_status, _read_updated, _read_release, _read_date, _read_address, _read_clock, _read_title,
        _read_venue, _read_subtitle,
    )  # fmt: skip
    if not any(read(header, number, line, language) for read in readers):
        header.left.append((number, line))


def _without_status(header: Header, line: str) -> str:
    """ "TRANSCRIPT: Media briefing on the pier": the title is what follows."""
    name, colon, rest = line.partition(":")
    if not colon or not is_status(name) or len(rest.split()) < FEWEST_WORDS or "title" in header.fields:
        return line
    header.put("status", name)
    return rest.strip()


def _read_status(header: Header, _number: int, line: str, _language: str) -> bool:
    found = is_status(line)
    if found:
        header.put("status", line.strip("()[]*").rstrip(" .…") if "…" in line else line.strip("()[]*"))
    return found


def _read_updated(header: Header, _number: int, line: str, language: str) -> bool:
    if not any(begins(line.casefold(), words) for words in WORDS.updated):
        return False
    header.updated = header.updated or _moment(line, language)
    return header.updated is not None


def _read_field(header: Header, number: int, line: str, language: str) -> bool:
    found = printed_field(line)
    if not found:
        return False
    name, value = found
    if name == "date":
        header.dates += [(0, number, one) for one in find_dates(value, language)]
    elif name == "updated":
        header.updated = header.updated or _moment(value, language)
    elif name == "creators":  # "Presenter: Minister Brill     March 3, 2011"
        header.dates += [(3, number, one) for one in find_dates(value, language)]
        value = WIDE.split(value)[0]
        value = "; ".join(filter(None, (header.fields.pop("creators", ""), value)))
    header.put(name, value)
    return True


def _read_release(header: Header, number: int, line: str, language: str) -> bool:
    """When the text was given out, which may be days after it was said."""
    if not any(begins(line.casefold(), words) for words in WORDS.releases):
        return False
    header.dates += [(RELEASED, number, found) for found in find_dates(line, language)]
    return True


def _read_date(header: Header, number: int, line: str, language: str) -> bool:
    """A line that is little but a date; one with more to say counts as a date too, and goes on to be read."""
    found = next(find_dates(line, language), None)
    if not found:
        return False
    rest = HOUR.sub(" ", line.replace(found.printed, "")).strip("()[], -–—|.")
    _put_town(header, line[: found.start])
    only = len(rest) <= 40 and "title" in header.fields  # a weekday or a place
    bare_date = all(bare(word) in WORDS.weekdays or not word.strip("()[], -–—|.") for word in rest.split())
    header.dates.append((2 if bare_date else 1, number, found))
    if only and not bare_date:
        place = rest.strip(" ,")
        if any(bare(word) in WORDS.venues for word in place.split()):
            header.put("venue", place)
    return bare_date or only


def _put_town(header: Header, before: str) -> None:
    """ "Brussels, 3 March 2011": where it was, unless another line says so better."""
    town, comma, rest = before.rpartition(",")
    words = town.split()
    named = 0 < len(words) <= LONGEST_TOWN and all(word[0].isupper() and bare(word) not in NO_TOWN for word in words)
    if comma and named and not rest.strip() and not header.town and not tells_event(town):
        header.town = town.strip("(")


def _read_address(header: Header, _number: int, line: str, _language: str) -> bool:
    if not ADDRESS.match(line):
        return False
    header.put("source", line)
    return True


def _read_clock(_header: Header, _number: int, line: str, _language: str) -> bool:
    """The hour at which it began; no field holds it."""
    return CLOCK_LINE.fullmatch(line) is not None or TIME_LINE.fullmatch(line) is not None


def _read_title(header: Header, number: int, line: str, _language: str) -> bool:
    """The first line, but for one that names the event when the first does not: it names the house."""
    title = header.fields.get("title")
    if (
        ADDRESS.search(line)
        or bare(line.partition(":")[0]) in WORDS.no_labels
        or is_stage_direction(line)
        or line == title
    ):
        return line == title
    named = line.casefold() not in WORDS.event_kinds or line.isupper() == (title or "").isupper()
    better = header.title_line and tells_event(line) and named
    if title and not (better and not tells_event(title)):
        return False
    if title:
        header.left.append((header.title_line, title))
    header.fields["title"], header.title_line = line, number
    return True


def _read_venue(header: Header, _number: int, line: str, _language: str) -> bool:
    """A place by its words; the town on the line below joins it."""
    words = {bare(word) for word in line.split()}
    if (
        is_index(line)
        or line.casefold().endswith(("'s office", "’s office"))
        or bare(line.split(maxsplit=1)[0]) in HOUSES
    ):
        return False
    if words & HOUSE_WORDS and not words & PLACES:  # "Press Office" is whose paper it is
        return False
    person = line[0].islower() or (words & WORDS.offices and not _names_place(line.partition(",")[0]))
    if person or len(line) > 120:  # places are short
        return False
    town = "venue" in header.fields and len(words) <= 4 and "," in line and line[0].isalpha()  # "Brussels, Belgium"
    if not (_names_place(line) or town):
        return False
    header.fields["venue"] = ", ".join(filter(None, (header.fields.get("venue"), line)))
    return True


def _is_house(line: str) -> bool:
    """ "Office of the Assistant Secretary", "Prime Minister's Office": whose paper it is."""
    owned = line.casefold().endswith(("'s office", "’s office"))
    return owned or bare(line.split(maxsplit=1)[0]) in HOUSES


def _names_place(line: str) -> bool:
    """Whether it holds a word for a place; a line that tells of the event must end in one."""
    parts = [f" {' '.join(bare(word) for word in part.split())} " for part in line.split(",")]
    if tells_event(line):
        return any(part.endswith(f" {place} ") for part in parts for place in WORDS.venues)
    return any(f" {place} " in part for part in parts for place in WORDS.venues)


def _read_subtitle(header: Header, _number: int, line: str, _language: str) -> bool:
    unnamed = bare(line.partition(":")[0]) not in WORDS.no_labels and not is_stage_direction(line)
    belongs = header.title_line or tells_event(line)
    if ADDRESS.search(line) or line.endswith(":"):
        return False
    if not belongs or "subtitle" in header.fields or not unnamed or is_preface(line):
        return False
    header.put("subtitle", line)
    return True


def _dates_in_titles(header: Header, language: str) -> None:
    for name in ("title", "subtitle"):
        header.dates += [(4, 0, found) for found in find_dates(header.fields.get(name, ""), language)]


def event_date(header: Header) -> tuple[date | None, tuple[int, FoundDate] | None]:
    """The surest date, and the surest thing that only has the form of one where no valid date stands."""
    valid = next((found.day for _rank, _line, found in header.dates if found.day), None)
    wrong = next(((line, found) for _rank, line, found in header.dates if found.moment is None), None)
    return valid, wrong
