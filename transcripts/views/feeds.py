"""Any search as a feed."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.utils.http import http_date
from django.utils.translation import get_language
from django.views.decorators.http import conditional_page, require_safe

from transcripts.feeds import atom, jsonfeed
from transcripts.feeds.entries import Feed, entries_of
from transcripts.feeds.titles import title_of
from transcripts.models import Event
from transcripts.search import indexing
from transcripts.search.engine import SearchUnavailable
from transcripts.search.query import Query, Sort, parse_query, to_params
from transcripts.search.releases import newest
from transcripts.views.addresses import absolute
from transcripts.views.downloads import PLAIN, out_of_order
from transcripts.views.exports import search_address

ENTRIES = 50


@require_safe
@conditional_page
def search_atom(request: HttpRequest) -> HttpResponse:
    """What became public last of a search, in Atom."""
    return _answer(request, atom.write, atom.MEDIA_TYPE)


@require_safe
@conditional_page
def search_json_feed(request: HttpRequest) -> HttpResponse:
    """The same as a JSON feed."""
    return _answer(request, jsonfeed.write, jsonfeed.MEDIA_TYPE)


def followed(query: Query) -> Query:
    """What of a query is followed: neither its order nor its page nor its grouping."""
    return query.sorted_by(Sort.RELEVANCE).grouped_by("")


def _answer(request: HttpRequest, write: Callable[[Feed], bytes], media_type: str) -> HttpResponse:
    try:
        indexing.drain_if_due()
        feed = _feed(request)
    except SearchUnavailable:
        return out_of_order(PLAIN)
    response = HttpResponse(write(feed), content_type=media_type)
    response["Cache-Control"] = "no-cache"
    if changed := _changed():
        response["Last-Modified"] = http_date(changed)
    return response


def _feed(request: HttpRequest) -> Feed:
    query = followed(parse_query(dict(request.GET.lists())))
    params = urlencode(to_params(query))
    return Feed(
        title=f"{settings.SITE_NAME}: {title_of(query)}",
        site=settings.SITE_NAME,
        here=absolute(request, request.path + (f"?{params}" if params else "")),
        page=search_address(request, query.sorted_by(Sort.NEWEST)),
        language=get_language() or settings.LANGUAGE_CODE,
        entries=entries_of(newest(query, ENTRIES), query, lambda path: absolute(request, path)),
    )


def _changed() -> float:
    """When anything that readers may see last changed, in seconds since 1970; 0 where there is nothing."""
    moments = Event.objects.published().aggregate(updated=Max("updated_at"), published=Max("published_at"))
    return max((moment.timestamp() for moment in moments.values() if moment), default=0.0)
