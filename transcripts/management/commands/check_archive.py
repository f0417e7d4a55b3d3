"""Do database, index and stored sources agree?"""

import hashlib
from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from transcripts.models import Revision, SourceFile
from transcripts.models.revisions import chained_sha256
from transcripts.search import indexing


class Command(BaseCommand):
    help = gettext_noop("Compare database, index and stored sources; print each difference; exit 1 if there is any.")

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--repair", action="store_true", help=_("Index again what is wrong in the index."))

    def handle(self, *, repair: bool, **_options: Any) -> None:
        if repair:
            self._repair()
        found = 0
        for difference in _differences():
            self.stdout.write(difference)
            found += 1
        if found:
            raise SystemExit(1)
        self.stdout.write(_("Database, index and sources agree."))

    def _repair(self) -> None:
        if any(indexing.compare()):
            indexing.rebuild()
            self.stdout.write(_("The index has been built anew."))
        indexing.drain()


def _differences() -> Iterator[str]:
    yield from indexing.compare()
    for source in SourceFile.objects.select_related("event").iterator(chunk_size=200):
        yield from _source_differences(source)
    yield from _broken_chains()


def _broken_chains() -> Iterator[str]:
    """Every revision whose digest is not that of its text and the revision before it."""
    revisions = Revision.objects.select_related("event").order_by("event_id", "number")
    event_id, number, before = None, 0, ""
    for revision in revisions.iterator(chunk_size=50):
        if revision.event_id != event_id:
            event_id, number, before = revision.event_id, 0, ""
        if revision.number != number + 1:
            yield f"revisions of {revision.event.slug}: number {number + 1} is missing"
        elif revision.sha256 != chained_sha256(revision.transcript, before=before):
            yield f"revision {revision.number} of {revision.event.slug}: its text is not what its SHA-256 says"
        number, before = revision.number, revision.sha256


def _source_differences(source: SourceFile) -> Iterator[str]:
    try:
        data = source.read()
    except FileNotFoundError:
        yield f"source {source.name} of {source.event.slug}: the file {source.content.name} is missing from the uploads"
        return
    if hashlib.sha256(data).hexdigest() != source.sha256:
        yield f"source {source.name} of {source.event.slug}: the file {source.content.name} has been altered"
