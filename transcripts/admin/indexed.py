"""The index learns of what an editor did; what it cannot learn now it learns later."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from transcripts.search import indexing
from transcripts.search.unavailable import SearchUnavailable


def tell_index(request: HttpRequest) -> None:
    """Drain the outbox, after the transaction. Where the index is damaged the editor is told, and nothing is lost."""
    try:
        indexing.drain()
    except SearchUnavailable:
        messages.warning(
            request, _("It is saved. Search does not answer at the moment, and shows it when it is mended.")
        )
