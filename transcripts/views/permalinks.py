"""From an address that was cited to the turn it names, or to the answer that it has gone."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from transcripts.models import Event, Turn
from transcripts.views import gone

# Crockford's base32 reads i and l as 1, and o as 0 (https://www.crockford.com/base32.html).
LOOK_ALIKES = str.maketrans("ilo", "110")

View = Callable[..., HttpResponse]


def canonical_id(typed: str) -> str:
    """The id that was meant by one that was copied by hand."""
    return typed.lower().translate(LOOK_ALIKES)


def of_turn(name: str, form: str = "") -> Callable[[View], View]:
    """Let a view of a turn get the `Turn`. `name` is its address's, for redirects; `form` is one that `gone` knows."""

    def decorate(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, public_id: str) -> HttpResponse:
            canonical = canonical_id(public_id)
            if canonical != public_id:
                return _moved(request, name, canonical)
            turn = _turn(canonical)
            return _departed(request, turn, name, form) or view(request, turn)

        return answer

    return decorate


def standing_turn(typed: str) -> Turn:
    """The turn that this id names today, through every merge. Raises Http404 where none stands that readers may see."""
    turn = _turn(canonical_id(typed))
    seen = set()
    while turn.state == Turn.State.MERGED and turn.pk not in seen:
        seen.add(turn.pk)
        turn = _turn(turn.merged_into.public_id)
    if turn.state != Turn.State.CURRENT or not turn.event.is_public:
        raise Http404(_("No turn has this address."))
    return turn


def _turn(public_id: str) -> Turn:
    joined = Turn.objects.with_names().select_related("exchange", "merged_into")
    turn = joined.filter(public_id=public_id).first()
    if turn is None or not (turn.event.is_public or _is_withdrawn(turn.event)):
        raise Http404(_("No turn has this address."))
    return turn


def _is_withdrawn(event: Event) -> bool:
    """Withdrawn after readers could see it: a draft that was never public stays unknown."""
    was_public = event.published_at is not None and event.published_at <= timezone.now()
    return event.state == Event.State.WITHDRAWN and was_public


def _departed(request: HttpRequest, turn: Turn, name: str, form: str) -> HttpResponse | None:
    if _is_withdrawn(turn.event):
        return gone.withdrawn(request, turn.event, form)
    if turn.state == Turn.State.MERGED:
        return _moved(request, name, turn.merged_into.public_id)
    if turn.state == Turn.State.REMOVED:
        return gone.removed(request, turn, form)
    return None


def _moved(request: HttpRequest, name: str, public_id: str) -> HttpResponse:
    query = request.META.get("QUERY_STRING", "")
    address = reverse(name, args=[public_id]) + (f"?{query}" if query else "")
    return HttpResponsePermanentRedirect(address)


def of_event(form: str = "") -> Callable[[View], View]:
    """Let a view of an event get the `Event`, if readers may see it."""

    def decorate(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, slug: str, **rest: int) -> HttpResponse:
            event = Event.objects.select_related("series").filter(slug=slug).first()
            if event is None or not (event.is_public or _is_withdrawn(event)):
                raise Http404(_("No event has this address."))
            if _is_withdrawn(event):
                return gone.withdrawn(request, event, form)
            return view(request, event, **rest)

        return answer

    return decorate
