"""Searches that are followed by e-mail. A follow that ends is deleted, and nothing is kept of it."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

CONFIRM_WITHIN = timedelta(days=2)
# Characters of a search as an address has it, all of them ASCII: PostgreSQL indexes no more than 2,704 bytes.
MAX_SEARCH = 2000


def new_key() -> str:
    """128 random bits: what the links in mails name a follow by."""
    return secrets.token_urlsafe(16)


class FollowQuerySet(models.QuerySet["Follow"]):
    def confirmed(self) -> FollowQuerySet:
        return self.filter(confirmed_at__isnull=False)

    def pending(self, at: datetime | None = None) -> FollowQuerySet:
        """Asked for, not confirmed, and still in time to be."""
        return self.filter(confirmed_at=None, created_at__gt=(at or timezone.now()) - CONFIRM_WITHIN)

    def lapsed(self, at: datetime | None = None) -> FollowQuerySet:
        """Never confirmed, and too late now."""
        return self.filter(confirmed_at=None, created_at__lte=(at or timezone.now()) - CONFIRM_WITHIN)


class Follow(models.Model):
    """One search that one address wants to hear of. `search` is the query's parameters as an address has them."""

    class Cadence(models.TextChoices):
        IMMEDIATE = "immediate", _("at once")
        DAILY = "daily", _("once a day")

    key = models.CharField(max_length=22, unique=True, default=new_key, editable=False)
    address = models.EmailField(_("e-mail address"))
    search = models.CharField(_("search"), max_length=MAX_SEARCH)
    cadence = models.CharField(_("how often"), max_length=9, choices=Cadence, default=Cadence.DAILY)
    created_at = models.DateTimeField(_("asked for"), default=timezone.now, db_index=True)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)
    looked_at = models.DateTimeField(_("last looked"), null=True, blank=True)
    claimed_until = models.DateTimeField(null=True, blank=True)
    failures = models.PositiveSmallIntegerField(_("mails refused in a row"), default=0)

    objects = FollowQuerySet.as_manager()

    class Meta:
        verbose_name = _("follow")
        verbose_name_plural = _("follows")
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=("address", "search"), name="follow_once"),
            models.CheckConstraint(condition=Q(cadence__in=["immediate", "daily"]), name="follow_cadence_known"),
        )

    def __str__(self) -> str:
        return f"{self.address}: {self.search}"


class AlertedTurn(models.Model):
    """A turn that a follower was told of, remembered while it could be found again as new."""

    follow = models.ForeignKey(Follow, on_delete=models.CASCADE, related_name="alerted")
    public_id = models.CharField(max_length=8)
    public_since = models.DateTimeField()

    class Meta:
        verbose_name = _("turn told of")
        verbose_name_plural = _("turns told of")
        constraints = (models.UniqueConstraint(fields=("follow", "public_id"), name="alerted_once"),)

    def __str__(self) -> str:
        return self.public_id
