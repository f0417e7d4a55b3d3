"""What Haystack's SearchQuerySet asks of a backend: a query as text, orders, facets, pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from typing import Any

import numpy as np
from haystack.models import SearchResult
from haystack.utils import get_model_ct

from transcripts.models import Turn
from transcripts.search.backends.haystack_queries import parsed, wants_turns
from transcripts.search.backends.whoosh.evaluating import Evaluator, Matches
from transcripts.search.backends.whoosh.schema import Number, Slug
from transcripts.search.backends.whoosh.snapshot import Snapshot


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
    matches = _matches(snapshot, [query_string, *(narrow_queries or ())], models)
    ids = np.flatnonzero(matches.mask)
    ordered = ids[_order(snapshot, ids, matches.scores[ids], sort_by or ())][slice(start_offset, end_offset)]
    return {
        "results": _results(snapshot, ordered, matches.scores, result_class or SearchResult),
        "hits": len(ids),
        "facets": {"fields": {name: _facet(snapshot, name, ids) for name in facets}} if facets else {},
        "spelling_suggestion": None,
    }


def _matches(snapshot: Snapshot, query_strings: list[str], models: Iterable[Any] | None) -> Matches:
    """The first query scores, the others only narrow."""
    evaluator = Evaluator(snapshot)
    found = [evaluator.evaluate(query) for query in parsed(query_strings, snapshot.schema)]
    masks = [match.mask for match in found] + ([] if found else [np.zeros(snapshot.size, bool)])
    mask = reduce(np.logical_and, masks, snapshot.live) & wants_turns(models)
    return Matches(mask, found[0].scores if found else np.zeros(snapshot.size, np.float32))


def _order(snapshot: Snapshot, ids: np.ndarray, scores: np.ndarray, sort_by: Sequence[str]) -> np.ndarray:
    """By the columns named, each in its own direction; then by score, then the newest first."""
    keys = [snapshot.newest_first()[ids], -scores]
    for name in reversed(sort_by):
        ranks = _ranks(snapshot, name.lstrip("-"))[ids]
        keys.append(-ranks if name.startswith("-") else ranks)
    return np.lexsort(keys)


def _ranks(snapshot: Snapshot, name: str) -> np.ndarray:
    if isinstance(snapshot.schema[name], Number):
        return snapshot.numbers(name)
    values, codes = snapshot.slugs(name)
    return np.argsort(np.argsort(np.array(values)))[codes] if values else codes


def _facet(snapshot: Snapshot, name: str, ids: np.ndarray) -> list[tuple[str, int]]:
    values, codes = snapshot.slugs(name)
    counts = np.bincount(codes[ids], minlength=len(values)).tolist()
    pairs = ((value, count) for value, count in zip(values, counts, strict=True) if value and count)
    return sorted(pairs, key=lambda pair: (-pair[1], pair[0]))


def _results(snapshot: Snapshot, ids: np.ndarray, scores: np.ndarray, result_class: Any) -> list[Any]:
    app, model = get_model_ct(Turn).split(".")
    slugs = {name: snapshot.slugs(name) for name, kind in snapshot.schema.items() if isinstance(kind, Slug)}
    del slugs["django_ct"]
    return [
        result_class(
            app,
            model,
            str(snapshot.numbers("django_id")[number]),
            float(scores[number]),
            public_id=snapshot.keys("public_id")[number].decode("ascii"),
            **{name: values[codes[number]] for name, (values, codes) in slugs.items()},
        )
        for number in ids.tolist()
    ]
