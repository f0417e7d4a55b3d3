"""The search page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from transcripts.search import indexing
from transcripts.search.engine import SearchUnavailable, find
from transcripts.search.query import parse_query
from transcripts.search.results import ResultPage
from transcripts.views.addresses import absolute
from transcripts.views.results import shown
from transcripts.views.ways import ways

WAIT_SECONDS = "30"


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Turns that match, with facets; htmx gets the part of the page that changes."""
    try:
        page = _answer(request)
    except SearchUnavailable:
        return _unavailable(render(request, "search/unavailable.html", status=503))
    template = "search/found.html" if _swaps(request) else "search/search.html"
    context = {"page": page, "shown": shown(page), "ways": ways(page.query), "origin": absolute(request, "")}
    response = render(request, template, context)
    # Without this a browser's back button shows the part as if it were the page.
    patch_vary_headers(response, ["HX-Request"])
    return response


def _answer(request: HttpRequest) -> ResultPage:
    indexing.drain_if_due()
    return find(parse_query(dict(request.GET.lists())))


def _swaps(request: HttpRequest) -> bool:
    return bool(request.htmx) and not request.htmx.history_restore_request


def _unavailable(response: HttpResponse) -> HttpResponse:
    response["Retry-After"] = WAIT_SECONDS
    return response
