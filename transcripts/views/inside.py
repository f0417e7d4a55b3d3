"""What is searched for within an event, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import HttpRequest

from transcripts.models import Turn
from transcripts.search.inside import found_inside
from transcripts.search.marks import Span
from transcripts.search.query import parse_query


@dataclass(frozen=True, slots=True)
class Inside:
    """`found` is where in the texts of turns, by their ids; `notes` are on what was not understood."""

    text: str
    found: Mapping[str, Sequence[Span]]
    notes: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        return sum(map(len, self.found.values()))


def inside_of(request: HttpRequest, turns: Sequence[Turn]) -> Inside:
    """What `?q=` finds in these turns."""
    query = parse_query({"q": request.GET.getlist("q")})
    return Inside(query.text, found_inside(turns, query), query.notes if query.text else ())
