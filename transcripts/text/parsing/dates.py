"""Dates as headings print them, in many forms and languages, and what has the form of a date and is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

LONGEST = 400
LETTERS = r"[^\W\d_]"
CLOCK = r"\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[AaPp]\.?\s?[Mm]\b\.?)?"
FORMS = re.compile(
    rf"""
    (?<![\d\w/.-])(?:
      (?P<iso>\d{{4}}([-/.])\d{{1,2}}\2\d{{1,2}})(?!\d)
    | (?P<cjk>(?:\d{{4}}|(?:令和|平成|昭和)\s?(?:\d{{1,2}}|元))\s?[年년]\s?\d{{1,2}}\s?[月월]\s?\d{{1,2}}\s?[日일])
    | (?P<slashed>\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{4}})(?!\d)
    | (?P<vietnamese>\d{{1,2}}\stháng\s\d{{1,2}}(?:\snăm|,)?\s\d{{4}})
    | (?P<backward>\d{{4}}(?:\.|\sm\.)\s(?P<third>{LETTERS}{{3,14}})\s\d{{1,2}}(?:\.|\sd\.))
    | \d{{1,2}}(?:st|nd|rd|th|er|º|\.)?\s{{1,3}}(?:(?:of|de)\s)?
      (?P<month>{LETTERS}{{3,12}})\.?,?\s{{1,3}}(?:(?:of|de|del)\s)?\d{{4}}(?!\d)
    | (?P<first>{LETTERS}{{3,12}})\.?\s{{1,3}}\d{{1,2}}(?:st|nd|rd|th)?,?\s{{1,3}}\d{{4}}(?!\d)
    )
    (?P<clock>(?:[ T]|,\s|\s-\s|\sat\s|\sa\slas\s|\sà\s|\sum\s)\s?{CLOCK})?
    """,
    re.VERBOSE,
)
LANGUAGES = (
    "en", "es", "fr", "de", "it", "pt", "nl", "pl", "uk", "ru", "sv", "da", "nb", "fi", "tr", "ja", "zh",
    "ar", "bg", "ca", "cs", "el", "et", "fa", "he", "hr", "hu", "id", "ko", "lt", "lv", "ro", "sk", "sl", "sr", "th",
    "vi",
)  # fmt: skip
# Years of the Japanese calendar; the first is written 元.
ERAS = {"": 0, "令和": 2018, "平成": 1988, "昭和": 1925}
CJK = re.compile(r"(令和|平成|昭和)?\s?(\d{1,4}|元)\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
VIETNAMESE = re.compile(r"(\d{1,2}) tháng (\d{1,2})(?: năm|,)? (\d{4})")
BACKWARD = re.compile(r"(\d{4})(?:\.| m\.) (\w+) (\d{1,2})(?:\.| d\.)")  # "2011. március 3.", "2011 m. kovo 3 d."
ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date as printed. `moment` is None where it has a date's form and is none, such as 31 Feb."""

    printed: str
    start: int
    moment: datetime | None
    ambiguous: bool = False

    @property
    def day(self) -> date | None:
        return self.moment.date() if self.moment else None


def find_dates(line: str, language: str = "") -> Iterator[FoundDate]:
    """What has a date's form in the first characters of a line, in order. Raises nothing."""
    for found in FORMS.finditer(line[:LONGEST]):
        month = found["month"] or found["first"] or found["third"]
        printed = found[0][: found.start("clock") - found.start()] if found["clock"] else found[0]
        moment = read_date(found[0], language) or read_date(printed, language)
        if moment is None and month and not is_month(month, language):
            continue
        yield FoundDate(printed, found.start(), moment, _is_ambiguous(found["slashed"]))


def _is_ambiguous(slashed: str | None) -> bool:
    """Whether day and month could change places."""
    if not slashed or "." in slashed:
        return False
    first, second, _year = (int(part) for part in re.split(r"[/-]", slashed))
    return first <= 12 and second <= 12 and first != second  # months


@lru_cache(maxsize=1024)
def read_date(printed: str, language: str = "") -> datetime | None:
    """The moment that is printed, at midnight without a time; None where day, month and year don't make one."""
    iso = ISO.fullmatch(printed.strip())
    if iso:
        return _from_numbers(*(int(number) for number in iso.groups()))
    backward = BACKWARD.fullmatch(printed.strip())
    if backward:
        return read_date(f"{backward[3]} {backward[2]} {backward[1]}", language)
    numbers = VIETNAMESE.fullmatch(printed.strip())
    if numbers:
        return _from_numbers(int(numbers[3]), int(numbers[2]), int(numbers[1]))
    cjk = CJK.fullmatch(printed.strip())
    if cjk:
        year = ERAS[cjk[1] or ""] + (1 if cjk[2] == "元" else int(cjk[2]))
        return _from_numbers(year, int(cjk[3]), int(cjk[4]))
    import dateparser  # noqa: PLC0415 - a heavy import, and most processes never read a date

    # PREFER_DATES_FROM and the like never matter: all three parts are required.
    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "RETURN_AS_TIMEZONE_AWARE": False}
    if "." in printed and re.match(r"\d{1,2}\.\d{1,2}\.", printed):
        settings["DATE_ORDER"] = "DMY"
    for languages in dict.fromkeys(((language,) if language in LANGUAGES else ("en",), LANGUAGES)):
        moment: datetime | None = dateparser.parse(printed, languages=list(languages), settings=settings)
        if moment:
            return moment.replace(tzinfo=None)
    return None


def _from_numbers(year: int, month: int, day: int) -> datetime | None:
    try:
        return datetime(year, month, day)  # noqa: DTZ001 - an event's own calendar day
    except ValueError:
        return None


@lru_cache(maxsize=1024)
def is_month(word: str, language: str = "") -> bool:
    """Whether a word names a month."""
    return read_date(f"1 {word} 2000", language) is not None
