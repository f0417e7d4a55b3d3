"""An earlier revision of an event comes again: what that would change is shown first."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from transcripts.admin.event_form import as_it_stands
from transcripts.admin.indexed import tell_index
from transcripts.admin.meanwhile import fingerprint, named_changes
from transcripts.admin.permissions import may_publish, need
from transcripts.models import Event, Revision
from transcripts.publishing import CannotPublish, restore_revision
from transcripts.text.comparing import compare
from transcripts.text.formats import json
from transcripts.text.transcript import Transcript

PAGE = "admin/transcripts/event/restore.html"


def restore(pages: ModelAdmin, request: HttpRequest, event: Event, number: int) -> HttpResponse:
    """GET shows what restoring the revision would change; POST restores it, if that is still so."""
    need(may_publish(request))
    revision = get_object_or_404(event.revisions, number=number)
    now = as_it_stands(event)
    if request.method == "POST" and _restored(pages, request, event, revision, now):
        return HttpResponseRedirect(reverse("admin:transcripts_event_change", args=[event.pk]))
    return _page(pages, request, event, revision, now)


def _restored(pages: ModelAdmin, request: HttpRequest, event: Event, revision: Revision, now: Transcript) -> bool:
    if request.POST.get("fingerprint") != fingerprint(now):
        messages.error(request, _("The event has changed since this was shown. Look at it again, then restore."))
        return False
    try:
        made = restore_revision(revision, by=request.user)
    except CannotPublish as error:
        messages.error(request, str(error))
        return False
    tell_index(request)
    pages.log_change(request, event, _("Revision %d restored.") % revision.number)
    messages.success(request, _told(revision, made))
    return True


def _told(revision: Revision, made: Revision | None) -> str:
    facts = {"old": revision.number, "new": made.number if made else 0}
    if made:
        return _("Revision %(old)d is restored, as revision %(new)d.") % facts
    return _("Revision %(old)d is restored. Readers see it when the event is published again.") % facts


def _page(
    pages: ModelAdmin, request: HttpRequest, event: Event, revision: Revision, now: Transcript
) -> TemplateResponse:
    then = json.parse(revision.transcript)
    changed = compare(now, then)
    newest = event.revisions.order_by("-number").first()
    context = {
        **pages.admin_site.each_context(request),
        "title": _("Restore revision %d") % revision.number,
        "opts": pages.opts,
        "event": event,
        "media": pages.media,
        "revision": revision,
        "fields": changed.fields,
        "changes": named_changes(changed),
        "fingerprint": fingerprint(now),
        "unpublished": newest is not None and json.parse(newest.transcript) != now,
    }
    return TemplateResponse(request, PAGE, context)
