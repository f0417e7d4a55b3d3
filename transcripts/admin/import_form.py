"""The form of "Import many files"."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.utils.translation import gettext_lazy as _

from transcripts.admin.fields import FORMATS_TAKEN
from transcripts.admin.given_files import FilesField, TooLargeField
from transcripts.models import ImportJob, Series


class ImportForm(forms.Form):
    files = FilesField(label=_("Files"), required=False, help_text=FORMATS_TAKEN)
    series = forms.ModelChoiceField(
        Series.objects.all(),
        label=_("Series"),
        required=False,
        widget=AutocompleteSelect(ImportJob._meta.get_field("series"), admin.site),  # noqa: SLF001 - Django's documented door
        help_text=_("The institution’s run of events that all of them belong to, whatever a series.toml says."),
    )
    publish = forms.BooleanField(
        label=_("Publish them at once"),
        required=False,
        help_text=_("Without it each becomes a draft that you can look at."),
    )
    # Where a browser sends the files in several parts, the later parts name the import that the first has begun.
    job = forms.ModelChoiceField(ImportJob.objects.all(), required=False, widget=forms.HiddenInput)
    too_large = TooLargeField()

    def __init__(self, *args: Any, may_publish: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["publish"].disabled = not may_publish

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if "files" in cleaned and not cleaned["files"] and not cleaned["too_large"]:
            self.add_error("files", _("Choose the files to import, or drop them on this page."))
        return cleaned
