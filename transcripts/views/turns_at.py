"""How much the search page at another address would show, for pages that lead there."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from transcripts.search.engine import SearchUnavailable, answered
from transcripts.search.query import parse_query

MOST = 6  # searches that one page counts beside its own


class TurnsAt:
    """By address, the number of turns that its page would tell; each is counted when a template asks for it.

    None for more addresses than MOST, and where the index does not answer: not counted is not none.
    """

    def __init__(self) -> None:
        self._left = MOST

    def __getitem__(self, address: str) -> int | None:
        if not self._left:
            return None
        self._left -= 1
        try:
            return answered(parse_query(parse_qs(urlsplit(address).query)), per_page=1)[1].total
        except SearchUnavailable:
            return None
