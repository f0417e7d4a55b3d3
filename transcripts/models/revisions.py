"""Every published version of an event."""

import hashlib

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from transcripts.models.events import Event


def chained_sha256(transcript: str, *, before: str) -> str:
    """The hex digest of the revision before (64 characters; none for the first), a line feed, and the text in UTF-8.

    Whoever changes an old revision would have to change every later digest too, also where readers have noted one.
    """
    return hashlib.sha256(f"{before}\n{transcript}".encode()).hexdigest()


class Revision(models.Model):
    """A whole transcript as it was published, with its turns' ids. Rows are added, and never changed or deleted.

    `transcript` is the JSON of `transcripts.text.formats.json`; `sha256` is `chained_sha256` of it and the one before.
    """

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField(_("number"))
    created_at = models.DateTimeField(_("published"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), null=True, blank=True, on_delete=models.SET_NULL
    )
    note = models.CharField(_("note"), max_length=500, blank=True)
    transcript = models.TextField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ("event", "-number")
        constraints = (
            models.UniqueConstraint(fields=("event", "number"), name="revision_number_once"),
            models.CheckConstraint(condition=Q(number__gt=0), name="revision_number_from_one"),
            models.CheckConstraint(condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="revision_sha256_form"),
        )

    def __str__(self) -> str:
        return f"{self.event} · {self.number}"
