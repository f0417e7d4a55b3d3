"""What may be meant, while a reader types."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from transcripts.search.engine import SearchUnavailable
from transcripts.search.query import Query
from transcripts.search.suggesting import Suggested, suggestions
from transcripts.views.results import address

KINDS: dict[str, Promise] = {
    "person": gettext_lazy("Person"),
    "outlet": gettext_lazy("Outlet"),
    "event": gettext_lazy("Event"),
    "phrase": gettext_lazy("Words"),
}
SECONDS = 60


@require_safe
@cache_control(public=True, max_age=SECONDS)
def suggest(request: HttpRequest) -> JsonResponse:
    """People, outlets, events and phrases that go on as `?q=`; none where the index does not answer."""
    try:
        found = suggestions(request.GET.get("q", ""))
    except SearchUnavailable:
        found = []
    return JsonResponse({"suggestions": [_record(each) for each in found]})


def _record(suggested: Suggested) -> dict[str, str]:
    kind = str(KINDS[suggested.kind])
    return {"kind": suggested.kind, "kind_name": kind, "label": suggested.label, "url": _url(suggested)}


def _url(suggested: Suggested) -> str:
    match suggested.kind:
        case "person":
            return address(Query(speaker=(suggested.slug,)))
        case "outlet":
            return address(Query(outlet=(suggested.slug,)))
        case "event":
            return reverse("event", args=[suggested.slug])
    text = suggested.label
    return address(Query(text=f'"{text}"' if " " in text else text))
