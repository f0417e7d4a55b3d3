"""Quote check: were these words said, by whom, where, and how exactly? As a page and as data."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from transcripts.exports.places import Places
from transcripts.search import indexing
from transcripts.search.engine import SearchUnavailable
from transcripts.search.quotes import Checked, check
from transcripts.views.addresses import absolute
from transcripts.views.data import READABLE, places_of, question_record, turn_record
from transcripts.views.downloads import JSON, later, out_of_order
from transcripts.views.quote_words import ShownAnswer, ShownPlace, shown_answer


@require_safe
def quote(request: HttpRequest) -> HttpResponse:
    """A place to paste, and what became of each quote that was."""
    context = {"text": _text(request), "origin": absolute(request, "")}
    try:
        checked = _checked(request) if context["text"].strip() else None
    except SearchUnavailable:
        return later(render(request, "search/unavailable.html", status=503))
    if checked:
        context |= {"checked": checked, "answers": [shown_answer(answer) for answer in checked.answers]}
    return render(request, "quote/quote.html", context)


@require_safe
def quote_json(request: HttpRequest) -> HttpResponse:
    """The same as data."""
    try:
        checked = _checked(request)
    except SearchUnavailable:
        return out_of_order(JSON)
    return JsonResponse(_record(request, checked), json_dumps_params=READABLE)


def _text(request: HttpRequest) -> str:
    return request.GET.get("text", "").replace("\0", "").replace("\r\n", "\n")


def _checked(request: HttpRequest) -> Checked:
    indexing.drain_if_due()
    return check(_text(request))


def _record(request: HttpRequest, checked: Checked) -> dict[str, object]:
    days = (checked.searched.first, checked.searched.last)
    first, last = (day.isoformat() if day else None for day in days)
    places = places_of(request)
    return {
        "searched": {"turns": checked.searched.turns, "from": first, "to": last},
        "notes": [_(note) for note in checked.notes],
        "quotes": [_quote_record(shown_answer(answer), places) for answer in checked.answers],
    }


def _quote_record(shown: ShownAnswer, places: Places) -> dict[str, object]:
    return {
        "text": shown.answer.quotation.text,
        "verdict": str(shown.answer.verdict),
        "times": shown.answer.times,
        "places": [_place_record(place, places) for place in shown.places],
    }


def _place_record(shown: ShownPlace, places: Places) -> dict[str, object]:
    """A turn with its words as said, counts of the quote's words, and the steps from the quote to what was said."""
    match, place = shown.place.match, shown.place
    return {
        **turn_record(place.turn, places),
        "marked": [places.origin + part.address for part in shown.parts],
        "said": match.said,
        "before": match.before,
        "after": match.after,
        "explanation": shown.explanation,
        "score": round(match.score, 3),
        "words": {
            "quoted": match.total,
            "same": match.same,
            "spelled": match.spelled,
            "moved": match.moved,
            "added": match.added,
        },
        "differences": [{"kind": str(each.difference), "text": each.text} for each in match.stretches],
        "question": place.question and question_record(place.question, places),
    }
