"""The page of one event: its fields and its turns in order, changed together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from transcripts.admin import meanwhile, pairing, unsaved
from transcripts.admin.event_form import EventForm, as_it_stands
from transcripts.admin.indexed import tell_index
from transcripts.admin.meanwhile import ChangedMeanwhile, Meeting, base_of, fingerprint
from transcripts.admin.pairing import Said
from transcripts.admin.permissions import may_change, may_publish, need
from transcripts.admin.saving import saved_message
from transcripts.admin.submission import unbroken
from transcripts.admin.turn_forms import BaseTurnFormSet, turn_forms
from transcripts.models import Event
from transcripts.projection import transcript_of
from transcripts.publishing import CannotPublish, correct_event, is_discardable, mark_stale
from transcripts.text.formats import canonical
from transcripts.text.transcript import Transcript

PAGE = "admin/transcripts/event/correct.html"


@dataclass(slots=True)
class Work:
    """What the page shows: the fields and rows, and what both began from; a pairing or a meeting to settle first."""

    form: EventForm
    rows: BaseTurnFormSet
    begun: Transcript
    paired: pairing.Shown | None = None
    meeting: Meeting | None = None
    put_together: bool = False


def correct(pages: ModelAdmin, request: HttpRequest, event: Event) -> HttpResponse:
    """GET shows the event as it stands; POST saves every change in it as one correction."""
    before = as_it_stands(event)
    data = request.POST if request.method == "POST" else None
    need(data is None or may_change(request, event))
    begun = _begun(event, data, before)
    work = Work(EventForm(data, instance=event), turn_forms((begun or before).turns, data), begun or before)
    if data is not None and work.form.is_valid() and work.rows.is_valid():
        if begun is None:
            work.form.add_error(None, meanwhile.NOT_TO_BE_COMPARED)
        elif _settled(request, work, before) and _save(request, work):
            return _done(pages, request, event, work.form, work.rows)
    return TemplateResponse(request, PAGE, _context(pages, request, work))


def _begun(event: Event, data: Mapping[str, str] | None, before: Transcript) -> Transcript | None:
    """What the editor had opened; None where nobody knows it any more."""
    if data is None or data.get("fingerprint") == fingerprint(before):
        return before
    return base_of(event, unbroken(data.get("base", "")), data.get("fingerprint", ""))


def _written(work: Work) -> Transcript:
    return replace(work.begun, **work.form.described(), turns=work.rows.turns(work.begun.turns))


def _settled(request: HttpRequest, work: Work, before: Transcript) -> bool:
    """Whether it can be saved: nobody has changed the event meanwhile, and the editor has seen what ids become."""
    after = _written(work)
    if work.begun != before:
        _meet(request, work, before, after)
        return False
    said = Said.of(request.POST)
    text = "\n\n".join(turn.text for turn in after.turns)
    try:
        if said.turns and said.text != pairing.text_digest(text):
            raise ValueError(_(pairing.CHANGED_TEXT))
        repaired = pairing.repaired(after, said, work.form.instance)
    except ValueError as error:
        work.form.add_error(None, str(error))
        repaired = after
    work.paired = pairing.show(work.form.instance, repaired, said, text=text)
    return _seen(request, work, said, repaired)


def _seen(request: HttpRequest, work: Work, said: Said, repaired: Transcript) -> bool:
    refusal = pairing.refusal(work.paired, said, as_stored(work.form.instance))
    if not refusal and not work.form.errors and request.POST.get("do") != "preview":
        return True
    if refusal:
        work.form.add_error(None, refusal)
    if said.turns:
        work.rows = turn_forms(repaired.turns, was=work.rows.was())
    return False


def _meet(request: HttpRequest, work: Work, before: Transcript, mine: Transcript) -> None:
    work.meeting = meanwhile.meet(work.form.instance, work.begun, before, mine, request.POST)
    if canonical.is_valid(mine):
        sent = {"text": canonical.write(mine), "note": request.POST.get("note", "")}
        unsaved.keep(request, work.form.instance, {**sent, **meanwhile.begun_from(work.begun)})
    if request.POST.get("do") != "merge":
        work.form.add_error(None, meanwhile.CHANGED_MEANWHILE)
    elif not work.meeting.settled:
        work.form.add_error(None, _("Choose a wording for each turn and field that both of you have changed."))
    else:
        merged = work.meeting.merged.transcript
        work.form.say(merged)
        work.rows, work.begun, work.put_together = turn_forms(merged.turns), before, True


def as_stored(event: Event) -> Event:
    """The event from the database: a form has written what was typed into its instance."""
    return Event.objects.get(pk=event.pk)


def _save(request: HttpRequest, work: Work) -> bool:
    """Whether it was saved; where it was not, the form says why."""
    given = {"note": request.POST.get("note", ""), "merged": Said.of(request.POST).merged}
    try:
        with transaction.atomic():
            store(
                work.form.instance.pk,
                _written(work),
                apart=work.form.apart(),
                by=request.user,
                began_from=fingerprint(work.begun),
                **given,
            )
    except CannotPublish as error:
        work.form.add_error(None, str(error))
        return False
    except ChangedMeanwhile:
        work.form.add_error(None, meanwhile.CHANGED_SINCE)
        return False
    unsaved.forget(request, work.form.instance)
    tell_index(request)
    return True


def store(
    pk: int,
    transcript: Transcript,
    *,
    apart: dict[str, Any],
    by,
    note: str,
    began_from: str,
    merged: Mapping[str, str] | None = None,
) -> None:
    """Correct the event, and set what belongs to the archive alone. Call it inside a transaction.

    Raises ChangedMeanwhile when the event is not what the editor began from, by its `fingerprint`, and CannotPublish.
    """
    # Afresh, and not the form's instance: the correction compares with what the database says.
    event = Event.objects.select_for_update().get(pk=pk)
    if fingerprint(transcript_of(event)) != began_from:
        raise ChangedMeanwhile
    moved = any(getattr(event, name) != value for name, value in apart.items())
    for name, value in apart.items():
        setattr(event, name, value)
    correct_event(event, transcript, merged=merged, by=by, note=note[:500])
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
    messages.success(request, saved_message(as_stored(event)))
    return HttpResponseRedirect(reverse("admin:transcripts_event_change", args=[event.pk]))


def _context(pages: ModelAdmin, request: HttpRequest, work: Work) -> dict[str, Any]:
    event = as_stored(work.form.instance)
    return {
        **pages.admin_site.each_context(request),
        "title": event.title,
        "opts": pages.opts,
        "event": event,
        "form": work.form,
        "rows": work.rows,
        "paired": work.paired,
        "meeting": None if work.put_together else work.meeting,
        "put_together": work.put_together,
        "doubled": work.meeting.doubled if work.put_together else (),
        "media": pages.media + work.form.media,
        **meanwhile.begun_from(work.begun),
        "unsaved": request.method != "POST" and unsaved.kept(request, event),
        "may_change": may_change(request, event),
        "may_publish": may_publish(request),
        "may_delete": pages.has_delete_permission(request, event),
        "never_public": is_discardable(event),
        "sources": event.sources.select_related("received_by"),
        "revisions": event.revisions.select_related("created_by").defer("transcript"),
    }
