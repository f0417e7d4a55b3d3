"""What quote check found, in words: how sure it is and why, and links that mark the words where they were said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from transcripts.models import Turn
from transcripts.search.quotes import Answer, Difference, Match, Place, Stretch
from transcripts.text.quoting import CONTEXT

# A longer quote is named in its link by its first and last words.
LONG = 300
AT_EITHER_END = 80
# Of more words that a quote says it leaves out, the page shows the first and the last.
OMITTED = 24
SHOWN = 8


@dataclass(frozen=True, slots=True)
class ShownStretch:
    """`hidden` words are left out between `text` and `tail`."""

    kind: str
    text: str
    tail: str = ""
    hidden: int = 0


@dataclass(frozen=True, slots=True)
class ShownPart:
    turn: Turn
    address: str


@dataclass(frozen=True, slots=True)
class ShownPlace:
    """`explanation` says how much of the quote it is. `opens` and `closes`: text before and after is left out."""

    place: Place
    explanation: str
    stretches: tuple[ShownStretch, ...]
    parts: tuple[ShownPart, ...]
    opens: bool
    closes: bool

    @property
    def address(self) -> str:
        return self.parts[0].address


@dataclass(frozen=True, slots=True)
class ShownAnswer:
    answer: Answer
    places: tuple[ShownPlace, ...]


def shown_answer(answer: Answer) -> ShownAnswer:
    return ShownAnswer(answer, tuple(_shown_place(answer, place) for place in answer.places))


def _shown_place(answer: Answer, place: Place) -> ShownPlace:
    text, match = place.match.passage.text, place.match
    first, last = match.start - len(match.before), match.end + len(match.after)
    return ShownPlace(
        place=place,
        explanation=explanation(answer, match),
        stretches=tuple(map(_shown_stretch, match.stretches)),
        parts=tuple(ShownPart(turn, marked(turn, start, end)) for turn, start, end in place.parts),
        opens=bool(text[:first].strip()),
        closes=bool(text[last:].strip()),
    )


def _shown_stretch(stretch: Stretch) -> ShownStretch:
    words = [word.span() for word in re.finditer(r"\S+", stretch.text)]
    if stretch.difference is not Difference.OMITTED or len(words) <= OMITTED:
        return ShownStretch(str(stretch.difference), stretch.text)
    head, tail = stretch.text[: words[SHOWN - 1][1]], stretch.text[words[-SHOWN][0] :]
    return ShownStretch(str(stretch.difference), head, tail, len(words) - 2 * SHOWN)


def marked(turn: Turn, start: int, end: int) -> str:
    """The permalink that marks these characters of the turn's text."""
    said = turn.text[start:end]
    params = {"quote": said}
    if len(said) > LONG:
        params = {"quote": _cut(said[:AT_EITHER_END], last=True), "until": _cut(said[-AT_EITHER_END:], last=False)}
    if turn.text.count(params["quote"]) > 1:
        params |= {"prefix": turn.text[max(start - CONTEXT, 0) : start], "suffix": turn.text[end : end + CONTEXT]}
    return f"{turn.get_absolute_url()}?{urlencode({name: value for name, value in params.items() if value})}"


def _cut(text: str, *, last: bool) -> str:
    """Without the word at that end, which may be cut."""
    whole = re.sub(r"\s\S*\Z", "", text) if last else re.sub(r"\A\S*\s", "", text)
    return whole.strip() or text


def explanation(answer: Answer, match: Match) -> str:
    """ "9 of 10 words, in this order; 1 word was not said here." """
    return "; ".join(_clauses(answer, match)) + "."


def _clauses(answer: Answer, match: Match) -> Iterator[str]:
    counted = {"same": match.same, "total": match.total}
    if match.same == match.total:
        yield ngettext("The one word", "All %(total)s words, in this order", match.total) % counted
    else:
        yield _("%(same)s of %(total)s words, in this order") % counted
    yield from _lapses(match)
    if answer.quotation.inserted:
        yield _("what stands in brackets was not compared")
    elif answer.quotation.open_places and match.is_verbatim:
        yield _("where the quote leaves something out, more was said")


def _lapses(match: Match) -> Iterator[str]:
    missing = match.total - match.same - match.spelled - match.moved
    if match.spelled:
        yield ngettext("%s is spelled otherwise", "%s are spelled otherwise", match.spelled) % match.spelled
    if match.moved:
        yield ngettext("%s stands in another place", "%s stand in another place", match.moved) % match.moved
    if missing:
        yield ngettext("%s was not said here", "%s were not said here", missing) % missing
    if match.added:
        yield ngettext("%s more was said in between", "%s more were said in between", match.added) % match.added
