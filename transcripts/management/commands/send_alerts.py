"""Mails to those who follow searches."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext_noop

from transcripts.alerts.sending import CannotSend, send_due
from transcripts.search.engine import SearchUnavailable


class Command(BaseCommand):
    help = gettext_noop("Send what is due to those who follow searches by e-mail, once each.")

    def handle(self, *, verbosity: int, **_options: Any) -> None:
        if not settings.MAIL_IS_SET_UP:
            raise CommandError(
                "Mail is not set up: set EMAIL_URL, and SITE_URL where the archive is public. "
                "docs/configuration.md shows how."
            )
        try:
            sent = send_due()
        except CannotSend as error:
            raise CommandError(f"The mail server takes no mail ({error}). What was not sent stays due.") from error
        except SearchUnavailable as error:
            raise CommandError(f"The search index does not answer: {error} Nothing was lost; try again.") from error
        if verbosity:
            self.stdout.write(f"{sent.mails} mails sent, {sent.turns} turns, {sent.refused} addresses refused")
