"""Everything between a checkout and a server that answers; quick when there is nothing to do."""

import hashlib
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from transcripts.import_jobs import start_worker
from transcripts.models import Event
from transcripts.search import engine, indexing
from transcripts.search.engine import SearchUnavailable


class Command(BaseCommand):
    help = gettext_noop(
        "Bring database, static files and index up to date; with --fixtures, load the transcripts in fixtures/."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--fixtures", action="store_true", help=_("Load the example transcripts in fixtures/."))

    def handle(self, *, fixtures: bool, **_options: Any) -> None:
        call_command("migrate", verbosity=0, interactive=False)
        _collect_static_files()
        self._make_searchable()
        if fixtures:
            self._load(settings.BASE_DIR / "fixtures")
        start_worker()
        if not get_user_model().objects.filter(is_superuser=True).exists():
            self.stdout.write(_("To add and correct transcripts, make yourself an account: make admin"))

    def _make_searchable(self) -> None:
        """An index that is missing or damaged is made anew: all that it holds is in the database."""
        try:
            indexing.drain()
            engine.ping()
        except SearchUnavailable as error:
            self.stdout.write(_("The index is built anew (%(error)s)") % {"error": error})
            indexing.rebuild()

    def _load(self, folder: Path) -> None:
        """What an earlier start has loaded is known by its bytes, and is left as editors have made it since."""
        first = not Event.objects.exists()
        try:
            call_command("import_transcripts", folder, publish=True, verbosity=int(first), stdout=self.stdout)
        except SystemExit:
            self.stderr.write(_("Not every transcript in %(folder)s went in: see above.") % {"folder": folder})


def _collect_static_files() -> None:
    """Collect when the files are not those of last time: collecting takes seconds, looking does not."""
    files = sorted((name, Path(storage.path(name))) for finder in get_finders() for name, storage in finder.list(None))
    facts = [(name, file.stat().st_size, file.stat().st_mtime_ns) for name, file in files]
    fingerprint = hashlib.sha256(repr(facts).encode()).hexdigest()
    kept = settings.STATIC_ROOT / "collected.txt"
    if kept.exists() and kept.read_text(encoding="ascii") == fingerprint:
        return
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    kept.write_text(fingerprint, encoding="ascii")
