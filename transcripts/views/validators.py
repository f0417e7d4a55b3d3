"""By what a reader's copy of a page is told to be still good: RFC 9110, section 8.8."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.http import HttpResponse
from django.utils.http import http_date, quote_etag

from transcripts.models import Event


def dated(response: HttpResponse, event: Event, published: Iterable[datetime] = ()) -> HttpResponse:
    """With the time at which the event last changed: it or its revisions, or the site's own pages.

    A copy is asked after each time it is used: browsers would else think an old page good for months.
    """
    moments = [event.updated_at, event.published_at, *published]
    latest = max(moment.timestamp() for moment in moments if moment)
    response["Last-Modified"] = http_date(max(latest, _pages_changed()))
    response["Cache-Control"] = "no-cache"
    return response


def tagged(response: HttpResponse, *, daily: str, lasting: str) -> HttpResponse:
    """With a tag of the content in which `lasting` stands for `daily`, words that are other ones every day."""
    body = response.content.replace(daily.encode(), lasting.encode())
    response["ETag"] = quote_etag(hashlib.sha256(body).hexdigest()[:32])
    return response


@lru_cache(maxsize=1)
def _pages_changed() -> float:
    folders = [Path(folder) for folder in settings.TEMPLATES[0]["DIRS"]]
    return max(path.stat().st_mtime for folder in folders for path in folder.rglob("*.html"))
