"""The rows of the archive: the transcript's projection for queries. docs/architecture.md says why each exists."""

from transcripts.models.events import Event, Series
from transcripts.models.follows import AlertedTurn, Follow
from transcripts.models.identity import OrganizationMerge, OrganizationProposal, PersonMerge, PersonProposal
from transcripts.models.imports import ImportedFile, ImportJob, ImportSidecar
from transcripts.models.outbox import OutboxEntry
from transcripts.models.people import (
    Organization,
    OrganizationAlias,
    OrganizationClue,
    Person,
    PersonAlias,
    PersonClue,
)
from transcripts.models.revisions import Revision
from transcripts.models.sources import AsImported, SourceFile
from transcripts.models.turns import Exchange, Turn

__all__ = [
    "AlertedTurn",
    "AsImported",
    "Event",
    "Exchange",
    "Follow",
    "ImportJob",
    "ImportSidecar",
    "ImportedFile",
    "Organization",
    "OrganizationAlias",
    "OrganizationClue",
    "OrganizationMerge",
    "OrganizationProposal",
    "OutboxEntry",
    "Person",
    "PersonAlias",
    "PersonClue",
    "PersonMerge",
    "PersonProposal",
    "Revision",
    "Series",
    "SourceFile",
    "Turn",
]
