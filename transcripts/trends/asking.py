"""What an address asks for → a wish, as a value."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext_noop

from transcripts.search.query import Params, Query, Sort, parse_query, to_params
from transcripts.trends.periods import Per

MOST_TERMS = 5
GROUPS = ("speaker", "outlet")
TOO_MANY = gettext_noop("Five terms are drawn at most; those behind the fifth were left out.")
UNKNOWN_PERIOD = gettext_noop("Counts are per year, quarter or month; years were taken.")
UNKNOWN_GROUP = gettext_noop("Counts can be parted by speaker or outlet; they were not.")
# Commas within quotation marks, curly ones too, or within parentheses belong to the term.
_TERM = re.compile(r'(?:["“”„][^"“”„]*["“”„]|\([^()]*\)|[^,])+')


@dataclass(frozen=True, slots=True)
class Wish:
    """Terms, each a query of its own under the same filters. `notes` are sentences marked for translation."""

    terms: tuple[Query, ...]
    base: Query
    per: Per = Per.YEAR
    by: str = ""
    share: bool = False
    notes: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The terms as they are typed."""
        return ", ".join(term.text for term in self.terms)


def parse_wish(params: Params) -> Wish:
    """`q`, `per`, `by`, `share` and the filters of a search. Raises nothing."""
    texts = _terms(params.get("q", ()))
    terms = tuple(_whole(parse_query({**params, "q": [text]})) for text in texts[:MOST_TERMS])
    per, by = _last(params, "per"), _last(params, "by")
    doubts = {
        TOO_MANY: len(texts) > MOST_TERMS,
        UNKNOWN_PERIOD: per not in ("", *Per),
        UNKNOWN_GROUP: by not in ("", *GROUPS),
    }
    said = [note for term in terms for note in term.notes]
    return Wish(
        terms=terms,
        base=_whole(parse_query({**params, "q": []})),
        per=Per(per) if per in list(Per) else Per.YEAR,
        by=by if by in GROUPS else "",
        share=_last(params, "share") in ("1", "on", "yes", "true"),
        notes=tuple(dict.fromkeys([*said, *(note for note, holds in doubts.items() if holds)])),
    )


def wish_params(wish: Wish) -> list[tuple[str, str]]:
    """The parameters that `parse_wish` reads this wish from; what is as by default is left out."""
    params = [("q", wish.text)] if wish.terms else []
    params += [("per", str(wish.per))] if wish.per is not Per.YEAR else []
    params += [("by", wish.by)] if wish.by else []
    params += [("share", "1")] if wish.share else []
    return params + [(name, value) for name, value in to_params(wish.base) if name != "strict"]


def _whole(query: Query) -> Query:
    """To the word, whatever its page or order: a search that finds little is not widened when it is counted."""
    return replace(query.sorted_by(Sort.RELEVANCE), group="", strict=True)


def _terms(values: Sequence[str]) -> list[str]:
    found = (match.group().strip() for value in values for match in _TERM.finditer(value[:5000]))
    return list(dict.fromkeys(term for term in found if term))


def _last(params: Mapping[str, Sequence[str]], name: str) -> str:
    return (params.get(name) or ("",))[-1]
