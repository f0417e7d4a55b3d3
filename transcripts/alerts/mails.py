"""The two mails: one that asks whether an address wants a follow, one that tells what is new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from email.utils import formataddr
from html import unescape
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from transcripts.alerts.tokens import CONFIRM, STOP, token
from transcripts.feeds.titles import title_of
from transcripts.models import Follow, Turn
from transcripts.search.query import Query, Sort
from transcripts.search.results import Hit

SUBJECT = 80  # characters of a search that a subject has


@dataclass(frozen=True, slots=True)
class Told:
    """A hit as a mail has it: `plain` is its snippet without markup, `address` its permalink."""

    turn: Turn
    question: Turn | None
    snippet: SafeString
    plain: str
    address: str


def confirmation(follow: Follow, query: Query) -> EmailMultiAlternatives:
    """Asks for the one click without which nothing is ever sent again."""
    subject = _("Please confirm: follow %(search)s") % {"search": _named(query)}
    context = {"confirm": _link("follow-confirm", token(follow.key, CONFIRM))}
    return _mail(follow, query, subject, "alerts/confirm", context, {})


def alert(follow: Follow, query: Query, hits: Sequence[Hit], total: int) -> EmailMultiAlternatives:
    """What is new: `hits` are shown out of `total`. RFC 8058: one click in the mail program ends it."""
    subject = ngettext("%(count)d new turn: %(search)s", "%(count)d new turns: %(search)s", total)
    told = [Told(hit.turn, hit.question, hit.snippet, _plain(hit.snippet), _turn(hit.turn)) for hit in hits]
    headers = {
        "List-Unsubscribe": f"<{stop_link(follow)}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "List-Id": f"<search-{follow.pk}.alerts.{urlsplit(settings.LINK_ORIGIN).hostname}>",
    }
    context = {"told": told, "total": total, "more": total - len(told)}
    filled = subject % {"count": total, "search": _named(query)}
    return _mail(follow, query, filled, "alerts/news", context, headers)


def stop_link(follow: Follow) -> str:
    return _link("follow-stop", token(follow.key, STOP))


def _mail(follow: Follow, query: Query, subject: str, template: str, context, headers) -> EmailMultiAlternatives:
    """Text and HTML. RFC 3834: no out-of-office notice answers it."""
    context |= {
        "site": settings.SITE_NAME,
        "origin": settings.LINK_ORIGIN,
        "search": title_of(query),
        "follow": follow,
        "results": f"{settings.LINK_ORIGIN}{_results(follow)}",
        "stop": stop_link(follow),
    }
    mail = EmailMultiAlternatives(
        subject=subject,
        body=render_to_string(f"{template}.txt", context),
        from_email=formataddr((settings.SITE_NAME, settings.DEFAULT_FROM_EMAIL)),
        to=[follow.address],
        headers={"Auto-Submitted": "auto-generated", **headers},
    )
    mail.attach_alternative(render_to_string(f"{template}.html", context), "text/html")
    return mail


def _results(follow: Follow) -> str:
    return f"{reverse('search')}?{follow.search}{'&' if follow.search else ''}sort={Sort.NEWEST}"


def _link(name: str, signed: str) -> str:
    return f"{settings.LINK_ORIGIN}{reverse(name, args=[signed])}"


def _turn(turn: Turn) -> str:
    return f"{settings.LINK_ORIGIN}{turn.get_absolute_url()}"


def _plain(snippet: SafeString) -> str:
    return unescape(strip_tags(snippet))


def _named(query: Query) -> str:
    """On one line, whatever was typed: a line feed would begin another header."""
    return Truncator(title_of(query)).chars(SUBJECT, truncate="…")
