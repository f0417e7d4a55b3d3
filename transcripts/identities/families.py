"""What people and outlets differ in, so that both are resolved, proposed and merged alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from transcripts.models import (
    Organization,
    OrganizationAlias,
    OrganizationClue,
    OrganizationMerge,
    OrganizationProposal,
    Person,
    PersonAlias,
    PersonClue,
    PersonMerge,
    PersonProposal,
)
from transcripts.text.naming import Likeness, compare_outlets, compare_people, is_surname, outlet_clues, person_clues


@dataclass(frozen=True, slots=True)
class Family:
    """The models of one kind of bearer. `field` is the bearer's name in an alias, `said` its name in a turn.

    `is_partial` says of a name that many share it, so that it is known only near those who have it.
    """

    bearer: Any
    alias: Any
    clue: Any
    proposal: Any
    merge: Any
    field: str
    said: str
    clues_of: Callable[[str], frozenset[str]]
    compare: Callable[[str, str], Likeness | None]
    is_partial: Callable[[str], bool]


PEOPLE = Family(
    bearer=Person,
    alias=PersonAlias,
    clue=PersonClue,
    proposal=PersonProposal,
    merge=PersonMerge,
    field="person",
    said="speaker",
    clues_of=person_clues,
    compare=compare_people,
    is_partial=is_surname,
)
OUTLETS = Family(
    bearer=Organization,
    alias=OrganizationAlias,
    clue=OrganizationClue,
    proposal=OrganizationProposal,
    merge=OrganizationMerge,
    field="organization",
    said="affiliation",
    clues_of=outlet_clues,
    compare=compare_outlets,
    is_partial=lambda _name: False,
)


def family_of(bearer: Person | Organization | type[Person | Organization]) -> Family:
    """Of a bearer, or of its model."""
    model = bearer if isinstance(bearer, type) else type(bearer)
    return PEOPLE if issubclass(model, Person) else OUTLETS
