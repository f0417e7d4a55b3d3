"""The whole transcript of an event as one text, to change and to see what becomes of each turn's address."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from transcripts.admin.correcting import CHANGED_MEANWHILE, fingerprint, store
from transcripts.admin.event_form import as_it_stands
from transcripts.admin.indexed import tell_index
from transcripts.admin.permissions import may_change, need
from transcripts.admin.saving import saved_message
from transcripts.admin.submission import unbroken
from transcripts.admin.understood import understand
from transcripts.models import Event
from transcripts.publishing import CannotPublish
from transcripts.text.formats import canonical
from transcripts.text.transcript import Transcript, UnreadableSource

PAGE = "admin/transcripts/event/as_text.html"
ANSWER = "admin/transcripts/parts/as_text_answer.html"


class TextForm(forms.Form):
    text = forms.CharField(
        label=gettext_lazy("Transcript"),
        strip=False,
        widget=forms.Textarea(attrs={"rows": 30, "spellcheck": "false"}),
        help_text=gettext_lazy("Fields, a blank line, then the turns. Ctrl+Enter previews."),
    )
    note = forms.CharField(label=gettext_lazy("Note on the change"), required=False, max_length=500)
    fingerprint = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean_text(self) -> str:
        return unbroken(self.cleaned_data["text"])


def edit_as_text(pages: ModelAdmin, request: HttpRequest, event: Event) -> HttpResponse:
    """GET shows the text; POST previews (`do=preview`) or saves (`do=save`) it."""
    need(may_change(request, event))
    before = as_it_stands(event)
    if request.method != "POST":
        return _opened(pages, request, event, before)
    form = TextForm(request.POST)
    text = unbroken(request.POST.get("text", ""))
    transcript = read_text(form)
    if transcript and request.POST.get("do") == "save" and save_text(request, event, form, transcript, before):
        pages.log_change(request, event, _("Changed as text."))
        messages.success(request, saved_message(Event.objects.get(pk=event.pk)))
        return HttpResponseRedirect(reverse("admin:transcripts_event_change", args=[event.pk]))
    shown = understand(transcript, text, before.turns) if transcript else None
    return _page(pages, request, event, form, shown)


def _opened(pages: ModelAdmin, request: HttpRequest, event: Event, before: Transcript) -> HttpResponse:
    if not canonical.is_valid(before):
        messages.warning(
            request,
            _("A turn of this event holds characters that a text of all turns cannot show. Change its rows here."),
        )
        return HttpResponseRedirect(reverse("admin:transcripts_event_change", args=[event.pk]))
    form = TextForm(initial={"text": canonical.write(before), "fingerprint": fingerprint(before)})
    return _page(pages, request, event, form)


def read_text(form: TextForm) -> Transcript | None:
    """The transcript in the box; None, with the error at the field, where there is none in it."""
    if not form.is_valid():
        return None
    try:
        return canonical.parse(form.cleaned_data["text"])
    except (UnreadableSource, ValueError) as error:
        form.add_error("text", str(error))
        return None


def save_text(request: HttpRequest, event: Event, form: TextForm, transcript: Transcript, before: Transcript) -> bool:
    """Whether it was saved; where it was not, the form says why."""
    if form.cleaned_data["fingerprint"] != fingerprint(before):
        form.add_error(None, _(CHANGED_MEANWHILE))
        return False
    try:
        with transaction.atomic():
            store(event.pk, transcript, apart={}, by=request.user, note=form.cleaned_data["note"])
    except CannotPublish as error:
        form.add_error("text", str(error))
        return False
    tell_index(request)
    return True


def _page(
    pages: ModelAdmin, request: HttpRequest, event: Event, form: TextForm, understood: Any = None
) -> TemplateResponse:
    context = {
        **pages.admin_site.each_context(request),
        "title": _("Edit as text"),
        "opts": pages.opts,
        "event": event,
        "form": form,
        "media": pages.media,
        "understood": understood,
        "in_box": True,
    }
    return TemplateResponse(request, ANSWER if request.htmx else PAGE, context)
