"""Days as readers write them. Plain Python."""

from __future__ import annotations

import calendar
import re
from datetime import date

_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{1,2}))?(?:-([0-9]{1,2}))?")


def day(text: str, *, last: bool) -> date | None:
    """The first or last day of a year, a month or a day, such as 2024, 2024-04, 2024-04-30; None for anything else."""
    match = _DAY.fullmatch(text)
    if match is None:
        return None
    year, month, day_of_month = (int(part) if part else None for part in match.groups())
    try:
        month = month or (12 if last else 1)
        return date(year or 0, month, day_of_month or (calendar.monthrange(year or 0, month)[1] if last else 1))
    except (ValueError, calendar.IllegalMonthError):
        return None


def span(text: str) -> tuple[date | None, date | None] | None:
    """Both ends of `2024-01..2024-04`, where one of them may be left open, or of a single day, month or year.

    None for anything else, and for a span that ends before it begins.
    """
    first, dots, second = text.partition("..")
    ends = (day(first, last=False), day(second if dots else first, last=True))
    if any(typed and not end for typed, end in zip((first, second), ends, strict=True)) or ends == (None, None):
        return None
    return None if ends[0] and ends[1] and ends[0] > ends[1] else ends
