"""Who spoke, and for whom. A person's outlet and office belong to the turn: people change jobs."""

from __future__ import annotations

from django.db import models
from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from transcripts.text.naming import name_key

__all__ = [
    "Named",
    "NamedQuerySet",
    "Organization",
    "OrganizationAlias",
    "OrganizationClue",
    "Person",
    "PersonAlias",
    "PersonClue",
    "name_key",
]


class NamedQuerySet(models.QuerySet):
    def heard(self) -> NamedQuerySet:
        """Those with turns that readers may see, each with how many (`turn_count`) and in how many events."""
        shown = Q(
            turns__state="current",
            turns__event__state="published",
            turns__event__published_at__lte=timezone.now(),
        )
        return self.annotate(
            turn_count=Count("turns", filter=shown, distinct=True),
            event_count=Count("turns__event", filter=shown, distinct=True),
        ).filter(turn_count__gt=0)


class Named(models.Model):
    """A bearer of a name, with other names it is printed under, which may turn out to be another such bearer."""

    slug = models.SlugField(_("slug"), max_length=100, unique=True, allow_unicode=True)
    name = models.CharField(_("name"), max_length=300)
    merged_into = models.ForeignKey(
        "self",
        verbose_name=_("merged into"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="merged",
        help_text=_("Set where this turned out to be the same as another: its address redirects there."),
    )

    objects = NamedQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ("name",)
        constraints = (
            models.CheckConstraint(condition=~Q(name=""), name="%(class)s_has_name"),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=models.F("pk")),
                name="%(class)s_not_merged_into_itself",
            ),
        )

    def __str__(self) -> str:
        return self.name

    def standing(self) -> Named:
        """Who this turned out to be in the end: itself, where it was merged into nobody. A query a step."""
        bearer = self
        while bearer.merged_into:
            bearer = bearer.merged_into
        return bearer


class Person(Named):
    class Meta(Named.Meta):
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def get_absolute_url(self) -> str:
        return reverse("person", args=[self.slug])


class Organization(Named):
    class Meta(Named.Meta):
        verbose_name = _("organization")
        verbose_name_plural = _("organizations")

    def get_absolute_url(self) -> str:
        return reverse("outlet", args=[self.slug])


class Alias(models.Model):
    """A name as printed. `key` is what is compared; two people of one name each have it."""

    name = models.CharField(_("name"), max_length=300)
    key = models.CharField(max_length=300, db_index=True, editable=False)

    class Meta:
        abstract = True
        ordering = ("name",)
        verbose_name = _("alias")
        verbose_name_plural = _("aliases")

    def __str__(self) -> str:
        return self.name

    def clean_fields(self, exclude=None) -> None:
        self.key = name_key(self.name)
        super().clean_fields(exclude=exclude)


class PersonAlias(Alias):
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="aliases")

    class Meta(Alias.Meta):
        constraints = (models.UniqueConstraint(fields=("person", "key"), name="person_alias_once"),)


class OrganizationAlias(Alias):
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="aliases")

    class Meta(Alias.Meta):
        constraints = (models.UniqueConstraint(fields=("organization", "key"), name="organization_alias_once"),)


class Clue(models.Model):
    """What an alias has in common with other names of its bearer (`transcripts.text.naming`), to look it up by."""

    key = models.CharField(max_length=100, db_index=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.key


class PersonClue(Clue):
    alias = models.ForeignKey(PersonAlias, on_delete=models.CASCADE, related_name="clues")


class OrganizationClue(Clue):
    alias = models.ForeignKey(OrganizationAlias, on_delete=models.CASCADE, related_name="clues")
