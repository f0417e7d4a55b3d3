"""Publish, publish at a time to come, and withdraw: one event, or several from the list."""

from __future__ import annotations

from collections.abc import Iterable

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from transcripts.admin.fields import moment_field
from transcripts.admin.indexed import tell_index
from transcripts.admin.permissions import may_publish, need
from transcripts.admin.saving import embargo_refusal, saved_message
from transcripts.models import Event
from transcripts.publishing import CannotPublish, publish_event, withdraw_event

WITHDRAW_PAGE = "admin/transcripts/event/withdraw.html"


class EmbargoForm(forms.Form):
    publish_at = moment_field()


class WithdrawForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Readers who follow an old link are shown it."),
    )


def publish(pages: ModelAdmin, request: HttpRequest, event: Event) -> HttpResponse:
    """Publish one event: now, or with `do=embargo` at `publish_at`."""
    need(may_publish(request))
    form = EmbargoForm(request.POST)
    moment = form.cleaned_data["publish_at"] if form.is_valid() else None
    later = request.POST.get("do") == "embargo"
    refusal = _public_already(event) or (embargo_refusal(moment) if later else "")
    if not refusal:
        refusal = _publish(pages, request, event, moment if later else None)
    if refusal:
        messages.error(request, refusal)
    else:
        messages.success(request, saved_message(event))
    return HttpResponseRedirect(reverse("admin:transcripts_event_change", args=[event.pk]))


def _public_already(event: Event) -> str:
    """Publishing again would forget since when readers have seen it."""
    return _("It is published already.") if event.is_public else ""


def publish_all(pages: ModelAdmin, request: HttpRequest, events: Iterable[Event]) -> None:
    """Publish those that are not, and say how many, and which could not be."""
    need(may_publish(request))
    done = 0
    for event in events:
        refusal = "" if event.is_public else _publish(pages, request, event, None)
        if refusal:
            messages.error(request, f"{event}: {refusal}")
        else:
            done += not refusal
    messages.success(request, ngettext("%d event is public.", "%d events are public.", done) % done)


def _publish(pages: ModelAdmin, request: HttpRequest, event: Event, moment) -> str:
    try:
        publish_event(event, at=moment, by=request.user)
    except CannotPublish as error:
        return str(error)
    tell_index(request)
    pages.log_change(request, event, _("Published."))
    return ""


def withdraw(pages: ModelAdmin, request: HttpRequest, events: list[Event], *, back: str, confirmed: bool):
    """Ask for the reason; with it, take the events from readers' sight."""
    need(may_publish(request))
    form = WithdrawForm(request.POST if confirmed else None)
    if not form.is_valid():
        context = {
            **pages.admin_site.each_context(request),
            "title": _("Withdraw"),
            "opts": pages.opts,
            "events": events,
            "form": form,
            "back": back,
        }
        return TemplateResponse(request, WITHDRAW_PAGE, context)
    for event in events:
        withdraw_event(event, reason=form.cleaned_data["reason"])
        pages.log_change(request, event, _("Withdrawn: %s") % form.cleaned_data["reason"])
    tell_index(request)
    message = ngettext("%d event is withdrawn.", "%d events are withdrawn.", len(events))
    messages.success(request, message % len(events))
    return HttpResponseRedirect(back)
