"""What the index does not know yet."""

from datetime import datetime

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class OutboxQuerySet(models.QuerySet["OutboxEntry"]):
    def due(self, at: datetime | None = None) -> "OutboxQuerySet":
        """Those whose time has come."""
        return self.filter(due_at__lte=at or timezone.now())


class OutboxEntry(models.Model):
    """An event whose index entry is stale, from `due_at` on; written in the transaction that made it so.

    The event is named by number and not by foreign key, so that an entry outlives an event that is deleted.
    """

    event_id = models.BigIntegerField(_("event"))
    due_at = models.DateTimeField(_("due"), default=timezone.now, db_index=True)

    objects = OutboxQuerySet.as_manager()

    class Meta:
        verbose_name = _("outbox entry")
        verbose_name_plural = _("outbox entries")
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"event {self.event_id} from {self.due_at:%Y-%m-%d %H:%M}"
