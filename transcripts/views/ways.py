"""Where a search leads on to: feeds, mail, files, a drawing over time."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.urls import reverse

from transcripts.search.query import Query, Sort, to_params
from transcripts.views.turns_at import TurnsAt


@dataclass(frozen=True, slots=True)
class Ways:
    """Addresses of the same search. `trends` is empty where there are no words to count.

    `turns` says how much there is behind an address that leads out of an empty result.
    """

    results: str
    follow: str
    atom: str
    json_feed: str
    csv: str
    json: str
    trends: str
    turns: TurnsAt = field(default_factory=TurnsAt)


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
