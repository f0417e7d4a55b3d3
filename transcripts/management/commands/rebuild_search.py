"""A new search index beside the live one."""

import os
from argparse import ArgumentParser, ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from transcripts.management.commands._progress import progress
from transcripts.search import indexing
from transcripts.search.engine import SearchUnavailable


def _workers(text: str) -> int:
    most = 4 * (os.cpu_count() or 1)
    if not text.isdecimal() or not 1 <= int(text) <= most:
        raise ArgumentTypeError(f"{text!r} is not a number of processes from 1 to {most}.")
    return int(text)


class Command(BaseCommand):
    help = gettext_noop("Build a new search index and swap it in; searches answer throughout.")

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--workers", type=_workers, default=1, metavar="N", help=_("How many processes index."))

    def handle(self, *, workers: int, verbosity: int, **_options: Any) -> None:
        try:
            turns = self._rebuild(workers)
        except SearchUnavailable as error:
            raise CommandError(str(error)) from error
        if verbosity:
            message = ngettext("%(turns)d turn can be searched.", "%(turns)d turns can be searched.", turns)
            self.stdout.write(message % {"turns": turns})

    def _rebuild(self, workers: int) -> int:
        with progress(unit="event") as bar:

            def show(done: int, total: int) -> None:
                bar.total = total
                bar.update(done - bar.n)

            return indexing.rebuild(workers=workers, progress=show)
