"""Many files given at once, and what became of each."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from transcripts.models.events import Event, Series

# A unique index of PostgreSQL takes 2,700 bytes, and a character up to four.
LONGEST_PATH = 500


class ImportJob(models.Model):
    """Files that an editor gave together, with what is wished for all of them. Its progress is that of its files."""

    created_at = models.DateTimeField(_("begun"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    series = models.ForeignKey(
        Series, verbose_name=_("series"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    publish = models.BooleanField(_("publish"), default=False)
    # A right at the time of giving: whoever lost it since has not lost what was begun with it.
    may_correct_published = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ("-pk",)

    def __str__(self) -> str:
        return _("Import %(number)s of %(moment)s") % {
            "number": self.pk,
            "moment": self.created_at.strftime("%Y-%m-%d %H:%M"),
        }

    def get_absolute_url(self) -> str:
        return reverse("admin:transcripts_importjob_change", args=[self.pk])


class ImportSidecar(models.Model):
    """What lay beside the files of an import and speaks of them: series.toml and NAME.toml, by its path."""

    job = models.ForeignKey(ImportJob, on_delete=models.CASCADE, related_name="sidecars")
    path = models.CharField(max_length=LONGEST_PATH)
    content = models.BinaryField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("job", "path"), name="import_sidecar_once"),)

    def __str__(self) -> str:
        return self.path


class ImportedFileQuerySet(models.QuerySet["ImportedFile"]):
    def waiting(self) -> ImportedFileQuerySet:
        return self.filter(state=ImportedFile.State.WAITING)

    def unfinished(self) -> ImportedFileQuerySet:
        return self.filter(state__in=ImportedFile.UNFINISHED)

    def retriable(self) -> ImportedFileQuerySet:
        """Failed or cancelled, and their bytes were taken."""
        return self.filter(state__in=ImportedFile.RETRIED).exclude(sha256="")

    def uncertain(self) -> ImportedFileQuerySet:
        """Those with something for an editor to look at."""
        return self.filter(warning_count__gt=0)


class ImportedFile(models.Model):
    """One file of an import, named by its path in what was given. One that was too large has no digest.

    Its bytes lie in DATA_DIR/imports under their digest until it is done.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        RUNNING = "running", _("running")
        CREATED = "created", _("created")
        UPDATED = "updated", _("updated")
        UNCHANGED = "unchanged", _("unchanged")
        FAILED = "failed", _("failed")
        CANCELLED = "cancelled", _("cancelled")

    UNFINISHED = (State.WAITING, State.RUNNING)
    RETRIED = (State.FAILED, State.CANCELLED)

    job = models.ForeignKey(ImportJob, on_delete=models.CASCADE, related_name="files")
    name = models.CharField(_("file name"), max_length=LONGEST_PATH)
    sha256 = models.CharField(max_length=64, blank=True)
    size = models.PositiveBigIntegerField(_("size in bytes"))
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    turns = models.PositiveIntegerField(_("turns"), default=0)
    warning_count = models.PositiveIntegerField(_("warnings"), default=0)
    warnings = models.JSONField(default=list, blank=True)
    error = models.TextField(_("error"), blank=True)
    event = models.ForeignKey(Event, null=True, on_delete=models.SET_NULL, related_name="+")

    objects = ImportedFileQuerySet.as_manager()

    class Meta:
        verbose_name = _("imported file")
        verbose_name_plural = _("imported files")
        ordering = ("pk",)
        indexes = (
            models.Index(fields=("job", "state"), name="imported_job_state"),
            models.Index(fields=("id",), condition=Q(state__in=["waiting", "running"]), name="imported_unfinished"),
        )
        constraints = (
            models.UniqueConstraint(fields=("job", "sha256", "name"), name="imported_once_a_job"),
            models.CheckConstraint(
                condition=Q(state__in=["waiting", "running", "created", "updated", "unchanged", "failed", "cancelled"]),
                name="imported_state_known",
            ),
        )

    def __str__(self) -> str:
        return self.name
