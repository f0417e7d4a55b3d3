"""How much the search page at another address would show, for pages that lead there."""

from __future__ import annotations

from time import monotonic
from urllib.parse import parse_qs, urlsplit

from transcripts.search.engine import SearchUnavailable, answered
from transcripts.search.query import parse_query

MOST = 6  # searches that one page counts beside its own
SECONDS = 0.5  # of counting, after which the page goes out with what it has


class TurnsAt:
    """By address, the number of turns that its page would tell; each is counted when a template asks for it.

    None for more than MOST addresses, once counting has taken `seconds`, and where the index does not answer: not
    counted is not none.
    """

    def __init__(self, *, seconds: float = SECONDS) -> None:
        self._asked = 0
        self._left = seconds

    def __getitem__(self, address: str) -> int | None:
        if self._asked == MOST or self._left <= 0:
            return None
        self._asked += 1
        began = monotonic()
        try:
            return answered(parse_query(parse_qs(urlsplit(address).query)), per_page=1)[1].total
        except SearchUnavailable:
            return None
        finally:
            self._left -= monotonic() - began
