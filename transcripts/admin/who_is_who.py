"""Who is who? What the archive proposes and an editor decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.paginator import Page, Paginator
from django.db.models import Max, Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from transcripts.admin.indexed import tell_index
from transcripts.admin.joining import context
from transcripts.identities import family_of
from transcripts.merging import Bearer, CannotMerge, accept, reject, somebody_new
from transcripts.models import Turn
from transcripts.models.identity import Proposal

PAGE = "admin/transcripts/named/who_is_who.html"
SHOWN = 20


@dataclass(frozen=True, slots=True)
class Candidate:
    """One who the bearer may be, with a turn of theirs."""

    proposal: Proposal
    bearer: Bearer
    example: Turn | None

    @property
    def percent(self) -> int:
        return round(self.proposal.score * 100)


@dataclass(frozen=True, slots=True)
class Asked:
    """A bearer that an event brought, the turn that it was first printed at, and who it may be."""

    bearer: Bearer
    name: str
    example: Turn | None
    candidates: tuple[Candidate, ...]


def who_is_who(pages: ModelAdmin, request: HttpRequest) -> HttpResponse:
    """The open proposals, the likeliest first; a POST with `do` = `accept:3`, `reject:3` or `new:7` decides."""
    if request.method == "POST":
        return _decide(pages, request)
    page = Paginator(undecided(pages.model), SHOWN).get_page(request.GET.get("page"))
    shown = context(pages, request, _("Who is who?"), page=page, asked=_asked(pages, page))
    return TemplateResponse(request, PAGE, shown)


def undecided(kind: type[Bearer]) -> QuerySet:
    """Those about whom an editor is asked, the likeliest first."""
    asked = kind.objects.filter(merged_into=None, proposals__state=Proposal.State.OPEN)
    return asked.annotate(best=Max("proposals__score")).order_by("-best", "pk")


def _asked(pages: ModelAdmin, page: Page) -> list[Asked]:
    first = Prefetch("turns", _first_turns(), to_attr="examples")
    proposals = (
        family_of(pages.model)
        .proposal.objects.filter(state=Proposal.State.OPEN, bearer__in=page.object_list)
        .select_related("event", "candidate__merged_into")
    )
    of: dict[int, list[Proposal]] = {}
    for proposal in proposals.prefetch_related(Prefetch("candidate__turns", _first_turns(), to_attr="examples")):
        of.setdefault(proposal.bearer_id, []).append(proposal)
    bearers = pages.model.objects.filter(pk__in=of).prefetch_related(first).in_bulk()
    return [_one(bearers[bearer.pk], of[bearer.pk]) for bearer in page.object_list]


def _first_turns() -> QuerySet[Turn]:
    return Turn.objects.current().select_related("event", "affiliation").in_order()[:1]


def _one(bearer: Bearer, proposals: list[Proposal]) -> Asked:
    candidates = (
        Candidate(proposal, proposal.candidate.standing(), next(iter(proposal.candidate.examples), None))
        for proposal in proposals
    )
    return Asked(
        bearer=bearer,
        name=proposals[0].name,
        example=next(iter(bearer.examples), None),
        candidates=tuple(one for one in candidates if one.bearer != bearer),
    )


def _decide(pages: ModelAdmin, request: HttpRequest) -> HttpResponse:
    verb, _colon, number = request.POST.get("do", "").partition(":")
    try:
        messages.success(request, _decision(pages, verb, number)(request.user))
        tell_index(request)
    except CannotMerge as refusal:
        messages.error(request, str(refusal))
    return HttpResponseRedirect(request.get_full_path())


def _decision(pages: ModelAdmin, verb: str, number: str) -> Callable[..., str]:
    """What to call with who decides; it returns what to say. Raises CannotMerge and Http404."""
    decisions = {"accept": _accept, "reject": _reject, "new": _new}
    if verb not in decisions or not number.isdecimal():
        raise CannotMerge(_("Choose one of the answers."))
    model = pages.model if verb == "new" else family_of(pages.model).proposal
    found = get_object_or_404(model, pk=min(int(number), 2**63 - 1))
    return lambda by: decisions[verb](found, by)


def _accept(proposal: Proposal, by) -> str:
    record = accept(proposal, by=by)
    if record is None:
        return _("They are one already.")
    return _("“%(gone)s” is now “%(kept)s”. The page of “%(kept)s” can take it back.") % {
        "gone": record.gone.name,
        "kept": record.kept.name,
    }


def _reject(proposal: Proposal, by) -> str:
    reject(proposal, by=by)
    return _("“%(one)s” and “%(other)s” are two.") % {"one": proposal.bearer.name, "other": proposal.candidate.name}


def _new(bearer: Bearer, by) -> str:
    somebody_new(bearer, by=by)
    return _("“%(name)s” is somebody new.") % {"name": bearer.name}
