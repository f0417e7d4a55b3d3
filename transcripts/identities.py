"""Names as printed → the people and organizations of the archive."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Model
from django.utils.text import slugify

from transcripts.models import Organization, OrganizationAlias, Person, PersonAlias
from transcripts.models.people import name_key
from transcripts.models.slugs import free_slug, shorten


def resolve_people(names: Iterable[str]) -> dict[str, Person]:
    """Each name's person, made where the archive does not know the name. Names that are blank are left out.

    A constant number of queries, but for names whose address is taken by another. Call it inside a transaction.
    """
    return _resolve(names, Person, PersonAlias, "person")


def resolve_organizations(names: Iterable[str]) -> dict[str, Organization]:
    """As `resolve_people`, for outlets and other bodies."""
    return _resolve(names, Organization, OrganizationAlias, "organization")


def known_people(names: Iterable[str]) -> dict[str, Person]:
    """Those of the names that the archive knows, each with its person. One query; makes nobody."""
    return _look_up(names, PersonAlias, "person")


def known_organizations(names: Iterable[str]) -> dict[str, Organization]:
    """As `known_people`, for outlets and other bodies."""
    return _look_up(names, OrganizationAlias, "organization")


def answer_to_its_name(bearer: Person | Organization) -> None:
    """Make the bearer's own name one that resolves to it, unless it leads to another already."""
    alias = PersonAlias if isinstance(bearer, Person) else OrganizationAlias
    field = bearer._meta.model_name  # noqa: SLF001 - Django's documented door
    alias.objects.get_or_create(key=name_key(bearer.name), defaults={"name": bearer.name, field: bearer})


def _look_up(names: Iterable[str], alias: type[Model], field: str) -> dict[str, Model]:
    keys = {name: name_key(name) for name in names}
    known = _known(set(keys.values()), alias, field)
    return {name: known[key] for name, key in keys.items() if key in known}


def _resolve(names: Iterable[str], bearer: type[Model], alias: type[Model], field: str) -> dict[str, Model]:
    keys = {name: name_key(name) for name in names if name_key(name)}
    known = _known(set(keys.values()), alias, field)
    unknown = {key: name for name, key in reversed(keys.items()) if key not in known}
    known |= _add(unknown, bearer, alias, field)
    return {name: known[key] for name, key in keys.items()}


def _known(keys: set[str], alias: type[Model], field: str) -> dict[str, Model]:
    found = alias.objects.filter(key__in=keys).select_related(field, f"{field}__merged_into")
    return {row.key: getattr(row, field).merged_into or getattr(row, field) for row in found}


def _add(names: dict[str, str], bearer: type[Model], alias: type[Model], field: str) -> dict[str, Model]:
    slugs = _free_slugs(bearer, list(names.values()))
    made = bearer.objects.bulk_create(
        bearer(name=name, slug=slug) for name, slug in zip(names.values(), slugs, strict=True)
    )
    rows = dict(zip(names, made, strict=True))
    alias.objects.bulk_create(alias(name=row.name, key=key, **{field: row}) for key, row in rows.items())
    return rows


def _free_slugs(bearer: type[Model], names: list[str]) -> list[str]:
    wanted = [shorten(slugify(name)) for name in names]
    taken = set(bearer.objects.filter(slug__in=wanted).values_list("slug", flat=True))
    slugs: list[str] = []
    for name, slug in zip(names, wanted, strict=True):
        if not slug or slug in taken:
            slug = _next_free(bearer, name, taken)  # noqa: PLW2901 - the wish gives way to what is free
        taken.add(slug)
        slugs.append(slug)
    return slugs


def _next_free(bearer: type[Model], name: str, taken: set[str]) -> str:
    slug = free_slug(bearer.objects.all(), name, fallback=bearer._meta.model_name)  # noqa: SLF001 - Django's documented door
    stem, number = slug, 2
    while slug in taken:
        slug, number = f"{stem}-{number}", number + 1
    return slug
