"""What a followed search is called: its words, and what narrows it down by name."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from transcripts.search.facets import LABELS
from transcripts.search.query import FILTERS, Query


def title_of(query: Query) -> str:
    """On one line, whatever was typed: `ferry, Ada Quill, Answer, until 30 April 2024`."""
    return ", ".join(filter(None, (" ".join(query.text.split()), *filters_of(query)))) or _("all turns")


def filters_of(query: Query) -> tuple[str, ...]:
    """Each value of each filter as readers call it. A query for each kind of name that it filters by."""
    return (*(label for name in FILTERS for label in _labels(name, query.values(name))), *_days(query))


def _labels(name: str, slugs: tuple[str, ...]) -> Iterator[str]:
    """A role has no row that knows how it is written, and is called as its slug."""
    labels = LABELS[name](slugs) if slugs and name in LABELS else {}
    return (labels.get(slug) or slug.replace("-", " ") for slug in slugs)


def _days(query: Query) -> Iterator[str]:
    if query.since:
        yield _("from %(day)s") % {"day": date_format(query.since, "j F Y")}
    if query.until:
        yield _("until %(day)s") % {"day": date_format(query.until, "j F Y")}
