"""What an editor may say of an event as a whole."""

from __future__ import annotations

from datetime import UTC, date
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.utils.translation import gettext_lazy as _

from transcripts.admin.fields import date_field, moment_field
from transcripts.models import Event, Series
from transcripts.projection import transcript_of
from transcripts.publishing import is_discardable
from transcripts.text.transcript import Transcript

# Which field of the form is which of the transcript.
TRANSCRIPT_FIELDS = {
    "title": "title",
    "subtitle": "subtitle",
    "kind": "kind",
    "date": "date",
    "venue": "venue",
    "delivery_status": "status",
    "source_url": "source",
    "language": "language",
}


class EventForm(forms.ModelForm):
    series = forms.ModelChoiceField(
        Series.objects.all(),
        label=_("Series"),
        required=False,
        widget=AutocompleteSelect(Event._meta.get_field("series"), admin.site),  # noqa: SLF001 - Django's documented door
    )
    date = date_field(label=_("Date"))
    source_updated = moment_field(
        label=_("Source last updated"), help_text=_("The institution’s own stamp, in its local time.")
    )
    source_url = forms.URLField(label=_("Source address"), required=False, max_length=1000, assume_scheme="https")
    media_url = forms.URLField(label=_("Recording"), required=False, max_length=1000, assume_scheme="https")

    class Meta:
        model = Event
        fields = (
            "title",
            "subtitle",
            "kind",
            "date",
            "venue",
            "series",
            "delivery_status",
            "language",
            "source_url",
            "source_updated",
            "media_url",
            "slug",
        )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        # An address that was public stays: links lead to it.
        self.fields["slug"].disabled = not is_discardable(self.instance)

    def described(self) -> dict[str, Any]:
        """The fields of the transcript, as arguments for `dataclasses.replace`."""
        updated = self.cleaned_data["source_updated"]
        said = {name: self.cleaned_data[field] for field, name in TRANSCRIPT_FIELDS.items()}
        return {**said, "updated": updated.astimezone(UTC).replace(tzinfo=None) if updated else None}

    def say(self, transcript: Transcript) -> None:
        """Show this heading in the place of what was typed."""
        self.data = self.data.copy()
        typed = self.described()
        for field, name in {**TRANSCRIPT_FIELDS, "source_updated": "updated"}.items():
            value = getattr(transcript, name)
            if value != typed[name]:
                self.data[field] = value.isoformat() if isinstance(value, date) else value or ""

    def apart(self) -> dict[str, Any]:
        """The fields that belong to the archive and not to the transcript."""
        return {name: self.cleaned_data[name] for name in ("series", "media_url", "slug")}


def as_it_stands(event: Event) -> Transcript:
    """The event's transcript from the database, whatever a form has done to the instance meanwhile."""
    return transcript_of(Event.objects.get(pk=event.pk))
