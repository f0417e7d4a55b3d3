"""Pages for when there is no page."""

from __future__ import annotations

import logging

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

logger = logging.getLogger(__name__)

BARE = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Out of order</title>'
    "<h1>Out of order</h1><p>Something went wrong here, not with you. Try again in a minute.</p></html>"
)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django's signature
    return render(request, "errors/400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django's signature
    return render(request, "errors/403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django's signature
    return render(request, "errors/404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Asks nothing of database or index. When even the template fails, plain words do."""
    try:
        return render(request, "errors/500.html", status=500)
    except Exception:
        logger.exception("the page for errors failed")
        return HttpResponse(BARE, status=500)
