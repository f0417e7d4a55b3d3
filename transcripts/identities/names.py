"""The names that bearers answer to."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from transcripts.identities.families import Family, family_of
from transcripts.models import Organization, Person
from transcripts.models.locks import hold
from transcripts.models.people import name_key
from transcripts.models.slugs import free_slug


def bearers_named(name: str, model: type[Person | Organization]) -> list[Person] | list[Organization]:
    """All who answer to the name, but for those who turned out to be another. One query."""
    return by_key(family_of(model), {name_key(name)}).get(name_key(name), [])


@transaction.atomic
def add_bearer(model: type[Person | Organization], name: str) -> Person | Organization:
    """Somebody new of this name, whoever else has it."""
    family = family_of(model)
    hold(family.field)
    bearer = model.objects.create(name=name, slug=free_slug(model.objects.all(), name, fallback=family.field))
    add_aliases(family, [(bearer, name)])
    return bearer


@transaction.atomic
def add_alias(bearer: Person | Organization, name: str) -> None:
    """Make the name one that resolves to the bearer, whoever else has it."""
    family = family_of(bearer)
    family.alias.objects.get_or_create(key=name_key(name), defaults={"name": name}, **{family.field: bearer})
    _refresh_clues(family, bearer)


def answer_to_its_name(bearer: Person | Organization) -> None:
    """As `add_alias`, for the bearer's own name; all its names can be found by their clues from then on."""
    add_alias(bearer, bearer.name)


def answers_to(bearers: Iterable[Person | Organization]) -> set[tuple[int, str]]:
    """Each bearer's number with each key that it answers to. One query; all of one model."""
    several = list(bearers)
    if not several:
        return set()
    family = family_of(several[0])
    rows = family.alias.objects.filter(**{f"{family.field}__in": {bearer.pk for bearer in several}})
    return set(rows.values_list(f"{family.field}_id", "key"))


def by_key(family: Family, keys: Iterable[str]) -> dict[str, list]:
    """All bearers of each key, but for those who turned out to be another. One query."""
    rows = family.alias.objects.filter(key__in=set(keys)).select_related(family.field)
    found: dict[str, list] = {}
    for row in rows.order_by("pk"):
        bearer = getattr(row, family.field)
        # Asked of each row: as a condition it makes SQLite begin with all people.
        if not bearer.merged_into_id:
            found.setdefault(row.key, []).append(bearer)
    return found


def add_aliases(family: Family, named: Iterable[tuple[Person | Organization, str]]) -> None:
    """Give names to bearers that do not have them, with their clues. Two queries, and more only for thousands."""
    rows = [family.alias(name=name, key=name_key(name), **{family.field: bearer}) for bearer, name in named]
    _add_clues(family, family.alias.objects.bulk_create(rows))


def _refresh_clues(family: Family, bearer: Person | Organization) -> None:
    family.clue.objects.filter(**{f"alias__{family.field}": bearer}).delete()
    _add_clues(family, bearer.aliases.all())


def _add_clues(family: Family, aliases: Iterable) -> None:
    family.clue.objects.bulk_create(
        family.clue(alias=alias, key=key) for alias in aliases for key in sorted(family.clues_of(alias.name))
    )
