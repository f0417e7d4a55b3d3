"""What is due goes out, once.

A follow is claimed by one process for a while, the mail is handed to the server, and only then is it noted what it
told: a process that dies between the two has sent that one mail, which a later run sends again; no other is sent twice.
Times are looked back over for a day, since what is published while this looks has an earlier time than it is seen at;
what was told already is left out by name.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from smtplib import SMTPException, SMTPRecipientsRefused

from django.core.mail import get_connection
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from transcripts.alerts.following import query_of
from transcripts.alerts.mails import alert
from transcripts.models import AlertedTurn, Follow
from transcripts.search import indexing
from transcripts.search.loading import hits_of
from transcripts.search.releases import Release, released_since

logger = logging.getLogger(__name__)
OVERLAP = timedelta(days=1)
CLAIM = timedelta(minutes=10)
SHOWN = 30  # turns in one mail; the rest is counted, with a link
MOST_FAILURES = 5  # refusals in a row after which an address is given up


class CannotSend(Exception):  # noqa: N818 - it is said to the operator as a sentence
    """The mail server does not take mail. The message says what it answered."""


@dataclass(slots=True)
class Sent:
    """How many mails went out, how many turns they told of, and how many addresses refused."""

    mails: int = 0
    turns: int = 0
    refused: int = 0


def send_due(now: datetime | None = None) -> Sent:
    """Tell every follower whose time has come what became public since. Raises CannotSend and SearchUnavailable."""
    now = now or timezone.now()
    indexing.drain()
    Follow.objects.lapsed(now).delete()
    sent = Sent()
    connection = get_connection()
    try:
        for follow in _due(now):
            _serve(follow, now, connection, sent)
    except (SMTPException, OSError) as error:
        raise CannotSend(f"{type(error).__name__}: {error}") from error
    finally:
        connection.close()
    return sent


def _due(now: datetime) -> Iterable[Follow]:
    """Those at once, and those once a day whose last day is over; not those that another process has in hand."""
    midnight = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    timely = Q(cadence=Follow.Cadence.IMMEDIATE) | Q(cadence=Follow.Cadence.DAILY, looked_at__lt=midnight)
    keys = list(Follow.objects.confirmed().filter(timely).filter(_free(now)).values_list("pk", flat=True))
    return (follow for pk in keys if (follow := Follow.objects.filter(pk=pk).first()))


def _free(now: datetime) -> Q:
    return Q(claimed_until=None) | Q(claimed_until__lt=now)


def _serve(follow: Follow, now: datetime, connection, sent: Sent) -> None:
    if not _claimed(follow, now):
        return
    try:
        news = _news(follow)
        if news:
            _tell(follow, news, connection, sent)
    except SMTPRecipientsRefused:
        sent.refused += 1
        _refused(follow)
        return
    except BaseException:
        Follow.objects.filter(pk=follow.pk).update(claimed_until=None)
        raise
    _note(follow, news, now)


def _claimed(follow: Follow, now: datetime) -> bool:
    """Whether it is this process's now: one row, changed where it is still as it was read."""
    unchanged = Follow.objects.filter(_free(now), pk=follow.pk, looked_at=follow.looked_at)
    return unchanged.update(claimed_until=timezone.now() + CLAIM) == 1


def _news(follow: Follow) -> list[Release]:
    """What the follower was not told of, the latest first. What was part of a turn that was told of was told."""
    since = max(follow.confirmed_at, follow.looked_at - OVERLAP)
    told = set(follow.alerted.values_list("public_id", flat=True))
    found = released_since(query_of(follow), since)
    return [release for release in found if told.isdisjoint((release.public_id, *release.parts_of))]


def _tell(follow: Follow, news: list[Release], connection, sent: Sent) -> None:
    query = query_of(follow)
    hits = hits_of([release.public_id for release in news[:SHOWN]], query)
    if not hits:  # withdrawn since the index was asked
        return
    mail = alert(follow, query, hits, len(news))
    mail.connection = connection
    mail.send()
    sent.mails += 1
    sent.turns += len(news)


@transaction.atomic
def _note(follow: Follow, news: list[Release], now: datetime) -> None:
    rows = (AlertedTurn(follow=follow, public_id=each.public_id, public_since=each.since) for each in news)
    AlertedTurn.objects.bulk_create(rows, batch_size=500, ignore_conflicts=True)
    follow.alerted.filter(public_since__lt=now - 2 * OVERLAP).delete()
    Follow.objects.filter(pk=follow.pk).update(looked_at=now, claimed_until=None, failures=0)


def _refused(follow: Follow) -> None:
    """The server knows no such address, this time: after some times it is deleted, as it would be if it had asked."""
    logger.warning("follow %s: the mail server refused its address", follow.pk)
    theirs = Follow.objects.filter(pk=follow.pk)
    theirs.update(failures=F("failures") + 1, claimed_until=None)
    theirs.filter(failures__gte=MOST_FAILURES).delete()
