"""The whole transcript of an event as one text, to change and to see what becomes of each turn's address."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from transcripts.admin import meanwhile, pairing, unsaved
from transcripts.admin.correcting import store
from transcripts.admin.event_form import as_it_stands
from transcripts.admin.indexed import tell_index
from transcripts.admin.meanwhile import ChangedMeanwhile, Meeting, base_of, begun_from, fingerprint
from transcripts.admin.pairing import Said
from transcripts.admin.permissions import may_change, need
from transcripts.admin.saving import saved_message
from transcripts.admin.submission import unbroken
from transcripts.admin.understood import Understood, understand
from transcripts.models import Event
from transcripts.publishing import CannotPublish
from transcripts.text.formats import canonical
from transcripts.text.transcript import ParseWarning, Transcript, UnreadableSource

PAGE = "admin/transcripts/event/as_text.html"
ANSWER = "admin/transcripts/parts/as_text_answer.html"
BOTH_WORDINGS = gettext_lazy("This turn holds both wordings, theirs above yours: make one of the two.")


class TextForm(forms.Form):
    text = forms.CharField(
        label=gettext_lazy("Transcript"),
        strip=False,
        widget=forms.Textarea(attrs={"rows": 30, "spellcheck": "false"}),
        help_text=gettext_lazy("Fields, a blank line, then the turns. Ctrl+Enter previews."),
    )
    note = forms.CharField(label=gettext_lazy("Note on the change"), required=False, max_length=500)
    fingerprint = forms.CharField(required=False, widget=forms.HiddenInput)
    base = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)

    def clean_text(self) -> str:
        return unbroken(self.cleaned_data["text"])

    def clean_base(self) -> str:
        return unbroken(self.cleaned_data["base"])

    @classmethod
    def opened(cls, before: Transcript) -> TextForm:
        """The form for a transcript as it stands. Raises ValueError where a text cannot show it."""
        return cls(initial={"text": canonical.write(before), **begun_from(before)})

    def rewrite(self, transcript: Transcript, **fields: str) -> None:
        """Put this transcript into the box. Raises ValueError where a text cannot show it."""
        self.data = self.data.copy()
        self.data.update({"text": canonical.write(transcript), **fields})
        self.cleaned_data["text"] = self.data["text"]


@dataclass(slots=True)
class Work:
    """What the page shows beside the form. `rewritten` where the text in the box is not the one that was sent."""

    form: TextForm
    transcript: Transcript | None = None
    paired: pairing.Shown | None = None
    meeting: Meeting | None = None
    rewritten: bool = False


def edit_as_text(pages: ModelAdmin, request: HttpRequest, event: Event) -> HttpResponse:
    """GET shows the text; POST previews (`do=preview`), puts together with what others saved (`do=merge`), or saves."""
    need(may_change(request, event))
    before = as_it_stands(event)
    if request.method != "POST":
        return _opened(pages, request, event, before)
    form, said = TextForm(request.POST), Said.of(request.POST)
    work = Work(form, read_text(form))
    if work.transcript and _meet(request, event, work, before) and _repair(event, work, said):
        work.paired = pairing.show(event, work.transcript, said, text=form.cleaned_data["text"])
        if request.POST.get("do") == "save" and not work.rewritten and _save(request, event, work, said):
            pages.log_change(request, event, _("Changed as text."))
            messages.success(request, saved_message(Event.objects.get(pk=event.pk)))
            return HttpResponseRedirect(reverse("admin:transcripts_event_change", args=[event.pk]))
    if form.errors and not work.rewritten:
        unsaved.keep(request, event, _sent(form))
    return _page(pages, request, event, work)


def _sent(form: TextForm) -> dict[str, str]:
    return {name: unbroken(form.data.get(name, "")) for name in unsaved.FIELDS}


def _opened(pages: ModelAdmin, request: HttpRequest, event: Event, before: Transcript) -> HttpResponse:
    if not canonical.is_valid(before):
        messages.warning(
            request,
            _("A turn of this event holds characters that a text of all turns cannot show. Change its rows here."),
        )
        return HttpResponseRedirect(reverse("admin:transcripts_event_change", args=[event.pk]))
    again = unsaved.kept(request, event) if "unsaved" in request.GET else None
    work = Work(TextForm(initial=again) if again else TextForm.opened(before))
    if "pairing" in request.GET and not again:
        work.transcript = canonical.parse(work.form.initial["text"])
        work.paired = pairing.show(event, work.transcript, Said(), text=work.form.initial["text"])
    return _page(pages, request, event, work)


def read_text(form: TextForm) -> Transcript | None:
    """The transcript in the box; None, with the error at the field, where there is none in it."""
    if not form.is_valid():
        return None
    try:
        return canonical.parse(form.cleaned_data["text"])
    except (UnreadableSource, ValueError) as error:
        form.add_error("text", str(error))
        return None


def _meet(request: HttpRequest, event: Event, work: Work, before: Transcript) -> bool:
    """Whether the form began from what stands now, or could be put together with it just now."""
    known_as, mine = work.form.cleaned_data["fingerprint"], work.transcript
    if known_as == fingerprint(before) or mine is None:
        return True
    base = base_of(event, work.form.cleaned_data["base"], known_as)
    if base is None or mine.blocking:
        work.form.add_error(None, _(meanwhile.NOT_TO_BE_COMPARED) if base is None else meanwhile.CHANGED_MEANWHILE)
        return mine.blocking != ()
    work.meeting = meanwhile.meet(event, base, before, mine, request.POST)
    if request.POST.get("do") != "merge":
        work.form.add_error(None, meanwhile.CHANGED_MEANWHILE)
    elif not work.meeting.settled:
        work.form.add_error(None, _("Choose a wording for each turn and field that both of you have changed."))
    else:
        return _put_together(work, work.meeting, before)
    return False


def _put_together(work: Work, meeting: Meeting, before: Transcript) -> bool:
    try:
        work.form.rewrite(meeting.merged.transcript, **begun_from(before))
    except ValueError as error:
        work.form.add_error(None, str(error))
        return False
    work.transcript = _with_doubled(canonical.parse(work.form.cleaned_data["text"]), meeting.doubled)
    work.rewritten = True
    return True


def _with_doubled(transcript: Transcript, places: tuple[int, ...]) -> Transcript:
    lines = (transcript.turns[place - 1].line for place in places)
    warnings = tuple(ParseWarning(line, "both-wordings", str(BOTH_WORDINGS)) for line in lines)
    return replace(transcript, warnings=(*warnings, *transcript.warnings))


def _repair(event: Event, work: Work, said: Said) -> bool:
    """Whether the addresses that were chosen, if any, stand in the text now."""
    if not said.turns or work.rewritten:
        return True
    try:
        if said.text != pairing.text_digest(work.form.cleaned_data["text"]):
            raise ValueError(_(pairing.CHANGED_TEXT))
        work.form.rewrite(pairing.repaired(work.transcript, said, event))
    except ValueError as error:
        work.form.add_error(None, str(error))
        return True
    work.transcript = canonical.parse(work.form.cleaned_data["text"])
    work.rewritten = True
    return True


def _save(request: HttpRequest, event: Event, work: Work, said: Said) -> bool:
    refusal = pairing.refusal(work.paired, said, event)
    if refusal:
        work.form.add_error(None, refusal)
    return not work.form.errors and _store(request, event, work.form, work.transcript, said.merged)


def save_text(request: HttpRequest, event: Event, form: TextForm, transcript: Transcript, before: Transcript) -> bool:
    """Whether it was saved; where it was not, the form says why, and where to put it together with others' changes."""
    if form.cleaned_data["fingerprint"] == fingerprint(before):
        return _store(request, event, form, transcript, {})
    _offer_to_meet(form, event)
    return False


def _store(request: HttpRequest, event: Event, form: TextForm, transcript: Transcript, merged: dict[str, str]) -> bool:
    given = {"note": form.cleaned_data["note"], "began_from": form.cleaned_data["fingerprint"], "merged": merged}
    try:
        with transaction.atomic():
            store(event.pk, transcript, apart={}, by=request.user, **given)
    except CannotPublish as error:
        form.add_error("text", str(error))
        return False
    except ChangedMeanwhile:
        _offer_to_meet(form, event)
        return False
    unsaved.forget(request, event)
    tell_index(request)
    return True


def _offer_to_meet(form: TextForm, event: Event) -> None:
    door = reverse("admin:transcripts_event_text", args=[event.pk])
    button = '<button type="submit" class="button" name="do" value="meet" formaction="{}">{}</button>'
    form.add_error(None, meanwhile.CHANGED_SINCE)
    form.add_error(None, format_html(button, door, _("See what they changed, and put both together")))


def _page(pages: ModelAdmin, request: HttpRequest, event: Event, work: Work) -> TemplateResponse:
    context = {
        **pages.admin_site.each_context(request),
        "title": _("Edit as text"),
        "opts": pages.opts,
        "event": event,
        "form": work.form,
        "media": pages.media,
        "understood": _understood(work),
        "paired": work.paired,
        "meeting": None if work.rewritten else work.meeting,
        "put_together": work.rewritten and work.meeting is not None,
        "rewritten": work.rewritten,
        "in_box": True,
        "open_all": "pairing" in request.GET,
        "unsaved": request.method != "POST" and "unsaved" not in request.GET and unsaved.kept(request, event),
    }
    return TemplateResponse(request, ANSWER if request.htmx else PAGE, context)


def _understood(work: Work) -> Understood | None:
    if not work.transcript or not work.paired:
        return None
    text = work.form["text"].value() or ""
    return understand(work.transcript, unbroken(text))
