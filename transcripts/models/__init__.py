"""The rows of the archive: the transcript's projection for queries. docs/architecture.md says why each exists."""

from transcripts.models.events import Event, Series
from transcripts.models.outbox import OutboxEntry
from transcripts.models.people import (
    Organization,
    OrganizationAlias,
    Person,
    PersonAlias,
)
from transcripts.models.revisions import Revision
from transcripts.models.sources import SourceFile
from transcripts.models.turns import Exchange, Turn

__all__ = [
    "Event",
    "Exchange",
    "Organization",
    "OrganizationAlias",
    "OutboxEntry",
    "Person",
    "PersonAlias",
    "Revision",
    "Series",
    "SourceFile",
    "Turn",
]
