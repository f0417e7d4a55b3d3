"""Who may be who, and who turned out to be: proposals, and merges that can be undone."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from transcripts.models.events import Event
from transcripts.models.people import Organization, Person
from transcripts.text.naming import Reason


class Proposal(models.Model):
    """That a bearer, new in an event, may be a candidate that the archive had. An editor decides; nothing else does."""

    class State(models.TextChoices):
        OPEN = "open", _("open")
        ACCEPTED = "accepted", _("accepted")
        REJECTED = "rejected", _("rejected")

    REASONS = [
        (str(Reason.MIDDLE_NAME), _("the same name but for a middle name")),
        (str(Reason.INITIALS), _("initials of the same name")),
        (str(Reason.SURNAME), _("the surname alone")),
        (str(Reason.ORDER), _("the same words in another order")),
        (str(Reason.SPELLING), _("nearly the same letters")),
        (str(Reason.ABBREVIATION), _("an abbreviation of it")),
        (str(Reason.PART), _("a part of it")),
        (str(Reason.NAMESAKE), _("the same name, which several have")),
        (str(Reason.ACCENTS), _("the same name, which several have")),
        (str(Reason.TITLE), _("the same name but for a title")),
        (str(Reason.MIDDLE_INITIAL), _("the same name but for a middle initial")),
    ]

    name = models.CharField(_("name as printed"), max_length=300)
    event = models.ForeignKey(Event, verbose_name=_("event"), null=True, on_delete=models.SET_NULL, related_name="+")
    score = models.FloatField(_("likeness"), help_text=_("From 0 to 1."))
    reason = models.CharField(_("reason"), max_length=20, choices=REASONS)
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.OPEN, db_index=True)
    created_at = models.DateTimeField(_("proposed"), auto_now_add=True)
    decided_at = models.DateTimeField(_("decided"), null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        abstract = True
        ordering = ("-score", "pk")
        constraints = (
            models.UniqueConstraint(fields=("bearer", "candidate"), name="%(class)s_once"),
            models.CheckConstraint(condition=~Q(bearer=F("candidate")), name="%(class)s_of_two"),
            models.CheckConstraint(
                condition=Q(state__in=["open", "accepted", "rejected"]), name="%(class)s_state_known"
            ),
        )

    def __str__(self) -> str:
        return f"{self.bearer} = {self.candidate}?"


class PersonProposal(Proposal):
    bearer = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="proposals")
    candidate = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")


class OrganizationProposal(Proposal):
    bearer = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="proposals")
    candidate = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+")


class Merge(models.Model):
    """One bearer turned out to be another. `turns` and `aliases` are the numbers of the rows that moved with it."""

    created_at = models.DateTimeField(_("merged"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    undone_at = models.DateTimeField(_("undone"), null=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("undone by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    turns = models.JSONField(default=list)
    aliases = models.JSONField(default=list)

    class Meta:
        abstract = True
        ordering = ("-pk",)
        constraints = (
            models.CheckConstraint(condition=~Q(gone=F("kept")), name="%(class)s_of_two"),
            models.UniqueConstraint(fields=("gone",), condition=Q(undone_at=None), name="%(class)s_stands_once"),
        )

    def __str__(self) -> str:
        return f"{self.gone} → {self.kept}"


class PersonMerge(Merge):
    gone = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="merges_away")
    kept = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="merges_here")


class OrganizationMerge(Merge):
    gone = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="merges_away")
    kept = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="merges_here")
