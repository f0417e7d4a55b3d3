"""The whole of a search as a spreadsheet or as data, sent while it is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse, StreamingHttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from transcripts.exports import records, sheets
from transcripts.exports.hits import COLUMNS, row
from transcripts.search import indexing
from transcripts.search.engine import SearchUnavailable, find
from transcripts.search.query import Query, parse_query, to_params
from transcripts.search.results import Facet, Hit
from transcripts.search.walking import walk
from transcripts.views.addresses import absolute
from transcripts.views.data import turn_record

CSV = "text/csv; charset=utf-8"
JSON = "application/json"
OUT_OF_ORDER = "Search is out of order just now. Try again in a minute."
WAIT_SECONDS = "30"
FEW = 200  # hits up to which a result is sent whole: a failure is then an error page and not a file cut short


@require_safe
def search_csv(request: HttpRequest) -> HttpResponseBase:
    """A row for every turn that matches, below the search, its total and the time; `?head=no` leaves these out."""
    try:
        indexing.drain_if_due()
        whole = walk(parse_query(_params(request)), snippets=False)
    except SearchUnavailable:
        return unavailable(HttpResponse(_(OUT_OF_ORDER), content_type="text/plain; charset=utf-8", status=503))
    head = [] if request.GET.get("head") == "no" else _head_rows(request, whole.query, whole.total)
    rows = (row(hit, lambda path: absolute(request, path)) for hit in whole.hits)
    body = sheets.write(COLUMNS, rows, head=head)
    return sent(request, body, CSV, name=file_name(whole.query.text, "csv"), streamed=whole.total > FEW)


@require_safe
def search_json(request: HttpRequest) -> HttpResponseBase:
    """Every turn that matches, or with `?page=` those of one page, below the query, its total, time and facets."""
    try:
        indexing.drain_if_due()
        head, hits = (_one_page if "page" in request.GET else _whole)(request)
    except SearchUnavailable:
        return unavailable(JsonResponse({"error": _(OUT_OF_ORDER)}, status=503))
    body = records.write(head, "hits", (_hit_record(request, hit) for hit in hits))
    name, many = file_name(str(head["query"]), "json"), "page" not in request.GET and int(str(head["total"])) > FEW
    return sent(request, body, JSON, name=name, attached=False, streamed=many)


def unavailable(response: HttpResponse) -> HttpResponse:
    response["Retry-After"] = WAIT_SECONDS
    return response


def sent(
    request: HttpRequest,
    pieces: Iterable[str],
    media_type: str,
    *,
    name: str,
    attached: bool = True,
    streamed: bool = True,
) -> HttpResponseBase:
    """A response under that file name: written while it goes out, or whole, with its length. HEAD reads nothing."""
    body: Iterable[str] = () if request.method == "HEAD" else pieces
    kind = StreamingHttpResponse if streamed else HttpResponse
    response = kind(body, content_type=media_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=attached, filename=name)
    response["Cache-Control"] = "no-cache"
    return response


def file_name(words: str, ending: str) -> str:
    """Site, words and day: `verbatim-ferry-2026-04-30.csv`. Letters of any script."""
    described = slugify(f"{settings.SITE_NAME} {words[:60]}", allow_unicode=True)
    return f"{described}-{timezone.now().date().isoformat()}.{ending}"


def made_at() -> str:
    """Now, as RFC 3339 in UTC, whole seconds."""
    return _stamp(timezone.now())


def _stamp(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def search_address(request: HttpRequest, query: Query) -> str:
    """Where the search page shows this query."""
    return absolute(request, f"{reverse('search')}?{urlencode(to_params(query))}")


def _params(request: HttpRequest) -> Mapping[str, list[str]]:
    return dict(request.GET.lists())


def _head_rows(request: HttpRequest, query: Query, total: int) -> list[list[str]]:
    rows = [
        ["search", query.text],
        ["address", search_address(request, query)],
        ["turns", str(total)],
        ["made", made_at()],
    ]
    return rows + [["note", _(note)] for note in query.notes]


def _whole(request: HttpRequest) -> tuple[dict[str, object], Iterator[Hit]]:
    whole = walk(parse_query(_params(request)))
    head = _head(request, whole.query, whole.total)
    return head | _counts(whole.facets, whole.years) | {"page": 1, "pages": 1}, whole.hits


def _one_page(request: HttpRequest) -> tuple[dict[str, object], Iterator[Hit]]:
    page = find(parse_query(_params(request)))
    head = _head(request, page.query, page.total) | _counts(page.facets, page.years)
    return head | {"page": page.page, "pages": page.pages}, iter(page.hits)


def _head(request: HttpRequest, query: Query, total: int) -> dict[str, object]:
    return {
        "query": query.text,
        "address": search_address(request, query),
        "notes": [_(note) for note in query.notes],
        "total": total,
        "made": made_at(),
    }


def _counts(facets: Iterable[Facet], years: Iterable[tuple[int, int]]) -> dict[str, object]:
    return {
        "facets": {
            facet.name: [{"slug": value.slug, "label": value.label, "count": value.count} for value in facet.values]
            for facet in facets
        },
        "years": [{"year": year, "count": count} for year, count in years],
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
