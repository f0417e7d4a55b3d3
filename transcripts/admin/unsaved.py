"""What an editor sent and could not save yet, kept for a day: whoever closes the browser over it finds it again."""

from __future__ import annotations

import json

from django.http import HttpRequest

from transcripts.admin import waiting
from transcripts.models import Event
from transcripts.publishing import Received

FIELDS = ("text", "note", "fingerprint", "base")


def keep(request: HttpRequest, event: Event, fields: dict[str, str]) -> None:
    """Lay the fields of `TextForm` aside for this editor and event, in the place of what lay there."""
    data = json.dumps({name: fields.get(name, "") for name in FIELDS}).encode()
    request.session[_key(event)] = waiting.keep(Received(data, "unsaved.json", "application/json"))


def kept(request: HttpRequest, event: Event) -> dict[str, str] | None:
    """The fields again; None where there are none, or the day is over."""
    token = request.session.get(_key(event))
    found = waiting.take(token) if token else None
    return json.loads(found.data) if found else None


def forget(request: HttpRequest, event: Event) -> None:
    """It was saved."""
    request.session.pop(_key(event), None)


def _key(event: Event) -> str:
    return f"unsaved-{event.pk}"
