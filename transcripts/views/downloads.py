"""A result as a file: how it is called, how it is sent, and when there are too many at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse, StreamingHttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.utils.translation import gettext as _

from transcripts.exports import lanes

CSV = "text/csv; charset=utf-8"
JSON = "application/json"
PLAIN = "text/plain; charset=utf-8"
OUT_OF_ORDER = "Search is out of order just now. Try again in a minute."
WAIT_SECONDS = "30"


def sent(
    request: HttpRequest, pieces: Iterator[str], media_type: str, *, name: str, attached: bool = True, long: bool = True
) -> HttpResponseBase:
    """A response under that file name: written while it goes out, or whole, with its length. HEAD reads nothing.

    `long` ones wait for nobody: where the machine works on as many as it can, this is 503 and a sentence.
    """
    if request.method == "HEAD":
        pieces, long = iter(()), False
    if not long:
        return _named(HttpResponse(pieces, content_type=media_type), name, attached=attached)
    release = lanes.entered(settings.DATA_DIR / "downloads")
    if release is None:
        return unavailable(_("Other long downloads are being made just now. Try again in a minute."), media_type)
    body = StreamingHttpResponse(lanes.Releasing(pieces, release), content_type=media_type)
    return _named(body, name, attached=attached)


def unavailable(sentence: str, media_type: str) -> HttpResponse:
    """503 in the form that was asked for."""
    if media_type == JSON:
        return later(JsonResponse({"error": sentence}, status=503))
    return later(HttpResponse(sentence, content_type=PLAIN, status=503))


def later(response: HttpResponse) -> HttpResponse:
    response["Retry-After"] = WAIT_SECONDS
    return response


def out_of_order(media_type: str) -> HttpResponse:
    return unavailable(_(OUT_OF_ORDER), media_type)


def file_name(words: str, ending: str) -> str:
    """Site, words and day: `verbatim-ferry-2026-04-30.csv`. Letters of any script."""
    described = slugify(f"{settings.SITE_NAME} {words[:60]}", allow_unicode=True)
    return f"{described}-{timezone.now().date().isoformat()}.{ending}"


def made_at() -> str:
    """Now, as RFC 3339 in UTC, whole seconds."""
    return _stamp(timezone.now())


def _stamp(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _named(response: HttpResponseBase, name: str, *, attached: bool) -> HttpResponseBase:
    response["Content-Disposition"] = content_disposition_header(as_attachment=attached, filename=name)
    response["Cache-Control"] = "no-cache"
    return response
