"""The verbs of a follow: ask, confirm, stop. Each is one call and one transaction."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import parse_qs, urlencode

from django.db import transaction
from django.utils import timezone

from transcripts.alerts.tokens import CONFIRM, STOP, key_of
from transcripts.models import Follow
from transcripts.models.follows import MAX_SEARCH
from transcripts.models.locks import hold
from transcripts.search.query import Query, Sort, parse_query, to_params

MOST_FOLLOWS = 20  # of one address
MOST_PENDING = 3  # of one address: so many mails can a stranger make us send to it in two days
MOST_ASKED = 200  # by everybody in an hour


class TooMany(Exception):  # noqa: N818 - it is said to the reader as a sentence
    """More is asked for than this archive sends mail for; later is better."""


class TooLong(Exception):  # noqa: N818 - as above
    """The search is longer than one that can be followed."""


def query_of(follow: Follow) -> Query:
    """The search as a value."""
    return parse_query(parse_qs(follow.search))


def search_of(query: Query) -> str:
    """What of a query is followed, as an address has it: neither its order nor its page. Raises TooLong."""
    search = urlencode(to_params(query.sorted_by(Sort.RELEVANCE).grouped_by("")))
    if len(search) > MAX_SEARCH:
        raise TooLong
    return search


@transaction.atomic
def ask(address: str, query: Query, cadence: str) -> Follow | None:
    """A new follow, to be confirmed from its address; None where none is made, and so no mail is to be sent.

    That is where the address follows the search already, was asked, or has as many as it may: whoever asks is not told
    which, since it need not be their address. Raises TooMany and TooLong.
    """
    search, address = search_of(query), _one_form(address)
    hold("follow")
    Follow.objects.lapsed().filter(address=address).delete()
    if Follow.objects.filter(created_at__gt=timezone.now() - timedelta(hours=1)).count() >= MOST_ASKED:
        raise TooMany
    theirs = Follow.objects.filter(address=address)
    if theirs.count() >= MOST_FOLLOWS or theirs.pending().count() >= MOST_PENDING:
        return None
    follow, made = Follow.objects.get_or_create(address=address, search=search, defaults={"cadence": cadence})
    return follow if made else None


def asked(signed: str) -> Follow | None:
    """The follow that this token confirms; None where it lapsed, ended, or was never asked for."""
    key = key_of(signed, CONFIRM)
    follow = Follow.objects.filter(key=key).first() if key else None
    if follow and not follow.confirmed_at and not Follow.objects.pending().filter(pk=follow.pk).exists():
        return None
    return follow


def confirm(follow: Follow) -> None:
    """From now on. Once more changes nothing."""
    now = timezone.now()
    Follow.objects.filter(pk=follow.pk, confirmed_at=None).update(confirmed_at=now, looked_at=now)


def may_stop(signed: str) -> bool:
    """Whether we made that token, for a follow that stands or one that has ended."""
    return key_of(signed, STOP) is not None


def followed_by(signed: str) -> Follow | None:
    """The follow that this token ends; None where it has ended."""
    return Follow.objects.filter(key=key_of(signed, STOP) or "").first()


def stop(signed: str) -> None:
    """Delete the follow and all that is remembered of it. Once more changes nothing."""
    Follow.objects.filter(key=key_of(signed, STOP) or "").delete()


def _one_form(address: str) -> str:
    """Domains have no case; what stands before the @ may have."""
    name, _at, domain = address.strip().rpartition("@")
    return f"{name}@{domain.lower()}"
