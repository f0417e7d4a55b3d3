"""Form fields that browsers help with: their own pickers for dates and times."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

# To the second, so that a stamp that has seconds keeps them.
MOMENT = "%Y-%m-%dT%H:%M:%S"
DAY = "%Y-%m-%d"
FORMATS_TAKEN = _(
    "Text, HTML as saved from a web site, Word (.docx), PDF with a text layer, subtitles (SRT, WebVTT), CSV, "
    "Akoma Ntoso, TEI or this archive’s own JSON."
)


def date_field(**options: Any) -> forms.DateField:
    return forms.DateField(required=False, widget=forms.DateInput(format=DAY, attrs={"type": "date"}), **options)


def moment_field(**options: Any) -> forms.DateTimeField:
    """A date with a time, in UTC."""
    widget = forms.DateTimeInput(format=MOMENT, attrs={"type": "datetime-local", "step": 1})
    return forms.DateTimeField(required=False, widget=widget, **options)
