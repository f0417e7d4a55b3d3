"""What Haystack's SearchQuerySet asks of a backend, in the language that it speaks to Whoosh."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from haystack import connections
from haystack.models import SearchResult
from haystack.utils import get_model_ct
from tantivy import DocAddress, FieldType, Query
from whoosh import query as whoosh

from transcripts.models import Turn
from transcripts.search.backends.haystack_queries import parsed, wants_turns
from transcripts.search.backends.tantivy import counting
from transcripts.search.backends.tantivy.schema import SINGLE, key_of, schema, term
from transcripts.search.backends.tantivy.snapshot import Snapshot
from transcripts.search.backends.tantivy.translating import both, either, everything, having, without
from transcripts.search.backends.whoosh.schema import schema_of

COLUMNS = {"django_id": "turn_id", "date": "day"}  # our names for those that Haystack and its fields have
NUMBERS = ("event_id", "position", "date", "django_id")


def search(
    snapshot: Snapshot,
    query_string: str,
    *,
    sort_by: Sequence[str] | None = None,
    start_offset: int = 0,
    end_offset: int | None = None,
    facets: Iterable[str] | None = None,
    narrow_queries: Iterable[str] | None = None,
    models: Iterable[Any] | None = None,
    result_class: Any = None,
    **_unsupported: Any,
) -> dict[str, Any]:
    """Haystack's own shape: results, hits, facets. Highlights, date facets and spelling are not given."""
    query = _query([query_string, *(narrow_queries or ())], models)
    hits = snapshot.count(query)
    scored = _ordered(snapshot, query, sort_by or (), start_offset, hits if end_offset is None else end_offset)
    counts = counting.facet_counts(snapshot, query, list(facets or ()))
    return {
        "results": _results(snapshot, scored, result_class or SearchResult),
        "hits": hits,
        "facets": {"fields": {name: list(values.items()) for name, values in counts.items()}} if facets else {},
        "spelling_suggestion": None,
    }


def _query(query_strings: list[str], models: Iterable[Any] | None) -> Query:
    if not wants_turns(models) or not any(query_strings):
        return Query.empty_query()
    known = schema_of(connections["default"].get_unified_index().all_searchfields())
    return both([_translated(query) for query in parsed(query_strings, known)])


def _translated(query: Any) -> Query:
    way = WAYS.get(type(query))
    return way(query) if way else Query.empty_query()


def _term(query: Any) -> Query:
    field, text = query.fieldname, query.text
    match field:
        case "django_ct":
            return everything() if text == get_model_ct(Turn) else Query.empty_query()
        case "public_id":
            return Query.term_query(schema(), "key", key_of(text))
        case "text" | "exact" | "names":
            return Query.term_query(schema(), field, term(text), "freq")
    return having(field, [text])


def _phrase(query: Any) -> Query:
    if query.fieldname != "exact" or len(query.words) < 2:
        return both([_term(whoosh.Term(query.fieldname, word)) for word in query.words])
    return Query.phrase_query(schema(), "exact", list(map(term, query.words)), slop=max(query.slop - 1, 0))


def _range(query: Any) -> Query:
    column = COLUMNS.get(query.fieldname, query.fieldname)
    low = (query.start or 0) + bool(query.startexcl)
    high = 2**40 if query.end is None else query.end - bool(query.endexcl)
    if low > high:
        return Query.empty_query()
    return Query.const_score_query(Query.range_query(schema(), column, FieldType.Unsigned, low, high), 0.0)


def _beginning(query: Any) -> Query:
    return Query.fuzzy_term_query(schema(), query.fieldname, term(query.text), distance=0, prefix=True)


def _fuzzy(query: Any) -> Query:
    return Query.fuzzy_term_query(schema(), query.fieldname, term(query.text), distance=min(query.maxdist, 2))


def _any(query: Any) -> Query:
    return either([_translated(part) for part in query.subqueries])


WAYS: dict[type, Callable[[Any], Query]] = {
    whoosh.Term: _term,
    whoosh.Phrase: _phrase,
    whoosh.Prefix: _beginning,
    whoosh.FuzzyTerm: _fuzzy,
    whoosh.NumericRange: _range,
    whoosh.Every: lambda _query: everything(),
    whoosh.And: lambda query: both([_translated(part) for part in query.subqueries]),
    whoosh.Or: _any,
    whoosh.DisjunctionMax: _any,
    whoosh.Not: lambda query: without(_translated(query.query)),
    whoosh.AndNot: lambda query: both([_translated(query.a), without(_translated(query.b))]),
}


def _ordered(
    snapshot: Snapshot, query: Query, sort_by: Sequence[str], start: int, end: int
) -> list[tuple[float, DocAddress]]:
    """By the columns named, each in its own direction; then by score, then the newest first."""
    hits = snapshot.best(query, 0, snapshot.size if sort_by else end).hits
    addresses = [address for _score, address in hits]
    places = snapshot.column("newest", addresses)
    order = sorted(range(len(hits)), key=lambda number: (-hits[number][0], places[number]))
    for name in reversed(sort_by):
        values = _column(snapshot, name.lstrip("-"), addresses)
        order.sort(key=values.__getitem__, reverse=name.startswith("-"))
    return [hits[number] for number in order][start:end]


def _column(snapshot: Snapshot, name: str, addresses: list[DocAddress]) -> list[Any]:
    """Slugs are sorted by as texts; there is no column for several."""
    if name in NUMBERS:
        return [value or 0 for value in snapshot.column(COLUMNS.get(name, name), addresses)]
    slugs = _slugs(snapshot, addresses)
    return [each.get(name, "") for each in slugs]


def _slugs(snapshot: Snapshot, addresses: list[DocAddress]) -> list[dict[str, str]]:
    """By hit its slugs, counted out of tantivy's columns, which give texts no other way."""
    keys = snapshot.column("turn_id", addresses)
    found: dict[int, dict[str, str]] = {key: {} for key in keys}
    among = Query.term_set_query(schema(), "turn_id", keys)
    for name in SINGLE:
        inner = {"slug": {"terms": {"field": name, "size": 1}}}
        wanted = {"turn": {"terms": {"field": "turn_id", "size": len(keys) or 1, "segment_size": 10**7}, "aggs": inner}}
        for turn in snapshot.searcher.aggregate(among, wanted)["turn"]["buckets"]:
            found[turn["key"]].update((name, bucket["key"]) for bucket in turn["slug"]["buckets"])
    return [found[key] for key in keys]


def _results(snapshot: Snapshot, scored: list[tuple[float, DocAddress]], result_class: Any) -> list[Any]:
    app, model = get_model_ct(Turn).split(".")
    addresses = [address for _score, address in scored]
    rows = zip(
        scored,
        snapshot.column("turn_id", addresses),
        snapshot.public_ids(addresses),
        _slugs(snapshot, addresses),
        strict=True,
    )
    return [
        result_class(app, model, str(turn_id), float(score), public_id=public_id, **slugs)
        for (score, _address), turn_id, public_id, slugs in rows
    ]
