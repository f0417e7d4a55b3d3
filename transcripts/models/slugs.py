"""Addresses made of words."""

from django.db.models import QuerySet
from django.utils.text import slugify

MAX_LENGTH = 90


def free_slug(taken: QuerySet, words: str, *, fallback: str) -> str:
    """A slug for `words` that no row of `taken` has: as it is, else with -2, -3 … behind it. One query."""
    base = shorten(slugify(words)) or shorten(slugify(words, allow_unicode=True)) or fallback
    used = set(taken.filter(slug__startswith=base).values_list("slug", flat=True))
    if base not in used:
        return base
    number = 2
    while f"{base}-{number}" in used:
        number += 1
    return f"{base}-{number}"


def shorten(slug: str) -> str:
    """At most MAX_LENGTH characters, cut between words."""
    if len(slug) <= MAX_LENGTH:
        return slug
    return slug[: MAX_LENGTH + 1].rpartition("-")[0] or slug[:MAX_LENGTH]
