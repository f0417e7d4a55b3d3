"""Every published version of an event: the list, one as it was, and what changed between two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import conditional_page, require_safe

from transcripts.models import Event, Revision
from transcripts.text.comparing import TurnChange, What, compare
from transcripts.text.formats import json
from transcripts.views import signposts
from transcripts.views.permalinks import of_event
from transcripts.views.validators import dated

NAMES: dict[What, str | Promise] = {
    What.CHANGED: gettext_lazy("Changed"),
    What.MOVED: gettext_lazy("Moved"),
    What.ADDED: gettext_lazy("Added"),
    What.SPLIT: gettext_lazy("Split off from its neighbour"),
    What.REMOVED: gettext_lazy("Removed"),
    What.MERGED: gettext_lazy("Merged into its neighbour"),
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Turns that follow each other: either changes to show, or a number of turns that are as they were."""

    changes: tuple[tuple[str | Promise, TurnChange], ...] = ()
    unchanged: int = 0


@require_safe
@conditional_page
@of_event()
def history(request: HttpRequest, event: Event) -> HttpResponse:
    """All revisions, newest first."""
    revisions = list(event.revisions.defer("transcript").order_by("-number"))
    response = render(request, "revisions/history.html", {"event": event, "revisions": revisions})
    return dated(response, event, (revision.created_at for revision in revisions))


@require_safe
@conditional_page
@of_event()
def revision(request: HttpRequest, event: Event, number: int) -> HttpResponse:
    """The whole transcript as it was."""
    [found] = _revisions(event, number)
    newest = event.revisions.order_by("-number").values_list("number", flat=True).first()
    context = {"event": event, "revision": found, "transcript": json.parse(found.transcript), "newest": newest}
    found.event = event
    response = dated(render(request, "revisions/revision.html", context), event)
    return signposts.of_revision(request, response, found, newest=newest)


@require_safe
@conditional_page
@of_event()
def difference(request: HttpRequest, event: Event, old: int, new: int) -> HttpResponse:
    """What changed from one revision to another, in either direction."""
    before, after = _revisions(event, old, new)
    comparison = compare(json.parse(before.transcript), json.parse(after.transcript))
    context = {
        "event": event,
        "before": before,
        "after": after,
        "comparison": comparison,
        "stretches": tuple(_stretches(comparison.turns)),
    }
    return dated(render(request, "revisions/difference.html", context), event)


def _revisions(event: Event, *numbers: int) -> list[Revision]:
    found = {revision.number: revision for revision in event.revisions.filter(number__in=numbers)}
    if not found.keys() >= set(numbers):
        raise Http404(_("The event has no such revision."))
    return [found[number] for number in numbers]


def _stretches(changes: tuple[TurnChange, ...]) -> Iterator[Stretch]:
    for same, together in groupby(changes, key=lambda change: change.what is What.SAME):
        members = tuple(together)
        if same:
            yield Stretch(unchanged=len(members))
        else:
            yield Stretch(changes=tuple((NAMES[change.what], change) for change in members))
