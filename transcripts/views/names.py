"""What the lists of people and of outlets have in common."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from django.core.paginator import Page
from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest

from transcripts.models import Turn
from transcripts.models.people import NamedQuerySet, name_key
from transcripts.views.pages import page_of

PAGE_SIZE = 120


@dataclass(frozen=True, slots=True)
class Letter:
    initial: str
    bearers: tuple


@dataclass(frozen=True, slots=True)
class Names:
    """A page of names by initial, and the page itself for its links."""

    letters: tuple[Letter, ...]
    page: Page
    typed: str


def names(request: HttpRequest, bearers: NamedQuerySet, turn_field: str) -> Names:
    """A page of those with turns that readers may see, narrowed to the names like `?q=`.

    Counts are taken for the names of this page alone. Four queries, however many names there are.
    """
    typed = request.GET.get("q", "").replace("\x00", "").strip()[:100]
    heard = bearers.filter(Exists(Turn.objects.published().filter(**{turn_field: OuterRef("pk")})))
    page = page_of(request, _like(heard, typed).order_by("name", "pk").values_list("pk", flat=True), PAGE_SIZE)
    # The database sorts É after Z; a reader looks for it under E.
    counted = sorted(bearers.heard().filter(pk__in=list(page.object_list)), key=lambda bearer: name_key(bearer.name))
    letters = (Letter(initial, tuple(group)) for initial, group in groupby(counted, key=_initial))
    return Names(letters=tuple(letters), page=page, typed=typed)


def _like(bearers: NamedQuerySet, typed: str) -> NamedQuerySet:
    """By any name the bearer is printed under, blind to case and accents."""
    key = name_key(typed)
    if not key:
        return bearers
    return bearers.filter(Q(name__icontains=typed) | Q(aliases__key__contains=key)).distinct()


def _initial(bearer) -> str:
    return name_key(bearer.name)[:1].upper() or "#"
