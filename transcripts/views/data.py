"""Events and turns in forms other than pages."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import conditional_page, require_safe

from transcripts.models import Event, Turn
from transcripts.projection import transcript_of
from transcripts.templatetags.transcript import attribution, full_title
from transcripts.text.formats import akn, canonical, csv, json, tei
from transcripts.text.transcript import Transcript
from transcripts.views.addresses import absolute
from transcripts.views.permalinks import of_event, of_turn

PLAIN = "text/plain; charset=utf-8"
XML = "application/xml; charset=utf-8"
READABLE = {"ensure_ascii": False, "indent": 2}


@require_safe
@conditional_page
@of_turn("turn-json", "json")
def turn_json(request: HttpRequest, turn: Turn) -> HttpResponse:
    """The turn as data."""
    return JsonResponse(turn_record(request, turn), json_dumps_params=READABLE)


@require_safe
@conditional_page
@of_turn("turn-text", "txt")
def turn_text(request: HttpRequest, turn: Turn) -> HttpResponse:
    """The words, who said them, where, and the permalink."""
    event = turn.event
    source = ", ".join(filter(None, (full_title(event), event.date and event.date.isoformat())))
    address = absolute(request, turn.get_absolute_url())
    return HttpResponse(f"{turn.text}\n\n— {attribution(turn)}\n{source}\n{address}\n", content_type=PLAIN)


def turn_record(request: HttpRequest, turn: Turn) -> dict[str, object]:
    """A turn as every JSON answer shows it: absent values are null, dates ISO 8601, addresses absolute."""
    return {
        "id": turn.public_id,
        "url": absolute(request, turn.get_absolute_url()),
        "position": turn.position,
        "kind": turn.kind,
        "label": turn.label or None,
        "speaker": _named(request, turn.speaker),
        "role": turn.role or None,
        "affiliation": _named(request, turn.affiliation),
        "paragraphs": turn.paragraphs,
        "start": turn.start,
        "event": event_record(request, turn.event),
    }


def event_record(request: HttpRequest, event: Event) -> dict[str, object]:
    return {
        "slug": event.slug,
        "url": absolute(request, event.get_absolute_url()),
        "title": event.title,
        "subtitle": event.subtitle or None,
        "date": event.date.isoformat() if event.date else None,
    }


def _named(request: HttpRequest, bearer) -> dict[str, str] | None:
    if bearer is None:
        return None
    return {"slug": bearer.slug, "name": bearer.name, "url": absolute(request, bearer.get_absolute_url())}


@require_safe
@conditional_page
@of_event("json")
def event_json(_request: HttpRequest, event: Event) -> HttpResponse:
    """The whole transcript in the archive's own JSON."""
    return HttpResponse(json.write(transcript_of(event)), content_type="application/json")


@require_safe
@conditional_page
@of_event("txt")
def event_text(_request: HttpRequest, event: Event) -> HttpResponse:
    """The whole transcript in the light markup that can be read, edited and imported again."""
    return HttpResponse(canonical.write(_valid(event)), content_type=PLAIN)


@require_safe
@conditional_page
@of_event("txt")
def event_akn(_request: HttpRequest, event: Event) -> HttpResponse:
    """The whole transcript as an Akoma Ntoso debate."""
    return HttpResponse(akn.write(_valid(event)), content_type=XML)


@require_safe
@conditional_page
@of_event("txt")
def event_tei(_request: HttpRequest, event: Event) -> HttpResponse:
    """The whole transcript as TEI."""
    return HttpResponse(tei.write(_valid(event)), content_type=XML)


@require_safe
@conditional_page
@of_event("txt")
def event_csv(_request: HttpRequest, event: Event) -> HttpResponse:
    """One row a turn, for spreadsheets."""
    return HttpResponse(csv.write(transcript_of(event)), content_type="text/csv; charset=utf-8")


def _valid(event: Event) -> Transcript:
    """The event as a transcript that every form can hold. Raises Http404 for rows that no parser would have made."""
    transcript = transcript_of(event)
    if not canonical.is_valid(transcript):
        raise Http404(_("This event cannot be written in this form; its JSON has all of it."))
    return transcript
