"""People and organizations, with the names that they are printed under."""

from __future__ import annotations

from functools import partial
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from transcripts.admin.identity import IdentityPages
from transcripts.admin.indexed import tell_index
from transcripts.identities import OUTLETS, PEOPLE, answer_to_its_name, bearers_named
from transcripts.models import Organization, OrganizationAlias, Person, PersonAlias
from transcripts.models.people import name_key
from transcripts.publishing import mark_stale_where_named


class NamedForm(forms.ModelForm):
    def clean_name(self) -> str:
        name = self.cleaned_data["name"]
        if not name_key(name):
            raise ValidationError(_("A name has letters or digits. Write it as it is printed."))
        named = bearers_named(name, type(self.instance))
        other = next((one for one in named if one.pk != self.instance.pk), None)
        if other and "name" in self.changed_data and self.instance not in named:
            raise ValidationError(_("“%(name)s” is already a name of “%(bearer)s”."), params=_taken(name, other))
        return name


class AliasForm(forms.ModelForm):
    """A name that leads to another is refused: two people of one name come from parting the turns of one."""

    def clean_name(self) -> str:
        name = self.cleaned_data["name"]
        key = name_key(name)
        if not key:
            raise ValidationError(_("A name has letters or digits. Write it as it is printed."))
        other = self._other_named(name)
        if other and name_key(self.initial.get("name", "")) != key:
            raise ValidationError(_("“%(name)s” is already a name of “%(bearer)s”."), params=_taken(name, other))
        return name

    def _other_named(self, name: str) -> Person | Organization | None:
        family = PEOPLE if isinstance(self.instance, PersonAlias) else OUTLETS
        own = getattr(self.instance, f"{family.field}_id")
        return next((one for one in bearers_named(name, family.bearer) if one.pk != own), None)


def _taken(name: str, bearer: Person | Organization) -> dict[str, str]:
    return {"name": name, "bearer": bearer.name}


class AliasFormSet(forms.BaseInlineFormSet):
    def clean(self) -> None:
        super().clean()
        keys = [name_key(row.cleaned_data.get("name", "")) for row in self.forms if row not in self.deleted_forms]
        named = [key for key in keys if key]
        if len(named) != len(set(named)):
            raise ValidationError(_("Two of these are the same name but for case, accents or punctuation. Keep one."))


class AliasInline(admin.TabularInline):
    form = AliasForm
    formset = AliasFormSet
    fields = ("name",)
    extra = 1
    verbose_name = gettext_lazy("other name, as printed")
    verbose_name_plural = gettext_lazy("names it is printed under")


class PersonAliasInline(AliasInline):
    model = PersonAlias


class OrganizationAliasInline(AliasInline):
    model = OrganizationAlias


class NamedAdmin(IdentityPages):
    form = NamedForm
    list_display = ("name", "turns_shown", "merged_into")
    list_select_related = ("merged_into",)
    search_fields = ("name", "aliases__name")
    ordering = ("name",)
    search_help_text = gettext_lazy("Search by any name.")
    readonly_fields = ("merged_into",)
    fields = ("name", "slug", "merged_into")
    prepopulated_fields = {"slug": ("name",)}

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        counted = Count("turns", filter=Q(turns__state="current"), distinct=True)
        return super().get_queryset(request).annotate(turn_count=counted)

    @admin.display(description=gettext_lazy("turns"), ordering="turn_count")
    def turns_shown(self, bearer: Person | Organization) -> int:
        return bearer.turn_count

    def get_readonly_fields(self, request: HttpRequest, obj=None) -> tuple[str, ...]:  # noqa: ARG002 - Django’s signature
        """An address, once given, stays: links lead to it."""
        return (*self.readonly_fields, "slug") if obj else self.readonly_fields

    def get_prepopulated_fields(self, request: HttpRequest, obj=None) -> dict[str, Any]:  # noqa: ARG002
        return {} if obj else self.prepopulated_fields

    def has_delete_permission(self, request: HttpRequest, obj=None) -> bool:
        """Only one who says nothing anywhere: an address that readers may have is not taken away."""
        return super().has_delete_permission(request, obj) and obj is not None and not obj.turns.exists()

    def save_model(self, request: HttpRequest, obj, form: forms.ModelForm, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if "name" in form.changed_data and change:
            mark_stale_where_named(obj)
            transaction.on_commit(partial(tell_index, request))

    def save_related(self, request: HttpRequest, form: forms.ModelForm, formsets, change: bool) -> None:
        """Whatever aliases were taken away, the name itself goes on leading to its bearer."""
        super().save_related(request, form, formsets, change)
        if not form.instance.merged_into:
            answer_to_its_name(form.instance)


@admin.register(Person)
class PersonAdmin(NamedAdmin):
    inlines = (PersonAliasInline,)


@admin.register(Organization)
class OrganizationAdmin(NamedAdmin):
    inlines = (OrganizationAliasInline,)
