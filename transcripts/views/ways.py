"""Where a search leads on to: feeds, mail, files, a drawing over time."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from transcripts.search.query import Query, Sort, to_params


@dataclass(frozen=True, slots=True)
class Ways:
    """Addresses of the same search. `trends` is empty where there are no words to count."""

    results: str
    follow: str
    atom: str
    json_feed: str
    csv: str
    json: str
    trends: str


def ways(query: Query) -> Ways:
    """For what a query finds as a whole, from whichever page it is asked."""
    whole = query.grouped_by("")
    unsorted = whole.sorted_by(Sort.RELEVANCE)
    return Ways(
        results=_address("search", whole),
        follow=_address("follow", unsorted),
        atom=_address("search-atom", unsorted),
        json_feed=_address("search-json-feed", unsorted),
        csv=_address("search-csv", whole),
        json=_address("search-json", whole),
        trends=_address("trends", unsorted) if query.text else "",
    )


def _address(name: str, query: Query) -> str:
    params = urlencode(to_params(query))
    return f"{reverse(name)}?{params}" if params else reverse(name)
