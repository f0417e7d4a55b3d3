"""Events: the list, and the doors to the pages of one."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.db.models import Count, F, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from transcripts.admin import stating
from transcripts.admin.adding import add_transcript
from transcripts.admin.as_text import edit_as_text
from transcripts.admin.correcting import correct
from transcripts.admin.filters import StateFilter
from transcripts.admin.names import names
from transcripts.admin.permissions import may_change, may_publish, need
from transcripts.admin.restoring import restore
from transcripts.admin.sides import side_by_side
from transcripts.admin.sources import download
from transcripts.models import Event
from transcripts.publishing import discard_draft, is_discardable


@admin.register(Event)
class EventAdmin(admin.ModelAdmin):
    list_display = ("title", "date", "series", "state_shown", "turns_shown")
    list_filter = (StateFilter, "series", "kind")
    list_select_related = ("series",)
    list_per_page = 50
    date_hierarchy = "date"
    ordering = (F("date").desc(nulls_last=True), "-pk")
    search_fields = ("title", "subtitle", "slug", "venue")
    search_help_text = gettext_lazy("Search by title, subtitle, address or venue.")
    actions = ("publish_selected", "withdraw_selected")
    change_list_template = "admin/transcripts/event/list.html"

    # What is asked for and by whom

    def get_queryset(self, request: HttpRequest) -> QuerySet[Event]:
        counted = Count("turns", filter=Q(turns__state="current"))
        return super().get_queryset(request).annotate(turn_count=counted)

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return may_publish(request)

    def has_change_permission(self, request: HttpRequest, obj: Event | None = None) -> bool:
        return may_change(request, obj) if obj else super().has_change_permission(request)

    def has_delete_permission(self, request: HttpRequest, obj: Event | None = None) -> bool:
        return super().has_delete_permission(request, obj) and (obj is None or is_discardable(obj))

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Without Django's own deletion of many: it does not ask whether an event was ever public."""
        return {name: action for name, action in super().get_actions(request).items() if name != "delete_selected"}

    # The list

    @admin.display(description=gettext_lazy("state"), ordering="state")
    def state_shown(self, event: Event) -> str:
        if event.is_embargoed:
            return _("under embargo until %s UTC") % date_format(event.published_at, "j F Y, H:i")
        return event.get_state_display()

    @admin.display(description=gettext_lazy("turns"), ordering="turn_count")
    def turns_shown(self, event: Event) -> int:
        return event.turn_count

    @admin.action(description=gettext_lazy("Publish the selected events"), permissions=["publish"])
    def publish_selected(self, request: HttpRequest, events: QuerySet[Event]) -> None:
        stating.publish_all(self, request, events)

    @admin.action(description=gettext_lazy("Withdraw the selected events …"), permissions=["publish"])
    def withdraw_selected(self, request: HttpRequest, events: QuerySet[Event]) -> HttpResponse:
        return stating.withdraw(
            self, request, list(events), back=request.get_full_path(), confirmed="reason" in request.POST
        )

    # The pages of one event

    def get_urls(self) -> list[URLPattern]:
        def page(view, route: str, name: str) -> URLPattern:
            return path(route, self.admin_site.admin_view(view), name=f"transcripts_event_{name}")

        return [
            page(names, "names/<str:of>/", "names"),
            page(self.text_view, "<path:object_id>/text/", "text"),
            page(self.sides_view, "<path:object_id>/sides/", "sides"),
            page(require_POST(self.publish_view), "<path:object_id>/publish/", "publish"),
            page(self.withdraw_view, "<path:object_id>/withdraw/", "withdraw"),
            page(self.restore_view, "<path:object_id>/restore/<int:number>/", "restore"),
            page(self.source_view, "<path:object_id>/sources/<int:source_id>/", "source"),
            *super().get_urls(),
        ]

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context=None) -> HttpResponse:  # noqa: ARG002 - Django's signature
        return add_transcript(self, request)

    def change_view(self, request: HttpRequest, object_id: str, form_url: str = "", extra_context=None) -> HttpResponse:  # noqa: ARG002
        return correct(self, request, self._event(request, object_id))

    def text_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        return edit_as_text(self, request, self._event(request, object_id))

    def sides_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        return side_by_side(self, request, self._event(request, object_id))

    def publish_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        return stating.publish(self, request, self._event(request, object_id))

    def withdraw_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        event = self._event(request, object_id)
        back = reverse("admin:transcripts_event_change", args=[event.pk])
        return stating.withdraw(self, request, [event], back=back, confirmed=request.method == "POST")

    def restore_view(self, request: HttpRequest, object_id: str, number: int) -> HttpResponse:
        return restore(self, request, self._event(request, object_id), number)

    def source_view(self, request: HttpRequest, object_id: str, source_id: int) -> HttpResponse:
        need(request.user.has_perm("transcripts.view_sourcefile"))
        return download(self._event(request, object_id), source_id)

    def _event(self, request: HttpRequest, object_id: str) -> Event:
        """The event of that number, for one who may see it. Raises Http404 or PermissionDenied."""
        event = self.get_object(request, unquote(object_id))
        if event is None:
            raise Http404(_("There is no event of that number. It may have been a draft that was deleted."))
        need(self.has_view_permission(request, event))
        return event

    # Drafts may go

    def get_deleted_objects(self, events, request: HttpRequest):  # noqa: ARG002 - Django's signature
        """What would go, summed up: a page with each turn of a draft helps nobody decide."""
        listed = [str(event) for event in events]
        turns = sum(event.turns.count() for event in events)
        return listed, {ngettext("turn", "turns", turns): turns}, set(), []

    def delete_model(self, request: HttpRequest, obj: Event) -> None:  # noqa: ARG002 - Django's signature
        discard_draft(obj)
