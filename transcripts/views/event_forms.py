"""Events in forms other than pages."""

from __future__ import annotations

import json as plain_json

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import conditional_page, require_safe

from transcripts.models import Event
from transcripts.projection import transcript_of
from transcripts.text.formats import akn, canonical, csv, json, tei
from transcripts.text.transcript import Transcript
from transcripts.views import signposts
from transcripts.views.chronicle import newest_of
from transcripts.views.permalinks import of_event
from transcripts.views.provenance import Provenance, provenance_record
from transcripts.views.validators import dated

PLAIN = "text/plain; charset=utf-8"
XML = "application/xml; charset=utf-8"


@require_safe
@conditional_page
@of_event("json")
def event_json(request: HttpRequest, event: Event) -> HttpResponse:
    """The whole transcript in the archive's own JSON, and where it is from."""
    record = json.to_record(transcript_of(event))
    record["provenance"] = provenance_record(request, Provenance(event, newest_of(event)))
    body = plain_json.dumps(record, ensure_ascii=False, indent=2)
    return _sent(request, event, body, "application/json")


@require_safe
@conditional_page
@of_event("txt")
def event_text(request: HttpRequest, event: Event) -> HttpResponse:
    """The whole transcript in the light markup that can be read, edited and imported again."""
    return _sent(request, event, canonical.write(_valid(event)), PLAIN)


@require_safe
@conditional_page
@of_event("txt")
def event_akn(request: HttpRequest, event: Event) -> HttpResponse:
    """The whole transcript as an Akoma Ntoso debate."""
    return _sent(request, event, akn.write(_valid(event)), XML)


@require_safe
@conditional_page
@of_event("txt")
def event_tei(request: HttpRequest, event: Event) -> HttpResponse:
    """The whole transcript as TEI."""
    return _sent(request, event, tei.write(_valid(event)), XML)


@require_safe
@conditional_page
@of_event("txt")
def event_csv(request: HttpRequest, event: Event) -> HttpResponse:
    """One row a turn, for spreadsheets."""
    return _sent(request, event, csv.write(transcript_of(event)), "text/csv; charset=utf-8")


def _sent(request: HttpRequest, event: Event, body: str | bytes, media_type: str) -> HttpResponse:
    """The body, with links that name the revision that it is: these forms have no room for it."""
    newest = newest_of(event)
    response = HttpResponse(body, content_type=media_type)
    moments = [newest.created_at] if newest else []
    return signposts.of_form(request, dated(response, event, moments), event, newest)


def _valid(event: Event) -> Transcript:
    """The event as a transcript that every form can hold. Raises Http404 for rows that no parser would have made."""
    transcript = transcript_of(event)
    if not canonical.is_valid(transcript):
        raise Http404(_("This event cannot be written in this form; its JSON has all of it."))
    return transcript
