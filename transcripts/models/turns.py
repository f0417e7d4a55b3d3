"""Turns and exchanges."""

from __future__ import annotations

import secrets

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from transcripts.models.events import Event
from transcripts.models.people import Organization, Person
from transcripts.text.transcript import TurnKind

# Crockford's base32 (https://www.crockford.com/base32.html) in lower case: no i, l, o or u to misread.
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
ID_LENGTH = 8


def new_public_id() -> str:
    """Eight random characters, 40 bits. The column's unique constraint is what keeps an id from being used twice."""
    return "".join(secrets.choice(ALPHABET) for _position in range(ID_LENGTH))


class Exchange(models.Model):
    """One journalist's turn at the floor: hand-over, question, answers, follow-ups, in order."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="exchanges")
    position = models.PositiveIntegerField(_("position"))

    class Meta:
        verbose_name = _("exchange")
        verbose_name_plural = _("exchanges")
        ordering = ("event", "position")
        constraints = (
            models.UniqueConstraint(fields=("event", "position"), name="exchange_position_once"),
            models.CheckConstraint(condition=Q(position__gt=0), name="exchange_position_from_one"),
        )

    def __str__(self) -> str:
        return f"{self.event} · {self.position}"


class TurnQuerySet(models.QuerySet["Turn"]):
    def current(self) -> TurnQuerySet:
        """Those that stand in their event today."""
        return self.filter(state=Turn.State.CURRENT)

    def published(self) -> TurnQuerySet:
        """Those that readers may see now."""
        return self.current().filter(event__state=Event.State.PUBLISHED, event__published_at__lte=timezone.now())

    def by(self, person: Person) -> TurnQuerySet:
        return self.filter(speaker=person)

    def in_order(self) -> TurnQuerySet:
        return self.order_by("event_id", "position")

    def with_names(self) -> TurnQuerySet:
        """Joined with what every page shows of a turn."""
        return self.select_related("event__series", "speaker", "affiliation")


class Turn(models.Model):
    """One speaker's uninterrupted text, under an id that stays with it for ever."""

    class State(models.TextChoices):
        CURRENT = "current", _("current")
        REMOVED = "removed", _("removed")
        MERGED = "merged", _("merged into another")

    KINDS = [(str(kind), kind.value.capitalize()) for kind in TurnKind]

    public_id = models.CharField(_("id"), max_length=ID_LENGTH, unique=True, default=new_public_id, editable=False)
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="turns")
    exchange = models.ForeignKey(Exchange, null=True, blank=True, on_delete=models.SET_NULL, related_name="turns")
    position = models.PositiveIntegerField(_("position"))
    kind = models.CharField(_("kind"), max_length=10, choices=KINDS)
    label = models.CharField(
        _("label"), max_length=500, blank=True, help_text=_("As printed before the text, without its colon.")
    )
    text = models.TextField(_("text"), help_text=_("To the letter. A blank line begins a new paragraph."))
    speaker = models.ForeignKey(
        Person, verbose_name=_("speaker"), null=True, blank=True, on_delete=models.PROTECT, related_name="turns"
    )
    role = models.CharField(
        _("role"), max_length=300, blank=True, help_text=_("The speaker's office at the time, as printed.")
    )
    affiliation = models.ForeignKey(
        Organization,
        verbose_name=_("outlet"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="turns",
        help_text=_("The outlet or body that the speaker spoke for."),
    )
    start = models.FloatField(_("start in the recording"), null=True, blank=True, help_text=_("In seconds."))
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.CURRENT)
    added_at = models.DateTimeField(_("added"), default=timezone.now, editable=False, db_index=True)
    merged_into = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged")

    objects = TurnQuerySet.as_manager()

    class Meta:
        verbose_name = _("turn")
        verbose_name_plural = _("turns")
        ordering = ("event", "position")
        constraints = (
            models.UniqueConstraint(
                fields=("event", "position"), condition=Q(state="current"), name="turn_position_once"
            ),
            models.CheckConstraint(condition=Q(kind__in=[str(kind) for kind in TurnKind]), name="turn_kind_known"),
            models.CheckConstraint(condition=Q(state__in=["current", "removed", "merged"]), name="turn_state_known"),
            models.CheckConstraint(condition=~Q(text=""), name="turn_has_text"),
            models.CheckConstraint(condition=Q(position__gt=0), name="turn_position_from_one"),
            models.CheckConstraint(
                condition=Q(state="merged", merged_into__isnull=False) | (~Q(state="merged") & Q(merged_into=None)),
                name="turn_merged_has_target",
            ),
            models.CheckConstraint(condition=Q(public_id__regex=r"^[0-9a-hjkmnp-tv-z]{8}$"), name="turn_id_form"),
        )

    def __str__(self) -> str:
        return f"{self.public_id} · {self.label or self.get_kind_display()}"

    def get_absolute_url(self) -> str:
        return reverse("turn", args=[self.public_id])

    @property
    def paragraphs(self) -> list[str]:
        return self.text.split("\n\n")
