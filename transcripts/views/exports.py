"""The whole of a search as a spreadsheet or as data, sent while it is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from transcripts.exports import records, sheets
from transcripts.exports.hits import COLUMNS, row
from transcripts.exports.places import Places
from transcripts.exports.turns import ExportedHit
from transcripts.exports.whole import whole
from transcripts.search import indexing
from transcripts.search.engine import SearchUnavailable, find
from transcripts.search.query import Query, parse_query, to_params
from transcripts.search.results import Facet, Hit
from transcripts.search.snippets import snippet
from transcripts.views.addresses import absolute
from transcripts.views.data import places_of, question_record, turn_record
from transcripts.views.downloads import CSV, JSON, file_name, made_at, out_of_order, sent

FEW = 200  # hits up to which a result is sent whole: a failure is then an error page and not a file cut short
Record = dict[str, object]


@require_safe
def search_csv(request: HttpRequest) -> HttpResponseBase:
    """A row for every turn that matches, below the search, its total and the time; `?head=no` leaves these out."""
    try:
        indexing.drain_if_due()
        found = whole(parse_query(_params(request)))
    except SearchUnavailable:
        return out_of_order(CSV)
    head = [] if request.GET.get("head") == "no" else _head_rows(request, found.query, found.total)
    places = places_of(request)
    body = sheets.write(COLUMNS, (row(hit, places) for hit in found.hits), head=head)
    return sent(request, body, CSV, name=file_name(found.query.text, "csv"), long=found.total > FEW)


@require_safe
def search_json(request: HttpRequest) -> HttpResponseBase:
    """Every turn that matches, or with `?page=` those of one page, below the query, its total, time and facets."""
    one_page = "page" in request.GET
    try:
        indexing.drain_if_due()
        head, hits = (_one_page if one_page else _whole)(request)
    except SearchUnavailable:
        return out_of_order(JSON)
    body = records.write(head, "hits", hits)
    name, long = file_name(str(head["query"]), "json"), not one_page and int(str(head["total"])) > FEW
    return sent(request, body, JSON, name=name, attached=False, long=long)


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


def _whole(request: HttpRequest) -> tuple[Record, Iterator[Record]]:
    found, places = whole(parse_query(_params(request))), places_of(request)
    head = _head(request, found.query, found.total) | _counts(found.facets, found.years) | {"page": 1, "pages": 1}
    return head, (_hit_record(hit, snippet(hit.turn.text, found.query), places) for hit in found.hits)


def _one_page(request: HttpRequest) -> tuple[Record, Iterator[Record]]:
    page, places = find(parse_query(_params(request))), places_of(request)
    head = _head(request, page.query, page.total) | _counts(page.facets, page.years)
    return head | {"page": page.page, "pages": page.pages}, (_hit_record(hit, hit.snippet, places) for hit in page.hits)


def _head(request: HttpRequest, query: Query, total: int) -> Record:
    return {
        "query": query.text,
        "address": search_address(request, query),
        "notes": [_(note) for note in query.notes],
        "total": total,
        "made": made_at(),
    }


def _counts(facets: Iterable[Facet], years: Iterable[tuple[int, int]]) -> Record:
    return {
        "facets": {
            facet.name: [{"slug": value.slug, "label": value.label, "count": value.count} for value in facet.values]
            for facet in facets
        },
        "years": [{"year": year, "count": count} for year, count in years],
    }


def _hit_record(hit: Hit | ExportedHit, passage: str, places: Places) -> Record:
    """The turn, its snippet as HTML with <mark>, and the question that it answers."""
    question = hit.question and question_record(hit.question, places)
    return {**turn_record(hit.turn, places), "snippet": str(passage), "question": question}
