"""The form of "Import many files"."""

from __future__ import annotations

import mimetypes
from pathlib import PurePath
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from transcripts.models import ImportJob, Series
from transcripts.publishing import Received

# What lies in folders of transcripts and is none.
NOT_TRANSCRIPTS = (".toml",)


class ManyFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Files, but for those that are no transcripts by their names. They stay on the disk until each is `received`."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=ManyFiles(attrs={"multiple": True}), allow_empty_file=True, **options)

    def clean(self, data: list[UploadedFile], initial: Any = None) -> list[UploadedFile]:
        files = [super(FilesField, self).clean(one, initial) for one in data or [None]]
        large = [file.name for file in files if file.size > settings.MAX_SOURCE_BYTES]
        if large:
            facts = {"names": ", ".join(large[:5]), "limit": filesizeformat(settings.MAX_SOURCE_BYTES)}
            raise forms.ValidationError(
                _("%(names)s: the limit is %(limit)s a file. Split it, and give the parts."), params=facts
            )
        return [file for file in files if _may_be_transcript(file.name)]


class ImportForm(forms.Form):
    files = FilesField(
        label=_("Files"),
        help_text=_("As many as you like; they can be dropped on this page, folders too. Any format that can be read."),
    )
    series = forms.ModelChoiceField(
        Series.objects.all(),
        label=_("Series"),
        required=False,
        widget=AutocompleteSelect(ImportJob._meta.get_field("series"), admin.site),  # noqa: SLF001 - Django's documented door
        help_text=_("The institution’s run of events that all of them belong to."),
    )
    publish = forms.BooleanField(
        label=_("Publish them at once"),
        required=False,
        help_text=_("Without it each becomes a draft that you can look at."),
    )
    # Where a browser sends the files in several parts, the later parts name the import that the first has begun.
    job = forms.ModelChoiceField(ImportJob.objects.all(), required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, may_publish: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["publish"].disabled = not may_publish


def received(file: UploadedFile) -> Received:
    """The file with its bytes."""
    return Received(file.read(), file.name, mimetypes.guess_type(file.name)[0] or "application/octet-stream")


def _may_be_transcript(name: str) -> bool:
    return not name.startswith(".") and PurePath(name).suffix.lower() not in NOT_TRANSCRIPTS
