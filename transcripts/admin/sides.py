"""Source and turns side by side. The text in its box is what will be saved; each click changes that text."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from transcripts.admin.as_text import TextForm, read_text, save_text
from transcripts.admin.doubts import Origin, about_the_whole, origins, reading_of, source_lines
from transcripts.admin.event_form import as_it_stands
from transcripts.admin.permissions import may_change, may_publish, need
from transcripts.admin.presses import TOLD, Press, TurnFields
from transcripts.admin.saving import saved_message
from transcripts.admin.stating import publish
from transcripts.admin.submission import unbroken
from transcripts.admin.understood import Shown, understand
from transcripts.models import Event
from transcripts.text.formats import canonical
from transcripts.text.transcript import Transcript

PAGE = "admin/transcripts/event/sides.html"
ANSWER = "admin/transcripts/parts/sides_answer.html"


@dataclass(frozen=True, slots=True)
class Side:
    """A turn beside its source; `form` where it is open to be told what it is."""

    shown: Shown
    origin: Origin
    form: TurnFields | None


@dataclass(frozen=True, slots=True)
class Work:
    """What the page shows: the form with the text, its transcript if it has one, and what a turn was told in vain."""

    form: TextForm
    shown: Transcript | None
    press: Press
    refused: TurnFields | None = None


def side_by_side(pages: ModelAdmin, request: HttpRequest, event: Event) -> HttpResponse:
    """GET shows both; POST looks again (`do=preview`), changes the text by a click, saves it, or publishes it as well.

    `?back=` is the page of ours to go to after saving: the queue of an import, say.
    """
    need(may_change(request, event))
    before = as_it_stands(event)
    if request.method != "POST":
        return _opened(pages, request, event, before)
    form, press = TextForm(request.POST), Press.of(request.POST.get("do", ""))
    need(press.verb != "publish" or may_publish(request))
    transcript = read_text(form)
    if transcript and press.saves and save_text(request, event, form, transcript, before):
        return _saved(pages, request, event, press)
    told = TurnFields(request.POST) if press.verb == "tell" else None
    after = _pressed(request, form, transcript, press, told) if transcript else None
    refused = None if after else told
    return _page(pages, request, event, before, Work(form, after or transcript, press, refused))


def _saved(pages: ModelAdmin, request: HttpRequest, event: Event, press: Press) -> HttpResponse:
    pages.log_change(request, event, _("Changed beside its source."))
    stored = Event.objects.get(pk=event.pk)
    if press.verb == "publish":
        publish(pages, request, stored)
    else:
        messages.success(request, saved_message(stored))
    return HttpResponseRedirect(_back(request) or reverse("admin:transcripts_event_change", args=[event.pk]))


def _back(request: HttpRequest) -> str:
    """The page that it was opened from; empty where it is none of this site."""
    back = request.GET.get("back", "")
    sound = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return back if sound else ""


def _opened(pages: ModelAdmin, request: HttpRequest, event: Event, before: Transcript) -> HttpResponse:
    if not canonical.is_valid(before):
        messages.warning(
            request,
            _("A turn of this event holds characters that a text of all turns cannot show. Change its rows here."),
        )
        return HttpResponseRedirect(reverse("admin:transcripts_event_change", args=[event.pk]))
    return _page(pages, request, event, before, Work(TextForm.opened(before), before, Press("preview")))


def _pressed(
    request: HttpRequest, form: TextForm, transcript: Transcript, press: Press, told: TurnFields | None
) -> Transcript | None:
    """What the click makes of the transcript, put into the box; None, with the reason in the form, where it cannot."""
    change = press.change(told)
    if change is None:
        return None if told else transcript
    if request.POST.get("seen") != _seen(form.cleaned_data["text"]):
        form.add_error(None, _("The text has changed since these turns were shown. Look at them again, then choose."))
        return None
    try:
        after = change(transcript)
    except ValueError as error:
        form.add_error(None, str(error))
        return None
    if not canonical.is_valid(after):
        form.add_error(None, _("A field has line breaks or spaces around it that a text of all turns cannot show."))
        return None
    form.data = form.data.copy()
    form.data["text"] = canonical.write(after)
    return after


def _seen(text: str) -> str:
    """Which text the turns on the page were read from: its SHA-256, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def _page(pages: ModelAdmin, request: HttpRequest, event: Event, before: Transcript, work: Work) -> TemplateResponse:
    reading, text = reading_of(event), unbroken(work.form["text"].value() or "")
    turns = work.shown.turns if work.shown else ()
    begun = origins(reading, turns)
    understood = understand(work.shown, text, before.turns) if work.shown else None
    context = {
        **pages.admin_site.each_context(request),
        "title": _("Side by side"),
        "opts": pages.opts,
        "event": event,
        "form": work.form,
        "media": pages.media,
        "reading": reading,
        "lines": source_lines(reading, begun),
        "about_the_whole": about_the_whole(reading, work.shown),
        "understood": understood,
        "sides": _sides(understood.turns, begun, work) if understood else [],
        "doubtful": sum(bool(origin.warnings) for origin in begun),
        "seen": _seen(text),
        "changed_text": work.press.reshapes,
        "may_publish": may_publish(request),
        "back": _back(request),
    }
    return TemplateResponse(request, ANSWER if request.htmx else PAGE, context)


def _sides(turns: tuple[Shown, ...], begun: list[Origin], work: Work) -> list[Side]:
    """The turns with their origins; the one that was pressed open, with what was wrong in it."""
    opened = work.press.turn if work.press.verb == "open" or work.refused else 0
    return [
        Side(shown, origin, (work.refused or _fields(shown)) if shown.position == opened else None)
        for shown, origin in zip(turns, begun, strict=True)
    ]


def _fields(shown: Shown) -> TurnFields:
    return TurnFields(initial={name: getattr(shown.turn, name) for name in TOLD} | {"kind": str(shown.turn.kind)})
