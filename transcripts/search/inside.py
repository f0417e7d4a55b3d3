"""Searching within one event: the same words, phrases and operators, turn by turn, without the index."""

from __future__ import annotations

from collections.abc import Iterable

from transcripts.models import Turn
from transcripts.search.marks import Said, Span, leaf_spans, spans
from transcripts.search.nodes import And, Between, Field, Most, Node, Not, Or
from transcripts.search.query import Query


def found_inside(turns: Iterable[Turn], query: Query) -> dict[str, list[Span]]:
    """Where in the text of each turn, by its id, what was searched for stands; only turns that match have any.

    What is said of speakers, dates and the like narrows nothing down here: it is for finding turns among many.
    """
    if query.node is None:
        return {}
    found = {}
    for turn in turns:
        if _holds(query.node, Said(turn.text)) and (places := spans(turn.text, query)):
            found[turn.public_id] = places
    return found


def _holds(node: Node, said: Said) -> bool:
    match node:
        case And(parts):
            return all(_holds(part, said) for part in parts)
        case Or(parts):
            return any(_holds(part, said) for part in parts)
        case Most(parts, least):
            return sum(_holds(part, said) for part in parts) >= least
        case Not(part):
            return isinstance(part, Field | Between) or not _holds(part, said)
        case Field() | Between():
            return True
    return any(True for _span in leaf_spans(node, said))
