"""Who may do what: editors prepare, publishers let readers see."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from transcripts.models import Event


def may_publish(request: HttpRequest) -> bool:
    return request.user.has_perm("transcripts.publish_event")


def may_change(request: HttpRequest, event: Event) -> bool:
    """A draft is every editor's; what readers saw, see or will see is a publisher's to change."""
    changes = request.user.has_perm("transcripts.change_event")
    return changes and (event.state == Event.State.DRAFT or may_publish(request))


def need(allowed: bool) -> None:
    """Raise PermissionDenied, which answers 403, unless it is allowed."""
    if not allowed:
        raise PermissionDenied
