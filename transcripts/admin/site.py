"""The editors' site: its name, and what its first page tells of."""

from __future__ import annotations

from operator import itemgetter
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.admin import AdminSite
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

SHOWN = 12


class ArchiveSite(AdminSite):
    site_header = settings.SITE_NAME
    site_title = settings.SITE_NAME
    index_title = _("The editors’ desk")

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        desk = _desk() if request.user.has_perm("transcripts.view_event") else {}
        return super().index(request, {**desk, **(extra_context or {})})


def _desk() -> dict[str, Any]:
    """What waits for somebody, and what went out last. Six queries, whatever the archive holds."""
    event, revision = apps.get_model("transcripts.Event"), apps.get_model("transcripts.Revision")
    drafts = event.objects.filter(state=event.State.DRAFT)
    embargoed = event.objects.filter(state=event.State.PUBLISHED, published_at__gt=timezone.now())
    return {
        "drafts": drafts.select_related("series").order_by("-updated_at")[:SHOWN],
        "draft_count": drafts.count(),
        "undecided": list(filter(itemgetter("count"), map(_undecided, ("person", "organization")))),
        "embargoed": embargoed.order_by("published_at")[:SHOWN],
        "latest_revisions": revision.objects.select_related("event", "created_by")
        .defer("transcript")
        .order_by("-created_at")[:SHOWN],
    }


def _undecided(kind: str) -> dict[str, Any]:
    """How many people or outlets editors are asked about, and where."""
    bearer = apps.get_model(f"transcripts.{kind}")
    asked = bearer.objects.filter(merged_into=None, proposals__state="open").distinct()
    name = bearer._meta.verbose_name_plural  # noqa: SLF001 - Django's documented door
    return {"name": name, "count": asked.count(), "page": reverse(f"admin:transcripts_{kind}_who")}
