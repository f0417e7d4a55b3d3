"""Addresses as the public sees them."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest


def absolute(request: HttpRequest, path: str) -> str:
    """`path` with the scheme and host that the public knows the archive by."""
    origin = settings.SITE_URL or f"{request.scheme}://{request.get_host()}"
    return origin + path
