"""Years, quarters and months as numbers that follow each other."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.formats import date_format
from django.utils.translation import gettext as _


class Per(StrEnum):
    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"

    @property
    def months(self) -> int:
        """How many months it has."""
        return {"year": 12, "quarter": 3, "month": 1}[self.value]


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The `index`-th period of its length since the year 0."""

    per: Per
    index: int

    @property
    def since(self) -> date:
        """Its first day."""
        year, month = divmod(self.index * self.per.months, 12)
        return date(year, month + 1, 1)

    @property
    def until(self) -> date:
        """Its last day."""
        year, month = divmod((self.index + 1) * self.per.months - 1, 12)
        return date(year, month + 1, calendar.monthrange(year, month + 1)[1])

    @property
    def code(self) -> str:
        """As data have it: 2024, 2024-Q2, 2024-04."""
        first = self.since
        quarter = f"{first.year:04}-Q{(first.month + 2) // 3}"
        return {"year": f"{first.year:04}", "quarter": quarter, "month": f"{first.year:04}-{first.month:02}"}[self.per]

    @property
    def name(self) -> str:
        """As readers call it: 2024, Q2 2024, Apr 2024."""
        if self.per is Per.QUARTER:
            return _("Q%(quarter)d %(year)d") % {"quarter": (self.since.month + 2) // 3, "year": self.since.year}
        return date_format(self.since, "Y" if self.per is Per.YEAR else "M Y")


def period_of(month: int, per: Per) -> int:
    """The index of the period that a month, as year * 100 + month, is in."""
    return (month // 100 * 12 + month % 100 - 1) // per.months


def period_on(day: date, per: Per) -> int:
    """The index of the period that a day is in."""
    return period_of(day.year * 100 + day.month, per)
