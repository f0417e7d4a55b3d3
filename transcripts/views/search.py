"""The search page, and the same answer as JSON."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from transcripts.search import indexing
from transcripts.search.engine import SearchUnavailable, find
from transcripts.search.query import parse_query
from transcripts.search.results import Hit, ResultPage
from transcripts.views.addresses import absolute
from transcripts.views.data import READABLE, turn_record
from transcripts.views.results import shown

WAIT_SECONDS = "30"


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Turns that match, with facets; htmx gets the part of the page that changes."""
    try:
        page = _answer(request)
    except SearchUnavailable:
        return _unavailable(render(request, "search/unavailable.html", status=503))
    template = "search/found.html" if _swaps(request) else "search/search.html"
    response = render(request, template, {"page": page, "shown": shown(page), "origin": absolute(request, "")})
    # Without this a browser's back button shows the part as if it were the page.
    patch_vary_headers(response, ["HX-Request"])
    return response


@require_safe
def search_json(request: HttpRequest) -> HttpResponse:
    """The same page of results as data."""
    try:
        page = _answer(request)
    except SearchUnavailable:
        message = _("Search is out of order just now. Try again in a minute.")
        return _unavailable(JsonResponse({"error": message}, status=503))
    return JsonResponse(_record(request, page), json_dumps_params=READABLE)


def _answer(request: HttpRequest) -> ResultPage:
    indexing.drain_if_due()
    return find(parse_query(dict(request.GET.lists())))


def _swaps(request: HttpRequest) -> bool:
    return bool(request.htmx) and not request.htmx.history_restore_request


def _unavailable(response: HttpResponse) -> HttpResponse:
    response["Retry-After"] = WAIT_SECONDS
    return response


def _record(request: HttpRequest, page: ResultPage) -> dict[str, object]:
    return {
        "query": page.query.text,
        "notes": list(page.query.notes),
        "total": page.total,
        "page": page.page,
        "pages": page.pages,
        "hits": [_hit_record(request, hit) for hit in page.hits],
        "facets": {
            facet.name: [{"slug": value.slug, "label": value.label, "count": value.count} for value in facet.values]
            for facet in page.facets
        },
        "years": [{"year": year, "count": count} for year, count in page.years],
    }


def _hit_record(request: HttpRequest, hit: Hit) -> dict[str, object]:
    """The turn, its snippet as HTML with <mark>, and the question that it answers."""
    question = hit.question
    return {
        **turn_record(request, hit.turn),
        "snippet": str(hit.snippet),
        "question": question
        and {
            "id": question.public_id,
            "url": absolute(request, question.get_absolute_url()),
            "speaker": question.speaker.name if question.speaker else None,
            "text": question.text,
        },
    }
