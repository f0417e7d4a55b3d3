"""The files as they were received."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from transcripts.models.events import Event


def content_address(instance: SourceFile, _name: str) -> str:
    """Where the bytes lie under the uploads: by their digest, so that the same bytes are kept once."""
    return f"{instance.sha256[:2]}/{instance.sha256}"


class SourceFileQuerySet(models.QuerySet["SourceFile"]):
    def receive(self, data: bytes, *, name: str, event: Event, media_type: str = "text/plain", by=None) -> SourceFile:
        """Keep these bytes for the event. The file is on the disk, synced, before the row that names it exists."""
        digest = hashlib.sha256(data).hexdigest()
        source = SourceFile(
            event=event, sha256=digest, size=len(data), name=name, media_type=media_type, received_by=by
        )
        path = content_address(source, name)
        if not default_storage.exists(path):
            _write_whole(path, data)
        source.content.name = path
        source.save()
        return source


def _write_whole(path: str, data: bytes) -> None:
    """All of the bytes or none: a crash half-way must not leave a file under its digest that is not it."""
    final = Path(default_storage.path(path))
    final.parent.mkdir(parents=True, exist_ok=True)
    partial = final.with_suffix(f".{os.getpid()}.part")
    with partial.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(final)


class SourceFile(models.Model):
    """The bytes as received; never altered."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="sources")
    name = models.CharField(_("file name"), max_length=300)
    media_type = models.CharField(_("media type"), max_length=100)
    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.PositiveBigIntegerField(_("size in bytes"))
    content = models.FileField(_("content"), upload_to=content_address)
    received_at = models.DateTimeField(_("received"), auto_now_add=True)
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), null=True, blank=True, on_delete=models.SET_NULL
    )

    objects = SourceFileQuerySet.as_manager()

    class Meta:
        verbose_name = _("source file")
        verbose_name_plural = _("source files")
        ordering = ("event", "received_at")
        constraints = (
            models.UniqueConstraint(fields=("event", "sha256"), name="source_once_an_event"),
            models.CheckConstraint(condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="source_sha256_form"),
        )

    def __str__(self) -> str:
        return self.name

    def read(self) -> bytes:
        """The bytes. Raises FileNotFoundError when the uploads have lost them."""
        with self.content.open("rb") as file:
            return file.read()


class AsImported(models.Model):
    """What the event's newest source was read as, with the ids that its turns got: what a changed source is compared
    with, so that editors' corrections since are not taken for differences of the source.

    `transcript` is the JSON of `transcripts.text.formats.json`. Apart from the event, of which many are read at once.
    """

    event = models.OneToOneField(Event, on_delete=models.CASCADE, primary_key=True, related_name="as_imported")
    transcript = models.TextField()

    class Meta:
        verbose_name = _("transcript as imported")
        verbose_name_plural = _("transcripts as imported")

    def __str__(self) -> str:
        return str(self.event)
