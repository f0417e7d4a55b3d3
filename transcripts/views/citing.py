"""How to cite a turn, in plain words."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from transcripts.models import Turn
from transcripts.templatetags.transcript import attribution, full_title


def citation(turn: Turn, address: str, *, accessed: date) -> str:
    """Author, title of the event, date, archive, permalink and the day it was read, as one sentence."""
    event = turn.event
    parts = [attribution(turn), _("“%(title)s”") % {"title": full_title(event)}]
    if event.date:
        parts.append(date_format(event.date, "j F Y"))
    where = _("%(site)s, %(address)s (accessed %(day)s).")
    return (
        ", ".join(parts)
        + ". "
        + where
        % {
            "site": settings.SITE_NAME,
            "address": address,
            "day": date_format(accessed, "j F Y"),
        }
    )
