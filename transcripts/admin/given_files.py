"""The field for many files and the sidecars between them, each with its path in the folder that was dropped."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from transcripts.models.imports import LONGEST_PATH
from transcripts.publishing import Received
from transcripts.text.sidecars import is_other_json, is_sidecar, may_be_transcript

LARGEST_SIDECAR = 64 * 1024
MOST_DIGITS = 18  # of a size in bytes that a database takes


@dataclass(frozen=True, slots=True)
class Given:
    """A file and its path below what was given: its name alone, where it was chosen by itself."""

    path: PurePosixPath
    file: UploadedFile

    @property
    def is_too_large(self) -> bool:
        return (self.file.size or 0) > settings.MAX_SOURCE_BYTES

    @property
    def is_transcript(self) -> bool:
        """As `import_transcripts` takes it: whatever is named by itself, and of a folder what looks like one."""
        if self.path.name.startswith(".") or is_sidecar(self.path):
            return False
        if len(self.path.parts) == 1:
            return True
        return may_be_transcript(self.path) and (self.is_too_large or not is_other_json(self.path, self.read()))

    def read(self) -> bytes:
        """The bytes, as often as they are asked for."""
        self.file.seek(0)
        return self.file.read()

    def received(self) -> Received:
        kind = mimetypes.guess_type(self.path.name)[0] or "application/octet-stream"
        return Received(self.read(), str(self.path), kind)


class ManyFiles(forms.ClearableFileInput):
    """Beside the files, `paths` may say where each lay: browsers and Django leave only the last part of a name."""

    allow_multiple_selected = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[tuple[str, UploadedFile]]:
        several = files.getlist(name)
        paths = data.getlist("paths")
        told = paths if len(paths) == len(several) else [file.name for file in several]
        return list(zip(told, several, strict=True))


class FilesField(forms.FileField):
    """A list of `Given`. The files stay on the disk until each is read."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=ManyFiles(attrs={"multiple": True}), allow_empty_file=True, **options)

    def clean(self, data: list[tuple[str, UploadedFile]], initial: Any = None) -> list[Given]:
        given = [Given(_path(path), super(FilesField, self).clean(file, initial)) for path, file in data]
        _refuse_long(one for one in given if len(str(one.path)) > LONGEST_PATH)
        large = [one for one in given if is_sidecar(one.path) and (one.file.size or 0) > LARGEST_SIDECAR]
        if large:
            raise forms.ValidationError(
                _("%(path)s is too large for a sidecar file. Leave in it only what it says of its transcripts."),
                params={"path": large[0].path},
            )
        return given


class TooLargeField(forms.Field):
    """What a browser did not even send: `size:path` as often as needed → sizes in bytes by path."""

    def __init__(self) -> None:
        super().__init__(required=False, widget=forms.MultipleHiddenInput)

    def clean(self, value: list[str] | None) -> dict[str, int]:
        pairs = (said.partition(":") for said in value or ())
        return {str(_path(path))[:LONGEST_PATH]: int(size) for size, _colon, path in pairs if _is_size(size)}


def _is_size(said: str) -> bool:
    return said.isascii() and said.isdecimal() and len(said) < MOST_DIGITS


def _refuse_long(several: Any) -> None:
    for given in several:
        raise forms.ValidationError(
            _("The path %(path)s… is longer than %(limit)d characters. Shorten it."),
            params={"path": str(given.path)[:60], "limit": LONGEST_PATH},
        )


def _path(told: str) -> PurePosixPath:
    """Below what was given, whatever it says of places above it."""
    parts = told.replace("\\", "/").replace("\x00", "").split("/")
    return PurePosixPath(*[part for part in parts if part not in ("", ".", "..")] or ["unnamed"])
