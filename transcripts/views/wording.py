"""`/t/<id>/?rev=N` and `?quote=…`: what the turn said when it was cited, and the words that were quoted from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from transcripts.models import Revision, Turn
from transcripts.templatetags.transcript import quoted_prose
from transcripts.text import transcript as text
from transcripts.text.comparing import Piece, pieces
from transcripts.text.quoting import LONGEST, Quote, find_quote
from transcripts.views.chronicle import turn_at


@dataclass(frozen=True, slots=True)
class Wording:
    """The turn at a revision; `turn` is None where that revision does not have it. `pieces` lead from it to today's."""

    revision: Revision
    turn: text.Turn | None
    pieces: tuple[Piece, ...] = ()

    @property
    def has_changed(self) -> bool:
        return bool(self.pieces)

    @property
    def text(self) -> str:
        return self.turn.text if self.turn else ""


def wording_at(turn: Turn, typed: str, newest: Iterable[Revision]) -> Wording | None:
    """The wording at the revision whose number was typed; None where the event has no such revision.

    `newest` are revisions that are read already; one query where it is none of them.
    """
    if not typed.isascii() or not typed.isdecimal() or len(typed) > 9:
        return None
    number = int(typed)
    revision = next((one for one in newest if one.number == number), None)
    revision = revision or Revision.objects.filter(event=turn.event_id, number=number).first()
    if revision is None:
        return None
    then = turn_at(revision, turn.public_id)
    if then is None or then.text == turn.text:
        return Wording(revision, then)
    return Wording(revision, then, pieces(then.text, turn.text))


def notice(asked: str, wording: Wording | None) -> str:
    """What a reader must know of the wording that answers `?rev=`; empty where it is the one that was asked for."""
    if not asked or (wording and wording.turn and not wording.has_changed):
        return ""
    if wording is None:
        return _("The event has no such revision. This is today’s wording.")
    number = {"number": wording.revision.number}
    if wording.turn is None:
        return _("Revision %(number)s does not have this turn. This is today’s wording.") % number
    return _("This is the wording of revision %(number)s. It has changed since.") % number


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quote and where the wording has it. `html` is the wording with the words marked, None where they are not in it;
    `pieces` lead from the quote to the words that are nearest to it; `revision` is the newest one that has the quote
    to the letter where the wording has not.
    """

    quote: str
    html: SafeString | None = None
    exact: bool = False
    pieces: tuple[Piece, ...] = ()
    revision: Revision | None = None


def quote_in(request: HttpRequest) -> Quote:
    """What the address asks to be marked: `quote`, the words around it, and for a long one its last words."""
    given = {name: request.GET.get(name, "").replace("\0", "")[:LONGEST] for name in ("prefix", "suffix")}
    return Quote(_trimmed(request, "quote"), until=_trimmed(request, "until"), **given)


def _trimmed(request: HttpRequest, name: str) -> str:
    return request.GET.get(name, "").replace("\0", "").replace("\r\n", "\n").strip()[:LONGEST]


def quoted_from(turn: Turn, words: str, quote: Quote, revisions: Iterable[Revision]) -> Quoted | None:
    """The quote, sought in `words`, which are a wording of the turn; None where none was typed.

    Revisions are searched, newest first, only where these words have the quote not to the letter.
    """
    if not quote.text:
        return None
    found = find_quote(quote, words)
    if found is None:
        return Quoted(quote.text, revision=_newest_with(turn, quote, revisions))
    html = quoted_prose(words, found.start, found.end)
    if found.exact:
        return Quoted(quote.text, html, exact=True)
    steps = pieces(quote.text, words[found.start : found.end])
    return Quoted(quote.text, html, pieces=steps, revision=_newest_with(turn, quote, revisions))


def _newest_with(turn: Turn, quote: Quote, revisions: Iterable[Revision]) -> Revision | None:
    for revision in revisions:
        then = turn_at(revision, turn.public_id)
        found = find_quote(quote, then.text) if then else None
        if found and found.exact:
            return revision
    return None
