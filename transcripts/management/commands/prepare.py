"""Everything between a checkout and a server that answers; quick when there is nothing to do."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils.translation import gettext_lazy as _

from transcripts.models import Event
from transcripts.search import indexing


class Command(BaseCommand):
    help = _("Bring database, static files and index up to date; with --fixtures, load the transcripts in fixtures/.")

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--fixtures", action="store_true", help=_("Load the example transcripts in fixtures/."))

    def handle(self, *, fixtures: bool, **_options: Any) -> None:
        call_command("migrate", verbosity=0, interactive=False)
        if _static_files_changed():
            call_command("collectstatic", verbosity=0, interactive=False, clear=True)
        if not indexing.exists():
            indexing.rebuild()
        if fixtures:
            self._load(settings.BASE_DIR / "fixtures")
        indexing.drain()
        if not get_user_model().objects.filter(is_superuser=True).exists():
            self.stdout.write(_("To add and correct transcripts, make yourself an account: make admin"))

    def _load(self, folder: Path) -> None:
        """What an earlier start has loaded is known by its bytes, and is left as editors have made it since."""
        first = not Event.objects.exists()
        try:
            call_command("import_transcripts", folder, publish=True, verbosity=int(first), stdout=self.stdout)
        except SystemExit:
            self.stderr.write(_("Not every transcript in %(folder)s went in: see above.") % {"folder": folder})


def _static_files_changed() -> bool:
    """Whether any file is newer than the last collection; collecting and hashing takes seconds, looking does not."""
    manifest = settings.STATIC_ROOT / "staticfiles.json"
    if not manifest.exists():
        return True
    collected = manifest.stat().st_mtime
    files = (Path(storage.path(name)) for finder in get_finders() for name, storage in finder.list(None))
    return any(file.stat().st_mtime > collected for file in files)
