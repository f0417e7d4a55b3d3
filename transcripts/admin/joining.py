"""Two people, or two outlets, side by side: choose who stays, merge, and take it back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.db.models import Count, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from transcripts.admin.indexed import tell_index
from transcripts.admin.portraits import portrait
from transcripts.identities import family_of
from transcripts.merging import Bearer, CannotMerge, Returned, merge, undo
from transcripts.models.people import name_key

PAGE = "admin/transcripts/named/merge.html"
FOUND = 20


def door(bearer: Any, page: str = "change", *, of_one: bool = True) -> str:
    """The address of a page of one bearer, or of all of its kind."""
    name = f"admin:transcripts_{bearer._meta.model_name}_{page}"  # noqa: SLF001 - Django's documented door
    return reverse(name, args=[bearer.pk] if of_one else [])


def context(pages: ModelAdmin, request: HttpRequest, title: str, **more: Any) -> dict[str, Any]:
    """What every page of the admin shows around its content."""
    return {**pages.admin_site.each_context(request), "opts": pages.model._meta, "title": title, **more}  # noqa: SLF001


def join(pages: ModelAdmin, request: HttpRequest) -> HttpResponse:
    """`?one=…&other=…` side by side; with `one` alone, who the other may be. A POST with `kept` merges the two."""
    one, other = (_asked(pages, request, name) for name in ("one", "other"))
    if one is None:
        raise Http404(_("Choose somebody in the list first."))
    if request.method == "POST" and other:
        return _join(pages, request, *((other, one) if request.POST.get("kept") == str(one.pk) else (one, other)))
    return TemplateResponse(request, PAGE, context(pages, request, _title(one, other), **_shown(request, one, other)))


def part_again(pages: ModelAdmin, request: HttpRequest, merge_id: int) -> HttpResponse:
    """Undo one merge; the page of the one who is somebody again follows."""
    record = get_object_or_404(family_of(pages.model).merge, pk=merge_id)
    try:
        told = _returned_message(record.gone.name, undo(record, by=request.user))
        tell_index(request)
        pages.log_change(request, record.gone, told)
        messages.success(request, told)
    except CannotMerge as refusal:
        messages.error(request, str(refusal))
    return HttpResponseRedirect(door(record.gone))


def _asked(pages: ModelAdmin, request: HttpRequest, name: str) -> Bearer | None:
    number = request.GET.get(name, "")
    if not number.isdecimal() or len(number) > len(str(2**63)) - 1:
        return None
    return get_object_or_404(pages.model.objects.select_related("merged_into"), pk=number)


def _join(pages: ModelAdmin, request: HttpRequest, gone: Bearer, kept: Bearer) -> HttpResponse:
    try:
        merge(gone, kept, by=request.user)
    except CannotMerge as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(request.get_full_path())
    tell_index(request)
    told = _("“%(gone)s” is now “%(kept)s”.") % {"gone": gone.name, "kept": kept.name}
    pages.log_change(request, kept, told)
    messages.success(request, told)
    return HttpResponseRedirect(door(kept))


def _title(one: Bearer, other: Bearer | None) -> str:
    if other is None:
        return _("Who is the same as “%(name)s”?") % {"name": one.name}
    return _("Are “%(one)s” and “%(other)s” one?") % {"one": one.name, "other": other.name}


def _shown(request: HttpRequest, one: Bearer, other: Bearer | None) -> dict[str, Any]:
    if other:
        return {"one": one, "portraits": (portrait(one), portrait(other))}
    typed = request.GET.get("q", "").replace("\x00", "").strip()[:100]
    return {"one": one, "typed": typed, "found": _found(one, typed or one.name.split()[-1])}


def _found(one: Bearer, typed: str) -> QuerySet:
    """Others with a name like what was typed; without it, with the last word of the one's own name."""
    others = type(one).objects.filter(merged_into=None, aliases__key__contains=name_key(typed)).exclude(pk=one.pk)
    counted = Count("turns", filter=Q(turns__state="current"), distinct=True)
    return others.annotate(turn_count=counted).order_by("name", "pk").distinct()[:FOUND]


def _returned_message(name: str, returned: Returned) -> str:
    said = ngettext("“%(name)s” has %(count)d turn again.", "“%(name)s” has %(count)d turns again.", returned.turns)
    sentences = [said % {"name": name, "count": returned.turns}]
    if returned.left:
        left = ngettext(
            "%d turn has changed hands since, and stays where it is.",
            "%d turns have changed hands since, and stay where they are.",
            returned.left,
        )
        sentences.append(left % returned.left)
    return " ".join(sentences)
