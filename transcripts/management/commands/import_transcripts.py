"""Files and folders of transcripts into the archive."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from transcripts.importing import Outcome, Status, Wishes, import_source
from transcripts.management.commands._folders import own_fields, series_fields, transcript_files
from transcripts.management.commands._progress import progress
from transcripts.search import indexing
from transcripts.search.engine import SearchUnavailable
from transcripts.text.parsing import FORMATS
from transcripts.text.transcript import UnreadableSource

# The index learns of this many files at a time: one at a time is slow, all at once is a long wait for the first.
FILES_A_DRAIN = 500


class Command(BaseCommand):
    help = gettext_noop("Import transcripts from files and folders. Run again on the same files, it changes nothing.")

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", metavar="PATH", nargs="+", type=Path, help=_("A file, or a folder of files."))
        parser.add_argument("--format", choices=FORMATS, default="auto", help=_("How the files are written."))
        parser.add_argument("--dry-run", action="store_true", help=_("Say what would happen, and store nothing."))
        parser.add_argument("--publish", action="store_true", help=_("Publish what goes in; otherwise it is a draft."))
        parser.add_argument("--report", type=Path, metavar="FILE.json", help=_("Write what happened, as JSON."))

    def handle(self, *, paths: list[Path], report: Path | None, **options: Any) -> None:
        missing = [str(path) for path in paths if not path.exists()]
        if missing:
            raise CommandError(f"There is no {', '.join(missing)}. Give files or folders that exist.", returncode=2)
        files = [file for path in paths for file in transcript_files(path)]
        outcomes = self._import_all(files, options)
        _drain()
        if report:
            report.write_text(json.dumps([_record(outcome) for outcome in outcomes], ensure_ascii=False, indent=2))
        self._sum_up(outcomes, verbosity=options["verbosity"])

    def _import_all(self, files: list[Path], options: dict[str, Any]) -> list[Outcome]:
        outcomes = []
        bar = progress(files, unit="file")
        for number, file in enumerate(bar, start=1):
            outcome = _import_file(file, options)
            if options["verbosity"] or outcome.status is Status.FAILED:
                with bar.external_write_mode(file=self.stdout):
                    self.stdout.write(_line(outcome, with_warnings=options["verbosity"] > 1))
            outcomes.append(outcome)
            if number % FILES_A_DRAIN == 0:
                _drain()
        return outcomes

    def _sum_up(self, outcomes: list[Outcome], *, verbosity: int) -> None:
        counts = Counter(outcome.status for outcome in outcomes)
        if verbosity:
            self.stdout.write(", ".join(f"{counts[status]} {status}" for status in Status))
        if verbosity == 1 and any(outcome.warnings for outcome in outcomes):
            self.stdout.write(_("Every warning with its line: add -v 2, or --report FILE.json."))
        if counts[Status.FAILED]:
            raise SystemExit(1)


def _drain() -> None:
    try:
        indexing.drain()
    except SearchUnavailable as error:
        raise CommandError(f"The transcripts are stored, but the index cannot take them in: {error}") from error


def _import_file(file: Path, options: dict[str, Any]) -> Outcome:
    try:
        wishes = Wishes(
            format=options["format"],
            fields=own_fields(file),
            series=series_fields(file),
            publish=options["publish"],
            dry_run=options["dry_run"],
        )
        data = file.read_bytes()
    except (OSError, UnreadableSource) as error:
        return Outcome(name=str(file), status=Status.FAILED, error=getattr(error, "strerror", None) or str(error))
    outcome = import_source(data, name=file.name, wishes=wishes)
    return Outcome(str(file), outcome.status, outcome.turns, outcome.warnings, outcome.error, outcome.event)


def _line(outcome: Outcome, *, with_warnings: bool) -> str:
    if outcome.status is Status.FAILED:
        return f"failed     {outcome.name}: {outcome.error}"
    notes = "".join(f"\n           line {w.line}: {w.message}" for w in outcome.warnings if with_warnings)
    return f"{outcome.status:<10} {outcome.name}: {outcome.turns} turns, {len(outcome.warnings)} warnings{notes}"


def _record(outcome: Outcome) -> dict[str, Any]:
    return {
        "file": outcome.name,
        "status": outcome.status,
        "turns": outcome.turns,
        "event": outcome.event.slug if outcome.event else None,
        "error": outcome.error or None,
        "warnings": [{"line": w.line, "code": w.code, "message": w.message} for w in outcome.warnings],
    }
