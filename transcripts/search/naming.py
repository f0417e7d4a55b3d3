"""Names as typed in a filter → slugs of those who bear them, now or under any name that they were printed with."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace

from django.conf.locale import LANG_INFO
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.text import slugify
from django.utils.translation import gettext as _

from transcripts.models import Event, Organization, Person, Series, Turn
from transcripts.models.people import Named, name_key
from transcripts.search.nodes import And, Field, Node, Not, Or, Phrase
from transcripts.search.query import Query

MOST_BEARERS = 100
SHOWN = 3
Roles = Callable[[], Collection[str]]


def resolved(query: Query, roles: Roles) -> Query:
    """With slugs in the place of names, and a remark on each name that nobody bears or that several do.

    A name that nobody bears is searched as words. `roles` gives the slugs of the offices in the index. Two database
    queries for each name at most.
    """
    resolver = _Resolver(roles)
    node = resolver.node(query.node)
    return query if node == query.node else replace(query, node=node, notes=(*query.notes, *resolver.notes))


class _Resolver:
    def __init__(self, roles: Roles) -> None:
        self._roles = roles
        self.notes: list[str] = []
        self._ways: dict[str, Callable[[str], list[str]]] = {
            "speaker": lambda name: self._bearers(Person, name),
            "outlet": lambda name: self._bearers(Organization, name),
            "askers": self._parties,
            "answerers": self._parties,
            "role": lambda name: with_words(self._roles(), name),
            "event": lambda name: _titled(Event.objects.published(), "title", name),
            "series": lambda name: _titled(Series.objects.all(), "name", name),
            "language": _language_codes,
        }

    def node(self, node: Node | None) -> Node | None:
        match node:
            case And(parts):
                return And(tuple(map(self.node, parts)))
            case Or(parts):
                return Or(tuple(map(self.node, parts)))
            case Not(part):
                return Not(self.node(part))
            case Field(name, values) if name in self._ways:
                return self._field(name, values)
        return node

    def _field(self, name: str, values: tuple[str, ...]) -> Node:
        """Doing it twice is doing it once: a slug names its own bearer."""
        if slugs := tuple(dict.fromkeys(slug for value in values for slug in self._ways[name](value))):
            return Field(name, slugs)
        typed = values[0]
        self.notes.append(_("Nothing here bears the name “%(name)s”: it was searched as words.") % {"name": typed})
        return Phrase(typed)

    def _parties(self, name: str) -> list[str]:
        if name.startswith(("speaker/", "outlet/")):
            return [name]
        people, outlets = self._bearers(Person, name), self._bearers(Organization, name)
        return [f"speaker/{slug}" for slug in people] + [f"outlet/{slug}" for slug in outlets]

    def _bearers(self, model: type[Named], name: str) -> list[str]:
        bearers = bearers_of(model, name)
        if len(bearers) > 1:
            self.notes.append(_several(name, bearers.values()))
        return list(bearers)


def bearers_of(model: type[Named], name: str) -> dict[str, str]:
    """Slugs and names of those with that slug, or else of those with these words in any of their names.

    Only of those with turns that readers may see: a name alone must not tell of what is still to come.
    """
    exact = model.objects.filter(slug=name.lower()).select_related("merged_into")
    found = exact or _with_alias(model, name_key(name))
    standing = {bearer.standing().pk for bearer in found}
    return dict(heard(model).filter(pk__in=standing).order_by("slug").values_list("slug", "name"))


def heard(model: type[Named]) -> QuerySet:
    """Those with turns that readers may see."""
    field = "speaker" if model is Person else "affiliation"
    return model.objects.filter(Exists(Turn.objects.published().filter(**{field: OuterRef("pk")}).order_by()))


def _with_alias(model: type[Named], key: str) -> list[Named]:
    words = key.split()
    if not words:
        return []
    holding = Q()
    for word in words:
        holding &= Q(aliases__key__contains=word)
    aliases = model.objects.filter(holding).values_list("pk", "aliases__key").order_by("pk")
    named = {pk for pk, alias in aliases[: 20 * MOST_BEARERS] if set(words) <= set(alias.split())}
    return list(model.objects.filter(pk__in=sorted(named)[:MOST_BEARERS]).select_related("merged_into"))


def _several(name: str, bearers: Collection[str]) -> str:
    shown = ", ".join(sorted(bearers)[:SHOWN])
    if len(bearers) > SHOWN:
        more = len(bearers) - SHOWN
        return _("“%(name)s” names several: %(shown)s and %(more)d more.") % {
            "name": name,
            "shown": shown,
            "more": more,
        }
    return _("“%(name)s” names several: %(shown)s.") % {"name": name, "shown": shown}


def with_words(slugs: Iterable[str], typed: str) -> list[str]:
    """The slugs that have all words of what was typed, as whole words, one after the other."""
    wanted = f"-{slugify(typed) or slugify(typed, allow_unicode=True)}-"
    return sorted(slug for slug in slugs if slug and wanted in f"-{slug}-")[:MOST_BEARERS] if wanted != "--" else []


def _titled(titled: QuerySet, field: str, typed: str) -> list[str]:
    """By slug, or else by words of the title."""
    if slugs := list(titled.filter(slug=typed).values_list("slug", flat=True)):
        return slugs
    holding = Q()
    for word in typed.split():
        holding &= Q(**{f"{field}__icontains": word})
    return list(titled.filter(holding).order_by("slug").values_list("slug", flat=True)[:MOST_BEARERS])


def _language_codes(typed: str) -> list[str]:
    """The code itself, or that of the language's name, in English or its own."""
    wanted = typed.casefold()
    if len(wanted) == 2:
        return [wanted]
    named = (code for code, info in LANG_INFO.items() if wanted in (_folded(info, "name"), _folded(info, "name_local")))
    return list(named)[:1]


def _folded(info: Mapping[str, str], name: str) -> str:
    return str(info.get(name, "")).casefold()
