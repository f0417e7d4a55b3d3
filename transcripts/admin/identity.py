"""The doors to the pages on who is who: from the list of people or outlets, and from the page of one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from transcripts.admin.joining import door, join, part_again
from transcripts.admin.parting import part
from transcripts.admin.permissions import need
from transcripts.admin.who_is_who import undecided, who_is_who
from transcripts.merging import merges_of


class IdentityPages(admin.ModelAdmin):
    """Whoever may change people, or outlets, may say who is who: it is recorded, and undone by a click."""

    actions = ("merge_selected",)
    change_form_template = "admin/transcripts/named/change.html"
    change_list_template = "admin/transcripts/named/list.html"

    def get_urls(self) -> list[URLPattern]:
        def page(view: Callable[..., HttpResponse], route: str, name: str) -> URLPattern:
            return path(route, self.admin_site.admin_view(view), name=f"transcripts_{self.opts.model_name}_{name}")

        return [
            page(self.who_view, "who-is-who/", "who"),
            page(self.merge_view, "merge/", "merge"),
            page(require_POST(self.undo_view), "merges/<int:merge_id>/undo/", "undo"),
            page(self.turns_view, "<int:number>/turns/", "turns"),
            *super().get_urls(),
        ]

    def who_view(self, request: HttpRequest) -> HttpResponse:
        need(self.has_change_permission(request))
        return who_is_who(self, request)

    def merge_view(self, request: HttpRequest) -> HttpResponse:
        need(self.has_change_permission(request))
        return join(self, request)

    def undo_view(self, request: HttpRequest, merge_id: int) -> HttpResponse:
        need(self.has_change_permission(request))
        return part_again(self, request, merge_id)

    def turns_view(self, request: HttpRequest, number: int) -> HttpResponse:
        need(self.has_change_permission(request))
        return part(self, request, get_object_or_404(self.model, pk=number))

    @admin.action(description=gettext_lazy("Merge the two selected …"), permissions=["change"])
    def merge_selected(self, request: HttpRequest, bearers: QuerySet) -> HttpResponse | None:
        chosen = list(bearers.order_by("pk")[:3])
        if len(chosen) != 2:
            messages.error(request, _("Tick two to merge, no more and no fewer."))
            return None
        one, other = chosen
        return HttpResponseRedirect(f"{door(one, 'merge', of_one=False)}?one={one.pk}&other={other.pk}")

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        decides = {"decides": self.has_change_permission(request), "undecided": undecided(self.model).count()}
        return super().changelist_view(request, {**decides, **(extra_context or {})})

    def change_view(self, request: HttpRequest, object_id: str, form_url: str = "", extra_context=None) -> HttpResponse:
        bearer = self.get_object(request, unquote(object_id))
        merges = {"merges": merges_of(bearer)} if bearer else {}
        return super().change_view(request, object_id, form_url, {**merges, **(extra_context or {})})
