"""Following a search: its feeds, and the form, the confirmation and the end of mail."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from transcripts.alerts import following
from transcripts.alerts.following import MOST_FOLLOWS, TooLong, TooMany
from transcripts.alerts.mails import confirmation
from transcripts.feeds.titles import filters_of
from transcripts.models import Follow
from transcripts.search.query import Query, parse_query
from transcripts.views.addresses import absolute
from transcripts.views.ways import ways

PAGE = ["GET", "HEAD", "POST"]


class FollowForm(forms.Form):
    address = forms.EmailField(
        max_length=254,
        error_messages={
            "required": gettext_lazy("Give the address that the mails should go to."),
            "invalid": gettext_lazy("This is no e-mail address. One looks like name@example.org."),
        },
    )
    cadence = forms.ChoiceField(
        choices=Follow.Cadence.choices,
        initial=Follow.Cadence.DAILY,
        error_messages={
            "required": gettext_lazy("Choose how often."),
            "invalid_choice": gettext_lazy("Choose how often."),
        },
    )


@require_http_methods(PAGE)
@never_cache
def follow(request: HttpRequest) -> HttpResponse:
    """The ways to follow a search; posted, a mail that asks the address goes out."""
    query = parse_query(dict(request.GET.lists()))
    if request.method != "POST":
        return _page(request, query, FollowForm(initial={"cadence": Follow.Cadence.DAILY}))
    if not settings.MAIL_IS_SET_UP:
        raise Http404(_("This archive sends no mail."))
    form = FollowForm(request.POST)
    if not form.is_valid():
        return _page(request, query, form, status=422)
    return _ask(request, query, form)


@require_http_methods(PAGE)
@never_cache
def confirm(request: HttpRequest, signed: str) -> HttpResponse:
    """The link of the first mail. Programs that look into mails open links: only the button confirms."""
    asked = following.asked(signed)
    if asked is None:
        return render(request, "alerts/lapsed.html", status=410)
    if request.method == "POST":
        following.confirm(asked)
        asked.refresh_from_db()
    context = {"follow": asked, **_search(following.query_of(asked))}
    return render(request, "alerts/confirm_page.html", context)


@csrf_exempt
@require_http_methods(PAGE)
@never_cache
def stop(request: HttpRequest, signed: str) -> HttpResponse:
    """The link of every mail. RFC 8058 has mail programs post to it, without cookies: the signature is what counts."""
    if not following.may_stop(signed):
        return render(request, "alerts/unknown.html", status=404)
    if request.method == "POST":
        following.stop(signed)
    followed = following.followed_by(signed)
    context = {"follow": followed, **(_search(following.query_of(followed)) if followed else {})}
    return render(request, "alerts/stop.html", context)


def _ask(request: HttpRequest, query: Query, form: FollowForm) -> HttpResponse:
    try:
        asked = following.ask(form.cleaned_data["address"], query, form.cleaned_data["cadence"])
        if asked:
            _send(asked, query)
    except TooMany:
        form.add_error(None, _("More people ask just now than this archive sends mail to. Try again in an hour."))
    except TooLong:
        form.add_error(None, _("This search is too long to be followed by mail. Its feeds know no such limit."))
    except OSError:
        form.add_error(None, _("The mail could not be sent just now. Try again later."))
    if form.errors:
        return _page(request, query, form, status=503)
    context = {"address": form.cleaned_data["address"], "most": MOST_FOLLOWS, "results": ways(query).results}
    return render(request, "alerts/asked.html", context)


def _send(asked: Follow, query: Query) -> None:
    """What could not be sent was not asked: the next try is the first one."""
    try:
        confirmation(asked, query).send()
    except OSError:
        asked.delete()
        raise


def _search(query: Query) -> dict[str, object]:
    """For the line that says what is followed."""
    return {"query": query, "filters": filters_of(query)}


def _page(request: HttpRequest, query: Query, form: FollowForm, *, status: int = 200) -> HttpResponse:
    leads = ways(query)
    context = {
        **_search(query),
        "ways": leads,
        "form": form,
        "cadences": Follow.Cadence.choices,
        "atom": absolute(request, leads.atom),
        "json_feed": absolute(request, leads.json_feed),
        "mail": settings.MAIL_IS_SET_UP,
    }
    return render(request, "alerts/follow.html", context, status=status)
