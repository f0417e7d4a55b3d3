"""Source and turns side by side. The text in its box is what will be saved; each click changes that text."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from transcripts.admin.as_text import TextForm, read_text, save_text
from transcripts.admin.correcting import fingerprint
from transcripts.admin.doubts import Origin, about_the_whole, origins, reading_of, source_lines
from transcripts.admin.event_form import as_it_stands
from transcripts.admin.permissions import may_change, need
from transcripts.admin.reshaping import join, split, tell
from transcripts.admin.saving import saved_message
from transcripts.admin.submission import unbroken
from transcripts.admin.turn_forms import TurnForm
from transcripts.admin.understood import Shown, understand
from transcripts.models import Event
from transcripts.text.formats import canonical
from transcripts.text.transcript import Transcript, TurnKind

PAGE = "admin/transcripts/event/sides.html"
ANSWER = "admin/transcripts/parts/sides_answer.html"
TOLD = ("kind", "label", "speaker", "role", "affiliation", "exchange")


class TurnFields(forms.Form):
    """What may be told of a turn by click, with the names and limits of the rows of an event's page."""

    prefix = "turn"
    kind, label, speaker, role, affiliation, exchange = (TurnForm.base_fields[name] for name in TOLD)

    def told(self) -> dict[str, Any]:
        """The fields as `reshaping.tell` takes them."""
        return {**self.cleaned_data, "kind": TurnKind(self.cleaned_data["kind"])}


@dataclass(frozen=True, slots=True)
class Side:
    """A turn beside its source; `form` where it is open to be told what it is."""

    shown: Shown
    origin: Origin
    form: TurnFields | None


@dataclass(frozen=True, slots=True)
class Press:
    """The button that was pressed: its verb, and the numbers of turn and paragraph that it names."""

    verb: str
    turn: int = 0
    paragraph: int = 0

    @classmethod
    def of(cls, button: str) -> Press:
        """`split:3:2`, `join:3`, `open:3`, `tell:3`, `save`; whatever else was sent is a wish to look."""
        verb, *numbers = button.split(":")
        if verb in {"split", "join", "open", "tell", "save"} and all(n.isdecimal() and len(n) < 7 for n in numbers):
            return cls(verb, *map(int, numbers[:2]))
        return cls("preview")


@dataclass(frozen=True, slots=True)
class Work:
    """What the page shows: the form with the text, its transcript if it has one, and what a turn was told in vain."""

    form: TextForm
    shown: Transcript | None
    press: Press
    refused: TurnFields | None = None


def side_by_side(pages: ModelAdmin, request: HttpRequest, event: Event) -> HttpResponse:
    """GET shows both; POST looks again (`do=preview`), changes the text by a click, or saves it (`do=save`)."""
    need(may_change(request, event))
    before = as_it_stands(event)
    if request.method != "POST":
        return _opened(pages, request, event, before)
    form, press = TextForm(request.POST), Press.of(request.POST.get("do", ""))
    transcript = read_text(form)
    if transcript and press.verb == "save" and save_text(request, event, form, transcript, before):
        pages.log_change(request, event, _("Changed beside its source."))
        messages.success(request, saved_message(Event.objects.get(pk=event.pk)))
        return HttpResponseRedirect(reverse("admin:transcripts_event_change", args=[event.pk]))
    told = TurnFields(request.POST) if press.verb == "tell" else None
    after = _pressed(request, form, transcript, press, told) if transcript else None
    refused = None if after else told
    return _page(pages, request, event, before, Work(form, after or transcript, press, refused))


def _opened(pages: ModelAdmin, request: HttpRequest, event: Event, before: Transcript) -> HttpResponse:
    if not canonical.is_valid(before):
        messages.warning(
            request,
            _("A turn of this event holds characters that a text of all turns cannot show. Change its rows here."),
        )
        return HttpResponseRedirect(reverse("admin:transcripts_event_change", args=[event.pk]))
    form = TextForm(initial={"text": canonical.write(before), "fingerprint": fingerprint(before)})
    return _page(pages, request, event, before, Work(form, before, Press("preview")))


def _pressed(
    request: HttpRequest, form: TextForm, transcript: Transcript, press: Press, told: TurnFields | None
) -> Transcript | None:
    """What the click makes of the transcript, put into the box; None, with the reason in the form, where it cannot."""
    change = _change(press, told)
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


def _change(press: Press, told: TurnFields | None) -> Callable[[Transcript], Transcript] | None:
    if press.verb == "split":
        return lambda transcript: split(transcript, press.turn, press.paragraph)
    if press.verb == "join":
        return lambda transcript: join(transcript, press.turn)
    if told is not None and told.is_valid():
        return lambda transcript: tell(transcript, press.turn, **told.told())
    return None


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
        "about_the_whole": about_the_whole(reading),
        "understood": understood,
        "sides": _sides(understood.turns, begun, work) if understood else [],
        "doubtful": sum(bool(origin.warnings) for origin in begun),
        "seen": _seen(text),
        "changed_text": work.press.verb in {"split", "join", "tell"},
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
