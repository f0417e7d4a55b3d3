"""Files and folders of transcripts into the archive."""

from __future__ import annotations

import hashlib
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from transcripts.importing import Outcome, Status, Wishes, beside_sidecars, import_again, import_source, known_events
from transcripts.management.commands._folders import own_fields, series_fields, transcript_files
from transcripts.management.commands._progress import progress
from transcripts.management.commands._report import Report, Tally, line, report_in
from transcripts.models import Event
from transcripts.search import indexing
from transcripts.search.engine import SearchUnavailable
from transcripts.text.parsing import FORMATS
from transcripts.text.reading.limits import bytes_of
from transcripts.text.transcript import UnreadableSource

# So many files are looked up among the known ones at once; only their digests are held meanwhile.
FILES_A_LOOK = 200
# The index learns of this many files at a time. A commit costs about as much for one event as for fifty, and all at
# once is a long wait for the first; measured on a thousand events, more than this saves no time and takes memory.
FILES_A_DRAIN = 200
FIELDS = ("title", "subtitle", "date", "updated", "status", "language", "kind", "venue", "source")


class Command(BaseCommand):
    help = gettext_noop("Import transcripts from files and folders. Run again on the same files, it changes nothing.")

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", metavar="PATH", nargs="+", type=Path, help=_("A file, or a folder of files."))
        parser.add_argument("--format", choices=FORMATS, default="auto", help=_("How the files are written."))
        parser.add_argument("--dry-run", action="store_true", help=_("Say what would happen, and store nothing."))
        parser.add_argument("--publish", action="store_true", help=_("Publish what goes in; otherwise it is a draft."))
        parser.add_argument("--report", type=Path, metavar="FILE.json", help=_("Write what happened, as JSON."))
        parser.add_argument("--series", default="", metavar="NAME", help=_("The series that the events belong to."))
        parser.add_argument(
            "--field",
            dest="fields",
            action="append",
            default=[],
            type=_field,
            metavar="NAME=VALUE",
            help=_("What the archive says of every file: %(names)s.") % {"names": ", ".join(FIELDS)},
        )

    def handle(self, *, paths: list[Path], report: Path | None, **options: Any) -> None:
        missing = [str(path) for path in paths if not path.exists()]
        if missing:
            raise CommandError(f"There is no {', '.join(missing)}. Give files or folders that exist.", returncode=2)
        files = [file for path in paths for file in transcript_files(path)]
        _unmap()
        # An index that the first drain would have to make first would have all of its files written twice.
        _drain()
        tally = Tally()
        with _writing(report, tally) as records:
            self._import_all(files, _asked(options), tally, records, options["verbosity"])
        _drain()
        self._sum_up(tally, options["verbosity"], with_report=bool(report))

    def _import_all(self, files: list[Path], asked: Wishes, tally: Tally, records: Report, verbosity: int) -> None:
        bar = progress(_outcomes(files, asked), unit="file", total=len(files))
        for number, outcome in enumerate(bar, start=1):
            tally.count(outcome)
            records.add(outcome)
            if verbosity or outcome.status is Status.FAILED:
                with bar.external_write_mode(file=self.stdout):
                    self.stdout.write(line(outcome, with_warnings=verbosity > 1))
            if number % FILES_A_DRAIN == 0:
                _drain()

    def _sum_up(self, tally: Tally, verbosity: int, *, with_report: bool) -> None:
        if verbosity:
            self.stdout.write("\n".join(tally.lines()))
        if verbosity == 1 and tally.uncertain and not with_report:
            self.stdout.write(_("Every warning with its line: add -v 2, or --report FILE.json."))
        if tally.statuses[Status.FAILED]:
            raise SystemExit(1)


def _field(given: str) -> tuple[str, str]:
    name, equals, value = given.partition("=")
    if not equals or name not in FIELDS:
        raise ArgumentTypeError(f"{given!r} is no NAME=VALUE with one of these names: {', '.join(FIELDS)}.")
    return name, value


def _asked(options: dict[str, Any]) -> Wishes:
    """What was asked for on the command line, for every file."""
    series = options["series"].strip()
    return Wishes(
        format=options["format"],
        fields=dict(options["fields"]),
        series={"name": series} if series else None,
        publish=options["publish"],
        dry_run=options["dry_run"],
    )


def _writing(report: Path | None, tally: Tally):
    if report and not report.resolve().parent.is_dir():
        raise CommandError(f"There is no folder {report.parent} to write the report into.", returncode=2)
    return report_in(report, tally)


def _unmap() -> None:
    """SQLite maps the database into memory for readers, page by page as it is touched; an import touches all of it."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA mmap_size=0")


def _drain() -> None:
    try:
        indexing.drain()
    except SearchUnavailable as error:
        raise CommandError(f"The transcripts are stored, but the index cannot take them in: {error}") from error


def _outcomes(files: list[Path], asked: Wishes) -> Iterator[Outcome]:
    """One after the other, in order. What the archive knows by its bytes is not parsed again."""
    for start in range(0, len(files), FILES_A_LOOK):
        batch = files[start : start + FILES_A_LOOK]
        digests = [_digest(file) for file in batch]
        known = known_events(filter(None, digests))
        for file, digest in zip(batch, digests, strict=True):
            yield _import_file(file, asked, known.get(digest))


def _digest(file: Path) -> str:
    """In hexadecimal; empty for a file that cannot be read, of which its import will say why."""
    try:
        with file.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError:
        return ""


def _import_file(file: Path, asked: Wishes, known: Event | None) -> Outcome:
    try:
        wishes = beside_sidecars(asked, own=own_fields(file), series=series_fields(file))
        if known:
            return import_again(known, name=str(file), wishes=wishes)
        data = bytes_of(file, settings.MAX_SOURCE_BYTES)
    except (OSError, UnreadableSource) as error:
        return Outcome(name=str(file), status=Status.FAILED, error=getattr(error, "strerror", None) or str(error))
    return replace(import_source(data, name=file.name, wishes=wishes), name=str(file))
