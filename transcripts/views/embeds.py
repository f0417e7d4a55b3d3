"""A turn as a card for other sites, and the oEmbed answer that leads to it (https://oembed.com, version 1.0)."""

from __future__ import annotations

from functools import wraps
from urllib.parse import urlencode, urlsplit
from xml.etree import ElementTree as ET

from csp.decorators import csp_replace
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import conditional_page, require_safe

from transcripts.models import Turn
from transcripts.templatetags.transcript import attribution, dated_title
from transcripts.views.addresses import absolute
from transcripts.views.permalinks import View, of_turn, standing_turn
from transcripts.views.sights import sight_of
from transcripts.views.wording import quote_in, quoted_from

WIDTH, HEIGHT = 600, 320
# What a card shows goes with its address.
SHOWN = ("rev", "quote", "prefix", "suffix", "until")
PLAIN = "text/plain; charset=utf-8"


def framable(view: View) -> View:
    """Any site may show what the view answers within its own pages."""

    @wraps(view)
    def answer(request: HttpRequest, **rest: str) -> HttpResponse:
        response = view(request, **rest)
        response["Cross-Origin-Resource-Policy"] = "cross-origin"
        return response

    return xframe_options_exempt(csp_replace({"frame-ancestors": ["*"]})(answer))


@require_safe
@framable
@conditional_page
@of_turn("turn-embed", "embed")
def embed(request: HttpRequest, turn: Turn) -> HttpResponse:
    """The card: words, speaker, event, and the way here. It sets no cookie and runs no script."""
    sight = sight_of(request, turn)
    context = {
        "turn": turn,
        "event": turn.event,
        "event_title": dated_title(turn.event),
        "sight": sight,
        "quoted": quoted_from(turn, sight.words, quote_in(request), sight.revisions),
        "address": absolute(request, turn.get_absolute_url()) + _query(request.GET),
    }
    return sight.dated(render(request, "embeds/turn.html", context))


def _query(given: QueryDict) -> str:
    shown = {name: given[name] for name in SHOWN if given.get(name)}
    return f"?{urlencode(shown)}" if shown else ""


@require_safe
def oembed(request: HttpRequest) -> HttpResponse:
    """What another site needs to show the card. Errors are those of the oEmbed specification, section 2.3.4."""
    form = request.GET.get("format", "json")
    if form not in ("json", "xml"):
        return _refusal(501, _("This form is not offered. Ask for format=json or format=xml."))
    sizes = [_size(request, "maxwidth", WIDTH), _size(request, "maxheight", HEIGHT)]
    if None in sizes:
        return _refusal(400, _("maxwidth and maxheight are numbers of pixels, such as 600."))
    address = request.GET.get("url", "")
    if not address:
        return _refusal(400, _("Say which turn: add url= and its address."))
    try:
        record = _record(request, address, *sizes)
    except (Http404, Resolver404, ValueError):
        return _refusal(404, _("No turn that readers may see has this address."))
    return _sent(record, form)


def _refusal(status: int, sentence: str) -> HttpResponse:
    return _open(HttpResponse(f"{sentence}\n", status=status, content_type=PLAIN))


def _open(response: HttpResponse) -> HttpResponse:
    """Scripts of other sites may read it."""
    response["Access-Control-Allow-Origin"] = "*"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


def _size(request: HttpRequest, name: str, usual: int) -> int | None:
    """The usual size in pixels, or the most that was asked for where that is less; None where it is no number."""
    typed = request.GET.get(name, str(usual))
    if not (typed.isascii() and typed.isdecimal() and len(typed) < 10) or int(typed) == 0:
        return None
    return min(int(typed), usual)


def _record(request: HttpRequest, address: str, width: int, height: int) -> dict[str, object]:
    """Raises Http404, Resolver404 or ValueError where the address is none of a turn that stands."""
    parts = urlsplit(address)
    if f"{parts.scheme}://{parts.netloc}" not in (absolute(request, ""), f"{request.scheme}://{request.get_host()}"):
        raise Http404
    found = resolve(parts.path)
    if found.url_name not in ("turn", "turn-embed"):
        raise Http404
    turn = standing_turn(found.kwargs["public_id"])
    card = absolute(request, reverse("turn-embed", args=[turn.public_id])) + _query(QueryDict(parts.query))
    title = f"{attribution(turn)}: {dated_title(turn.event)}"
    frame = {"card": card, "width": width, "height": height, "title": title}
    return {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "author_name": attribution(turn),
        **({"author_url": absolute(request, turn.speaker.get_absolute_url())} if turn.speaker else {}),
        "provider_name": settings.SITE_NAME,
        "provider_url": absolute(request, reverse("home")),
        "cache_age": 3600,
        "width": width,
        "height": height,
        "html": render_to_string("embeds/frame.html", frame).strip(),
    }


def _sent(record: dict[str, object], form: str) -> HttpResponse:
    if form == "json":
        return _open(JsonResponse(record, json_dumps_params={"ensure_ascii": False}))
    root = ET.Element("oembed")
    for name, value in record.items():
        ET.SubElement(root, name).text = str(value)
    return _open(HttpResponse(ET.tostring(root, "utf-8", xml_declaration=True), content_type="text/xml; charset=utf-8"))
