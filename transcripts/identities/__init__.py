"""Names as printed → the people and organizations of the archive. What is not sure is proposed, and never done."""

from transcripts.identities.families import OUTLETS, PEOPLE, Family, family_of
from transcripts.identities.names import add_alias, add_bearer, answer_to_its_name, answers_to, bearers_named
from transcripts.identities.resolving import (
    known_organizations,
    known_people,
    resolve_organizations,
    resolve_people,
)

__all__ = [
    "OUTLETS",
    "PEOPLE",
    "Family",
    "add_alias",
    "add_bearer",
    "answer_to_its_name",
    "answers_to",
    "bearers_named",
    "family_of",
    "known_organizations",
    "known_people",
    "resolve_organizations",
    "resolve_people",
]
