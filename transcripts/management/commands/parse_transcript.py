"""Show how a file is understood, and store nothing."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext_noop

from transcripts.text.formats import json
from transcripts.text.parsing import FORMATS, parse_source
from transcripts.text.reading.limits import bytes_of
from transcripts.text.transcript import UnreadableSource


class Command(BaseCommand):
    help = gettext_noop("Print the transcript in FILE as JSON, as the archive understands it. Stores nothing.")
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", type=Path)
        parser.add_argument("--format", choices=FORMATS, default="auto")

    def handle(self, *, file: Path, format: str, **_options: Any) -> None:  # noqa: A002 - the option's own name
        try:
            data = bytes_of(file, settings.MAX_SOURCE_BYTES)
            transcript = parse_source(data, name=file.name, format=format, max_bytes=settings.MAX_SOURCE_BYTES)
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}. Give the path of a file that can be read.") from error
        except UnreadableSource as error:
            raise CommandError(f"{file}: {error}") from error
        self.stdout.write(json.write(transcript))
