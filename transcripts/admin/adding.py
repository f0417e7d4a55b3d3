"""The page "Add a transcript": paste or upload, preview, then save or publish."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from transcripts.admin import pairing, waiting
from transcripts.admin.add_form import AddForm
from transcripts.admin.doubts import unsettled
from transcripts.admin.indexed import tell_index
from transcripts.admin.pairing import Said
from transcripts.admin.permissions import may_publish, need
from transcripts.admin.saving import Intent, refusal, save, saved_message
from transcripts.admin.submission import Submission, shown_text
from transcripts.admin.understood import understand
from transcripts.admin.versions import another_version
from transcripts.importing import earlier_version, known_event
from transcripts.models import Event
from transcripts.publishing import CannotPublish
from transcripts.text.formats import canonical
from transcripts.text.parsing import parse_source, source_text
from transcripts.text.transcript import Transcript, UnreadableSource

PAGE = "admin/transcripts/event/add.html"
ANSWER = "admin/transcripts/parts/add_answer.html"


def add_transcript(pages: ModelAdmin, request: HttpRequest) -> HttpResponse:
    """GET shows the empty form; POST previews (`do=preview`) or saves (`do=draft|publish|embargo`)."""
    need(pages.has_add_permission(request))
    if request.method != "POST":
        return _page(pages, request, AddForm())
    intent = Intent.of(request.POST.get("do", ""))
    need(not intent.publishes or may_publish(request))
    form = AddForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(pages, request, form)
    try:
        return _answer(pages, request, form, intent)
    except UnreadableSource as error:
        form.add_error("file" if form.cleaned_data["file"] else "text", str(error))
        return _page(pages, request, form)


def _answer(pages: ModelAdmin, request: HttpRequest, form: AddForm, intent: Intent) -> HttpResponse:
    submission: Submission = form.cleaned_data["submission"]
    transcript = _read(submission, form)
    if intent is not Intent.PREVIEW:
        try:
            return _saved(pages, request, form, transcript, intent)
        except (ValidationError, CannotPublish) as error:
            form.add_error(None, error.messages if isinstance(error, ValidationError) else str(error))
    return _page(pages, request, form, _preview(submission, transcript, Said.of(request.POST)))


def _read(submission: Submission, form: AddForm) -> Transcript:
    source = submission.source
    return parse_source(
        source.data, name=source.name, format="auto", defaults=form.fields_given, max_bytes=settings.MAX_SOURCE_BYTES
    )


def _preview(submission: Submission, transcript: Transcript, said: Said) -> dict[str, Any]:
    source, original = submission.source, submission.original
    known, earlier = known_event(source.data), earlier_version(transcript, source.name)
    text = source_text(source.data, source.name, settings.MAX_SOURCE_BYTES)
    return {
        "submission": submission,
        "understood": understand(transcript, text),
        # The box holds those very lines, and can be scrolled to them.
        "in_box": text == shown_text(source),
        "still_uncertain": unsettled(original, transcript) if original and canonical.is_canonical(text[:4000]) else (),
        "known": known,
        "earlier": earlier,
        "version": another_version(earlier, transcript, said) if earlier and not known else None,
    }


def _saved(
    pages: ModelAdmin, request: HttpRequest, form: AddForm, transcript: Transcript, intent: Intent
) -> HttpResponse:
    submission: Submission = form.cleaned_data["submission"]
    with transaction.atomic():
        earlier = earlier_version(transcript, submission.source.name)
        reason = refusal(form.cleaned_data, earlier, intent, may_publish=may_publish(request))
        said = Said.of(request.POST)
        reason = reason or _unseen(form, transcript, earlier, said)
        if reason:
            raise ValidationError(reason)
        event, added, warnings = save(form.cleaned_data, transcript, earlier, intent, by=request.user, said=said)
    tell_index(request)
    if added:
        pages.log_addition(request, event, [{"added": {}}])
    else:
        pages.log_change(request, event, _("Corrected by a new version of the text."))
    messages.success(request, saved_message(event))
    for warning in warnings:
        messages.warning(request, warning.message)
    return HttpResponseRedirect(reverse("admin:transcripts_event_change", args=[event.pk]))


def _unseen(form: AddForm, transcript: Transcript, earlier: Event | None, said: Said) -> str:
    """Why the addresses of the event that is corrected are to be looked at first; empty where they need not."""
    if earlier is None or form.cleaned_data["version"] != "correct":
        return ""
    version = another_version(earlier, transcript, said)
    return version.wrong or pairing.refusal(version.paired, said, earlier)


def _page(
    pages: ModelAdmin, request: HttpRequest, form: AddForm, preview: dict[str, Any] | None = None
) -> TemplateResponse:
    waits = _lay_aside(form) if preview else None
    context = {
        **pages.admin_site.each_context(request),
        **(preview or {}),
        "title": _("Add a transcript"),
        "opts": pages.opts,
        "form": form,
        "media": pages.media + form.media,
        "waits": waits,
        "may_publish": may_publish(request),
    }
    return TemplateResponse(request, ANSWER if request.htmx else PAGE, context)


def _lay_aside(form: AddForm) -> str:
    """Keep a file that was just uploaded, show its text in the box, and return the name of the file that waits."""
    submission: Submission = form.cleaned_data["submission"]
    file = submission.original or submission.source
    form.data = form.data.copy()
    form.data["seen"] = submission.source.sha256
    if form.cleaned_data["file"]:
        form.data["waiting"] = waiting.keep(file)
        form.data["text"] = shown_text(file)
    return file.name if form.data.get("waiting") else ""
