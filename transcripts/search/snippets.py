"""A passage of a text around what was searched for, as HTML in which only `<mark>` stands for itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from transcripts.search.marks import Span, spans
from transcripts.search.query import Query

LENGTH = 240
NEAR = 60  # how far a border may move to meet a sentence's
ELLIPSIS = "…"
_SENTENCE = re.compile(r"(?<=[.!?…])[\"'”’»)]*\s+(?=\S)|\n+")
_ENDED = re.compile(r"(?:[.!?…][\"'”’»)]*|\n)\s*$")
_BEFORE = 40  # characters kept before the first mark where no sentence begins nearby


def snippet(text: str, query: Query, *, length: int = LENGTH) -> SafeString:
    """About `length` characters around the passage with most of the query, or the beginning where it has none."""
    found = spans(text, query)
    start, end = _window(text, found, length)
    marked = "".join(_pieces(text, [span for span in found if span[0] >= start and span[1] <= end], start, end))
    before = f"{ELLIPSIS}{_space(text[:start])}" if text[:start].strip() else ""
    after = f"{_space(text[:end])}{ELLIPSIS}" if text[end:].strip() else ""
    return mark_safe(f"{before}{marked.strip()}{after}")  # noqa: S308 - every piece of the text is escaped


def _space(so_far: str) -> str:
    """What parts whole sentences that are left out from those that are shown; nothing where a sentence is cut."""
    return " " if _ENDED.search(so_far[-20:]) else ""


def highlighted(text: str, query: Query) -> SafeString:
    """The whole text, escaped, with everything marked that was searched for."""
    return mark_safe("".join(_pieces(text, spans(text, query), 0, len(text))))  # noqa: S308 - as above


def _window(text: str, found: list[Span], length: int) -> Span:
    if len(text) <= length:
        return 0, len(text)
    first, last = _densest(found, length) if found else (0, 0)
    start = _start(text, first, max(last - length, 0)) if found else 0
    return start, _end(text, max(start + length, last))


def _densest(found: list[Span], length: int) -> Span:
    """The run of spans within `length` that marks most different words, the first of several."""
    best, most, end = (0, 0), -1, 0
    for place, (start, _end_of_first) in enumerate(found):
        end = max(end, place)
        while end + 1 < len(found) and found[end + 1][1] - start <= length - _BEFORE:
            end += 1
        marked = sum(last - first for first, last in found[place : min(end, place + 20) + 1])
        if marked > most:
            best, most = (start, found[end][1]), marked
    return best


def _start(text: str, first: int, earliest: int) -> int:
    """Where a sentence begins shortly before `first`, else where a word does."""
    lowest = max(first - NEAR - _BEFORE, earliest, 0)
    if lowest == 0:
        return 0
    borders = [match.end() for match in _SENTENCE.finditer(text, lowest, first + 1) if match.end() <= first]
    if borders:
        return borders[0]
    space = re.compile(r"\s+").search(text, max(first - _BEFORE, earliest), first)
    return space.end() if space else first


def _end(text: str, target: int) -> int:
    """Where a sentence ends shortly before or after `target`, else where a word does."""
    if target >= len(text) - NEAR // 3:
        return len(text)
    borders = [match.start() for match in _SENTENCE.finditer(text, target - NEAR, target + NEAR // 2)]
    if borders:
        return min(borders, key=lambda border: abs(border - target))
    space = re.compile(r"\s").search(text, target, target + NEAR)
    return space.start() if space else target


def _pieces(text: str, found: list[Span], start: int, end: int) -> Iterator[str]:
    """The text from `start` to `end`, each piece escaped by itself, so that no mark lands in an entity."""
    borders = [(start, start), *found, (end, end)]
    for (first, before), (after, _last) in pairwise(borders):
        if first < before:
            yield f"<mark>{escape(text[first:before])}</mark>"
        yield escape(text[before:after])
