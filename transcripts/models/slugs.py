"""Addresses made of words."""

from collections.abc import Sequence

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


def new_slugs(taken: QuerySet, names: Sequence[str], *, fallback: str) -> list[str]:
    """A slug for each name, none twice and none that a row of `taken` has. One query, and one for each name taken."""
    wanted = [shorten(slugify(name)) for name in names]
    used = set(taken.filter(slug__in=wanted).values_list("slug", flat=True))
    slugs: list[str] = []
    for name, wish in zip(names, wanted, strict=True):
        slug = wish if wish and wish not in used else _next_free(taken, name, used, fallback)
        used.add(slug)
        slugs.append(slug)
    return slugs


def _next_free(taken: QuerySet, name: str, used: set[str], fallback: str) -> str:
    slug = free_slug(taken, name, fallback=fallback)
    stem, number = slug, 2
    while slug in used:
        slug, number = f"{stem}-{number}", number + 1
    return slug
