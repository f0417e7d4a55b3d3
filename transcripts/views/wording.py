"""`/t/<id>/?rev=N` and `?quote=…`: what the turn said when it was cited, and the words that were quoted from it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString

from transcripts.models import Revision, Turn
from transcripts.templatetags.transcript import quoted_prose
from transcripts.text import transcript as text
from transcripts.text.comparing import Piece, pieces
from transcripts.text.formats import json
from transcripts.text.quoting import LONGEST, find

# So many of the newest revisions are searched for a quote: reading one takes some milliseconds.
MOST_REVISIONS = 20


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


def wording_at(turn: Turn, typed: str) -> Wording | None:
    """The wording at the revision whose number was typed; None where the event has no such revision. One query."""
    if not typed.isascii() or not typed.isdecimal() or len(typed) > 9:
        return None
    revision = Revision.objects.filter(event=turn.event_id, number=int(typed)).first()
    if revision is None:
        return None
    then = next((one for one in json.parse(revision.transcript).turns if one.id == turn.public_id), None)
    if then is None or then.text == turn.text:
        return Wording(revision, then)
    return Wording(revision, then, pieces(then.text, turn.text))


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


def quoted_from(turn: Turn, words: str, typed: str) -> Quoted | None:
    """The quote that was typed, sought in `words`, which are a wording of the turn; None where none was typed.

    Revisions are read, one query, only where these words have the quote not to the letter.
    """
    quote = typed.replace("\0", "").strip()[:LONGEST]
    if not quote:
        return None
    found = find(quote, words)
    if found is None:
        return Quoted(quote, revision=_newest_with(turn, quote))
    html = quoted_prose(words, found.start, found.end)
    if found.exact:
        return Quoted(quote, html, exact=True)
    steps = pieces(quote, words[found.start : found.end])
    return Quoted(quote, html, pieces=steps, revision=_newest_with(turn, quote))


def _newest_with(turn: Turn, quote: str) -> Revision | None:
    for revision in Revision.objects.filter(event=turn.event_id).order_by("-number")[:MOST_REVISIONS]:
        then = next((one for one in json.parse(revision.transcript).turns if one.id == turn.public_id), None)
        found = find(quote, then.text) if then else None
        if found and found.exact:
            return revision
    return None
