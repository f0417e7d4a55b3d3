"""Lists in pages."""

from __future__ import annotations

from django.core.paginator import Page, Paginator
from django.http import HttpRequest


def page_of(request: HttpRequest, things, size: int) -> Page:
    """The page that `?page=` asks for; the nearest there is where it asks for none that exists."""
    return Paginator(things, size).get_page(request.GET.get("page"))
