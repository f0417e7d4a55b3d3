"""Hits → a feed, as a value that each format writes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from html import unescape

from django.utils.html import escape, format_html, format_html_join, strip_tags
from django.utils.safestring import SafeString

from transcripts.models import Turn
from transcripts.search.query import Query
from transcripts.search.releases import ReleasedHit
from transcripts.search.results import Hit
from transcripts.search.snippets import highlighted
from transcripts.templatetags.transcript import attribution, dated_title, opening, speaker_name

NO_TIME = datetime(1970, 1, 1, tzinfo=UTC)
Address = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Entry:
    """One turn. `html` has the question above the answer; `address` is its permalink, and its name for ever."""

    address: str
    title: str
    author: str
    published: datetime
    summary: str
    html: SafeString
    kind: str
    language: str


@dataclass(frozen=True, slots=True)
class Feed:
    """`here` is the feed's own address, `page` that of the search. Entries come latest first."""

    title: str
    site: str
    here: str
    page: str
    language: str
    entries: tuple[Entry, ...]

    @property
    def updated(self) -> datetime:
        """When its newest entry became public; the beginning of 1970 where it has none."""
        return max((entry.published for entry in self.entries), default=NO_TIME)


def entries_of(released: Sequence[ReleasedHit], query: Query, address: Address) -> tuple[Entry, ...]:
    """`address` makes a path absolute."""
    return tuple(_entry(hit, since, query, address) for hit, since in released)


def _entry(hit: Hit, since: datetime, query: Query, address: Address) -> Entry:
    turn = hit.turn
    return Entry(
        address=address(turn.get_absolute_url()),
        title=f"{speaker_name(turn)}: {opening(turn.text, 14)}",
        author=speaker_name(turn),
        published=since,
        summary=_unmarked(hit.snippet),
        html=_html(hit, query, address),
        kind=turn.kind,
        language=turn.event.language,
    )


def _unmarked(snippet: str) -> str:
    """The snippet as plain text. Only its marks are markup: what the text itself has of `<` is escaped in it."""
    return unescape(strip_tags(snippet))


def _html(hit: Hit, query: Query, address: Address) -> SafeString:
    turn, event = hit.turn, hit.turn.event
    return format_html(
        '{}{}<p><a href="{}">{}</a></p>',
        _said(hit.question, None, address) if hit.question else "",
        _said(turn, query, address),
        f"{address(event.get_absolute_url())}#t-{turn.public_id}",
        dated_title(event),
    )


def _said(turn: Turn, query: Query | None, address: Address) -> SafeString:
    """Who spoke, and the words to the letter, with what was searched for in `<mark>`."""
    return format_html(
        '<p><strong>{}:</strong></p><blockquote cite="{}">{}</blockquote>',
        attribution(turn),
        address(turn.get_absolute_url()),
        _paragraphs(turn.text, query),
    )


def _paragraphs(text: str, query: Query | None) -> SafeString:
    paragraphs = ((highlighted(paragraph, query) if query else escape(paragraph),) for paragraph in text.split("\n\n"))
    return format_html_join("", "<p>{}</p>", paragraphs)
