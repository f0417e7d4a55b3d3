"""Events, and the series that they belong to."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from transcripts.text.transcript import EventKind


class Series(models.Model):
    """An institution's run of events, such as "NATO press conferences"."""

    slug = models.SlugField(_("slug"), max_length=100, unique=True, allow_unicode=True)
    name = models.CharField(_("name"), max_length=200, unique=True)
    institution = models.CharField(_("institution"), max_length=200, blank=True)
    description = models.TextField(_("description"), blank=True)
    language = models.CharField(
        _("language"), max_length=8, blank=True, help_text=_("ISO 639-1 code, such as en, of most of its events.")
    )

    class Meta:
        verbose_name = _("series")
        verbose_name_plural = _("series")
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("series", args=[self.slug])


class EventQuerySet(models.QuerySet["Event"]):
    def published(self, at: datetime | None = None) -> EventQuerySet:
        """What readers may see now, or could at that moment: neither drafts nor withdrawn nor under embargo."""
        return self.filter(state=Event.State.PUBLISHED, published_at__lte=at or timezone.now())

    def newest_first(self) -> EventQuerySet:
        """By date; events without one come last."""
        return self.order_by(models.F("date").desc(nulls_last=True), "-pk")


class Event(models.Model):
    """A press conference, briefing or speech as one transcript."""

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        PUBLISHED = "published", _("published")
        WITHDRAWN = "withdrawn", _("withdrawn")

    KINDS = [(str(kind), kind.value.capitalize()) for kind in EventKind]

    slug = models.SlugField(
        _("slug"),
        max_length=100,
        unique=True,
        allow_unicode=True,
        help_text=_("The event's address. It never changes once the event is published."),
    )
    series = models.ForeignKey(
        Series, verbose_name=_("series"), null=True, blank=True, on_delete=models.PROTECT, related_name="events"
    )
    title = models.CharField(_("title"), max_length=500)
    subtitle = models.CharField(_("subtitle"), max_length=1000, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=KINDS, blank=True)
    date = models.DateField(_("date"), null=True, blank=True)
    venue = models.CharField(_("venue"), max_length=300, blank=True)
    delivery_status = models.CharField(
        _("delivery status"), max_length=100, blank=True, help_text=_("As printed, such as “As delivered”.")
    )
    source_url = models.URLField(_("source address"), max_length=1000, blank=True)
    source_updated = models.DateTimeField(
        _("source last updated"), null=True, blank=True, help_text=_("The institution's own stamp, in its local time.")
    )
    language = models.CharField(_("language"), max_length=8, blank=True, help_text=_("ISO 639-1 code, such as en."))
    media_url = models.URLField(_("recording"), max_length=1000, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.DRAFT)
    published_at = models.DateTimeField(
        _("published at"), null=True, blank=True, help_text=_("A time to come is an embargo: nothing shows before it.")
    )
    withdrawn_reason = models.TextField(_("reason for withdrawal"), blank=True)
    created_at = models.DateTimeField(_("added"), auto_now_add=True)
    updated_at = models.DateTimeField(_("changed"), auto_now=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = (models.F("date").desc(nulls_last=True), "-pk")
        permissions = (("publish_event", _("Can publish and withdraw events")),)
        indexes = (models.Index(fields=("state", "-date"), name="event_state_date"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=["draft", "published", "withdrawn"]), name="event_state_known"
            ),
            models.CheckConstraint(
                condition=~Q(state="published") | Q(published_at__isnull=False), name="event_published_has_time"
            ),
            models.CheckConstraint(condition=~Q(title=""), name="event_has_title"),
            models.CheckConstraint(
                condition=Q(kind__in=["", *(str(kind) for kind in EventKind)]), name="event_kind_known"
            ),
        )

    def __str__(self) -> str:
        return f"{self.title} ({self.date or _('undated')})"

    def get_absolute_url(self) -> str:
        return reverse("event", args=[self.slug])

    @property
    def is_public(self) -> bool:
        """Whether readers may see it now."""
        return self.state == self.State.PUBLISHED and self.published_at <= timezone.now()

    @property
    def is_embargoed(self) -> bool:
        """Published, at a time to come."""
        return self.state == self.State.PUBLISHED and self.published_at > timezone.now()
