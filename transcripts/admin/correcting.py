"""The page of one event: its fields and its turns in order, changed together."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from transcripts.admin.event_form import EventForm, as_it_stands
from transcripts.admin.indexed import tell_index
from transcripts.admin.permissions import may_change, may_publish, need
from transcripts.admin.saving import saved_message
from transcripts.admin.turn_forms import BaseTurnFormSet, turn_forms
from transcripts.models import Event
from transcripts.publishing import CannotPublish, correct_event, is_discardable, mark_stale
from transcripts.text.formats import json
from transcripts.text.transcript import Transcript

PAGE = "admin/transcripts/event/correct.html"
CHANGED_MEANWHILE = (
    "Somebody else has changed this event since you opened it. Nothing of yours is saved: open the page again in "
    "another tab, and put your changes in there."
)


def correct(pages: ModelAdmin, request: HttpRequest, event: Event) -> HttpResponse:
    """GET shows the event as it stands; POST saves every change in it as one correction."""
    before = as_it_stands(event)
    data = request.POST if request.method == "POST" else None
    need(data is None or may_change(request, event))
    form = EventForm(data, instance=event)
    rows = turn_forms(before.turns, data)
    if data is not None and form.is_valid() and rows.is_valid():
        refusal = _save(request, form, rows, before)
        if not refusal:
            return _done(pages, request, event, form, rows)
        form.add_error(None, refusal)
    return TemplateResponse(request, PAGE, _context(pages, request, form, rows, before))


def fingerprint(transcript: Transcript) -> str:
    """Whether two editors look at the same text: the SHA-256 of it, in hexadecimal."""
    return hashlib.sha256(json.write(transcript).encode()).hexdigest()


def _save(request: HttpRequest, form: EventForm, rows: BaseTurnFormSet, before: Transcript) -> str:
    """Why it was not saved, as a sentence; empty when it was."""
    if request.POST.get("fingerprint") != fingerprint(before):
        return _(CHANGED_MEANWHILE)
    after = replace(before, **form.described(), turns=rows.turns(before.turns))
    try:
        with transaction.atomic():
            store(form.instance.pk, after, apart=form.apart(), by=request.user, note=request.POST.get("note", ""))
    except CannotPublish as error:
        return str(error)
    tell_index(request)
    return ""


def store(pk: int, transcript: Transcript, *, apart: dict[str, Any], by, note: str) -> None:
    """Correct the event, and set what belongs to the archive alone. Call it inside a transaction."""
    # Afresh, and not the form's instance: the correction compares with what the database says.
    event = Event.objects.select_for_update().get(pk=pk)
    moved = any(getattr(event, name) != value for name, value in apart.items())
    for name, value in apart.items():
        setattr(event, name, value)
    correct_event(event, transcript, by=by, note=note[:500])
    if moved and event.state == Event.State.PUBLISHED:
        mark_stale(event)


def _done(
    pages: ModelAdmin, request: HttpRequest, event: Event, form: EventForm, rows: BaseTurnFormSet
) -> HttpResponse:
    changed = sum(row.has_changed() for row in rows.forms)
    fields = [str(form.fields[name].label or name) for name in form.changed_data]
    pages.log_change(
        request,
        event,
        _("Turns changed: %(turns)s. Fields changed: %(fields)s.")
        % {
            "turns": changed,
            "fields": ", ".join(fields) or "–",
        },
    )
    messages.success(request, saved_message(Event.objects.get(pk=event.pk)))
    return HttpResponseRedirect(reverse("admin:transcripts_event_change", args=[event.pk]))


def _context(
    pages: ModelAdmin, request: HttpRequest, form: EventForm, rows: BaseTurnFormSet, before: Transcript
) -> dict[str, Any]:
    # The form has written what was typed into its instance: the head of the page tells what is stored.
    event = Event.objects.get(pk=form.instance.pk)
    return {
        **pages.admin_site.each_context(request),
        "title": event.title,
        "opts": pages.opts,
        "event": event,
        "form": form,
        "rows": rows,
        "media": pages.media + form.media,
        "fingerprint": request.POST.get("fingerprint") or fingerprint(before),
        "may_change": may_change(request, event),
        "may_publish": may_publish(request),
        "may_delete": pages.has_delete_permission(request, event),
        "never_public": is_discardable(event),
        "sources": event.sources.select_related("received_by"),
        "revisions": event.revisions.select_related("created_by").defer("transcript"),
    }
