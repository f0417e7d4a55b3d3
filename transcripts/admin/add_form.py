"""The form of "Add a transcript"."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from transcripts.admin import waiting
from transcripts.admin.fields import FORMATS_TAKEN, date_field, moment_field
from transcripts.admin.submission import Submission, settle, unbroken, uploaded
from transcripts.models import Event, Series

OVERRIDES = ("title", "date", "source")


class AddForm(forms.Form):
    """`cleaned_data["submission"]` is what to read; `fields_given` what the editor says of it."""

    text = forms.CharField(
        label=_("Transcript"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 18, "spellcheck": "false", "autofocus": True}),
        help_text=_("Paste it as it was published, with its title and date above. Ctrl+Enter previews."),
    )
    file = forms.FileField(
        label=_("or its file"),
        required=False,
        allow_empty_file=True,
        help_text=format_lazy("{} {}", FORMATS_TAKEN, _("It can be dropped anywhere on this page.")),
    )
    waiting = forms.CharField(required=False, widget=forms.HiddenInput)
    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    series = forms.ModelChoiceField(
        Series.objects.all(),
        label=_("Series"),
        required=False,
        widget=AutocompleteSelect(Event._meta.get_field("series"), admin.site),  # noqa: SLF001 - Django's documented door
        help_text=_("The institution's run of events that it belongs to. Type to find one."),
    )
    source = forms.URLField(
        label=_("Source address"),
        required=False,
        max_length=1000,
        assume_scheme="https",
        help_text=_("Where it was published."),
    )
    title = forms.CharField(
        label=_("Title"), required=False, max_length=500, help_text=_("Only where the text has none, or another.")
    )
    date = date_field(label=_("Date"), help_text=_("Only where the text has none, or another."))
    version = forms.ChoiceField(
        choices=[("", ""), ("correct", _("Correct that event")), ("separate", _("Add it as a separate event"))],
        required=False,
    )
    publish_at = moment_field(label=_("Publish at"), help_text=_("In UTC. Nothing shows before this time."))

    def clean_text(self) -> str:
        return unbroken(self.cleaned_data["text"])

    def clean_file(self) -> UploadedFile | None:
        file = self.cleaned_data["file"]
        if file and file.size > settings.MAX_SOURCE_BYTES:
            sizes = {"size": filesizeformat(file.size), "limit": filesizeformat(settings.MAX_SOURCE_BYTES)}
            raise forms.ValidationError(
                _("The file is %(size)s, and the limit is %(limit)s. Split it, and add it in parts."), params=sizes
            )
        return file

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if "text" in cleaned and "file" in cleaned:
            cleaned["submission"] = self._submission(cleaned)
        return cleaned

    def _submission(self, cleaned: dict[str, Any]) -> Submission:
        token = cleaned["waiting"]
        earlier = waiting.take(token) if token else None
        if token and not earlier and not cleaned["text"].strip() and not cleaned["file"]:
            raise forms.ValidationError({"file": _("The file has waited for more than a day. Choose it again.")})
        return settle(cleaned["text"], uploaded(cleaned["file"]) if cleaned["file"] else None, earlier)

    @property
    def fields_given(self) -> dict[str, str]:
        """Title, date and source where the editor gave them, as the parser takes them."""
        return {name: str(self.cleaned_data[name]) for name in OVERRIDES if self.cleaned_data.get(name)}
