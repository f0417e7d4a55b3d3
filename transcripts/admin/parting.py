"""Turns of a person, or of an outlet, that are somebody else's."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from transcripts.admin.indexed import tell_index
from transcripts.admin.joining import context, door
from transcripts.admin.permissions import may_publish, need
from transcripts.merging import Bearer, CannotMerge, split
from transcripts.models import Event

PAGE = "admin/transcripts/named/turns.html"
SHOWN = 100
NEW = "new"


def part(pages: ModelAdmin, request: HttpRequest, bearer: Bearer) -> HttpResponse:
    """The bearer's turns to choose from; a POST gives the chosen to `to`, a name, or with `who=new` to a new bearer."""
    if request.method == "POST":
        return _part(pages, request, bearer)
    turns = bearer.turns.current().select_related("event", "speaker", "affiliation")
    page = Paginator(turns.order_by("-event__date", "event_id", "position"), SHOWN).get_page(request.GET.get("page"))
    title = _("Turns of “%(name)s”") % {"name": bearer.name}
    return TemplateResponse(request, PAGE, context(pages, request, title, bearer=bearer, page=page))


def _part(pages: ModelAdmin, request: HttpRequest, bearer: Bearer) -> HttpResponse:
    chosen = bearer.turns.filter(public_id__in=request.POST.getlist("turn"))
    need(may_publish(request) or not chosen.exclude(event__state=Event.State.DRAFT).exists())
    try:
        receiver = _give(pages, request, bearer, chosen)
    except CannotMerge as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(request.get_full_path())
    return HttpResponseRedirect(door(receiver))


def _give(pages: ModelAdmin, request: HttpRequest, bearer: Bearer, chosen) -> Bearer:
    name = request.POST.get("to", "").replace("\x00", "").strip()[:300]
    known = None if request.POST.get("who") == NEW else _known(pages, bearer, name)
    numbers = list(chosen.values_list("pk", flat=True))
    receiver = split(bearer, numbers, to=known, name=name)
    tell_index(request)
    told = ngettext("%(count)d turn is now of “%(name)s”.", "%(count)d turns are now of “%(name)s”.", len(numbers))
    told %= {"count": len(numbers), "name": receiver.name}
    pages.log_change(request, bearer, told)
    messages.success(request, told)
    return receiver


def _known(pages: ModelAdmin, bearer: Bearer, name: str) -> Bearer:
    """The one other bearer of that name. Raises CannotMerge where there is none, or several."""
    found = list(pages.model.objects.filter(merged_into=None, name=name).exclude(pk=bearer.pk)[:2])
    if len(found) == 1:
        return found[0]
    if found:
        raise CannotMerge(_("Several are called “%(name)s”. Give one of them another name first.") % {"name": name})
    raise CannotMerge(
        _("The archive has nobody else called “%(name)s”. Choose from the list, or say that it is somebody new.")
        % {"name": name}
    )
