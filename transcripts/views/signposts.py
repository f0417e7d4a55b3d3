"""`Link` headers that tie a page to what belongs to it, for programs that read no HTML.

The relations are those of Signposting (https://signposting.org/FAIR/) and, for versions, of RFC 5829; the form is that
of RFC 8288.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from transcripts.models import Event, Revision
from transcripts.views.addresses import absolute
from transcripts.views.citing import FORMS
from transcripts.views.exchanges import Surroundings

JSON, PLAIN = "application/json", "text/plain"
# Proxies refuse answers whose headers are longer than some kilobytes.
MOST_ITEMS = 20


def of_turn(request: HttpRequest, response: HttpResponse, around: Surroundings) -> HttpResponse:
    """How to cite the turn, the event that it is part of, its other forms, its history, and its exchange."""
    turn = around.turn
    links = [
        (turn.get_absolute_url(), "cite-as", ""),
        (turn.event.get_absolute_url(), "collection", "text/html"),
        (reverse("turn-json", args=[turn.public_id]), "describedby", JSON),
        *((reverse(name, args=[turn.public_id]), "describedby", media) for name, _shown, media in FORMS),
        (reverse("turn-text", args=[turn.public_id]), "alternate", PLAIN),
        (reverse("revisions", args=[turn.event.slug]), "version-history", "text/html"),
        *_of_exchange(around),
    ]
    return _linked(request, response, links)


def _of_exchange(around: Surroundings) -> list[tuple[str, str, str]]:
    """From an exchange's page to its turns, and from these to it."""
    if around.head is None or len(around.exchange) < 2:
        return []
    if around.is_head:
        return [(other.get_absolute_url(), "item", "text/html") for other in around.exchange[:MOST_ITEMS]]
    return [(around.head.get_absolute_url(), "up", "text/html")]


def of_event(request: HttpRequest, response: HttpResponse, event: Event) -> HttpResponse:
    """The event's other forms and its history."""
    links = [
        (event.get_absolute_url(), "cite-as", ""),
        (reverse("event-json", args=[event.slug]), "describedby", JSON),
        (reverse("event-text", args=[event.slug]), "alternate", PLAIN),
        (reverse("revisions", args=[event.slug]), "version-history", "text/html"),
    ]
    return _linked(request, response, links)


def of_form(request: HttpRequest, response: HttpResponse, event: Event, newest: Revision | None) -> HttpResponse:
    """From a form of the event to its page, to the revision that it is a copy of, and to all of them."""
    links = [
        (event.get_absolute_url(), "cite-as", ""),
        (reverse("revisions", args=[event.slug]), "version-history", "text/html"),
    ]
    if newest:
        links.append((reverse("revision", args=[event.slug, newest.number]), "memento", ""))
    return _linked(request, response, links)


def of_revision(request: HttpRequest, response: HttpResponse, revision: Revision, *, newest: int) -> HttpResponse:
    """The versions before and after it, the one that stands today, and all of them."""
    slug = revision.event.slug
    links = [
        (revision.event.get_absolute_url(), "latest-version", ""),
        (reverse("revisions", args=[slug]), "version-history", "text/html"),
    ]
    if revision.number > 1:
        links.append((reverse("revision", args=[slug, revision.number - 1]), "predecessor-version", ""))
    if revision.number < newest:
        links.append((reverse("revision", args=[slug, revision.number + 1]), "successor-version", ""))
    return _linked(request, response, links)


def _linked(request: HttpRequest, response: HttpResponse, links: list[tuple[str, str, str]]) -> HttpResponse:
    parts = (
        f'<{absolute(request, path)}>; rel="{relation}"' + (f'; type="{media_type}"' if media_type else "")
        for path, relation, media_type in links
    )
    response.headers["Link"] = ", ".join(parts)
    return response
