"""A turn in the forms of reference managers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import conditional_page, require_safe

from transcripts.models import Turn
from transcripts.text.citing import Citable, bibtex, csl_json, ris
from transcripts.views.citing import FORMS, citable
from transcripts.views.permalinks import of_turn
from transcripts.views.sights import sight_of
from transcripts.views.validators import tagged

MEDIA = {name: media for name, _shown, media in FORMS}


@require_safe
@conditional_page
@of_turn("turn-bib", "bib")
def turn_bib(request: HttpRequest, turn: Turn) -> HttpResponse:
    """An entry for BibTeX and biblatex."""
    return _written(request, turn, bibtex, f"{MEDIA['turn-bib']}; charset=utf-8")


@require_safe
@conditional_page
@of_turn("turn-ris", "ris")
def turn_ris(request: HttpRequest, turn: Turn) -> HttpResponse:
    """A record for Zotero, EndNote, Mendeley and their like."""
    return _written(request, turn, ris, f"{MEDIA['turn-ris']}; charset=utf-8")


@require_safe
@conditional_page
@of_turn("turn-csl", "json")
def turn_csl(request: HttpRequest, turn: Turn) -> HttpResponse:
    """For programs that write in any style of the Citation Style Language."""
    return _written(request, turn, csl_json, MEDIA["turn-csl"])


def _written(request: HttpRequest, turn: Turn, write: Callable[[Citable], str], media_type: str) -> HttpResponse:
    sight = sight_of(request, turn)
    item = citable(request, turn, sight.provenance, sight.wording)
    today = write(replace(item, accessed=timezone.localdate()))
    response = HttpResponse(today, content_type=media_type)
    return sight.dated(tagged(response, daily=today, lasting=write(item)))
