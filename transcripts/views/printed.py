"""The other names that a person or an outlet is printed under, where readers can see them printed."""

from __future__ import annotations

from django.db.models import QuerySet

from transcripts.models import Organization, Person, Turn
from transcripts.models.people import name_key


def also_printed(bearer: Person | Organization, turns: QuerySet[Turn]) -> list[str]:
    """Of the bearer's other names those that stand in a label of these turns, by name. Two queries.

    A name that only a draft printed is not among them.
    """
    own = name_key(bearer.name)
    labels = [f" {name_key(label)} " for label in turns.order_by().values_list("label", flat=True).distinct()]
    others = [label for label in labels if f" {own} " not in label]
    aliases = bearer.aliases.exclude(key=own).order_by("name")
    return [alias.name for alias in aliases if any(f" {alias.key} " in label for label in others)]
