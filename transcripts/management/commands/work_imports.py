"""The imports that were given in the admin, one file after the other."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext_noop

from transcripts.import_jobs import work
from transcripts.models import ImportedFile


class Command(BaseCommand):
    help = gettext_noop("Import the files that wait in the admin's imports, unless another process is at it.")

    def handle(self, *, verbosity: int, **_options: Any) -> None:
        def tell(file: ImportedFile) -> None:
            if verbosity:
                self.stdout.write(f"{file.state:<10} {file.name}: {file.error or f'{file.turns} turns'}")

        work(tell)
