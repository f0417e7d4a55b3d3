"""How to search, with examples that find something in this very archive."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from transcripts.models import Turn
from transcripts.search.query import parse_query
from transcripts.text.transcript import TurnKind
from transcripts.views.examples import LONG_PAIR
from transcripts.views.results import address

LOOKED_AT = 30
PAIR = re.compile(r"\b([^\W\d_]+) ([^\W\d_]+)\b")
LONG_WORD = re.compile(r"\b[^\W\d_]{6,14}\b")
SHORT_PAIR = re.compile(r"\b([^\W\d_]{2,4}) ([^\W\d_]{2,4})\b")


@dataclass(frozen=True, slots=True)
class Operator:
    """What can be typed, as an example, and which turns it finds."""

    example: str
    finds: Promise

    @property
    def url(self) -> str:
        return address(parse_query({"q": [self.example]}))


@require_safe
def search_help(request: HttpRequest) -> HttpResponse:
    """Every operator and filter with an example drawn from a new answer and its question."""
    answer = _telling_answer()
    context = {
        "words": tuple(_words(answer)) if answer else (),
        "filters": tuple(_filters(answer)) if answer else (),
    }
    return render(request, "search/help.html", context)


def _telling_answer() -> Turn | None:
    """Of the newest answers that have a question by somebody for somebody, the first with words to show."""
    answers = Turn.objects.published().filter(kind=TurnKind.ANSWER, speaker__isnull=False).with_names()
    newest = list(answers.order_by("-event__date", "-event_id", "position")[:LOOKED_AT])
    telling = [turn for turn in newest if LONG_PAIR.search(turn.text) and SHORT_PAIR.search(turn.text)]
    asked = next((turn for turn in [*telling, *newest] if _question(turn)), None)
    return asked or next(iter([*telling, *newest]), None)


def _question(answer: Turn) -> Turn | None:
    """The question of the answer's exchange, where it is known who asked and for whom."""
    asked = Turn.objects.published().filter(exchange=answer.exchange_id, kind=TurnKind.QUESTION)
    return asked.filter(speaker__isnull=False, affiliation__isnull=False).with_names().order_by("position").first()


def _words(answer: Turn) -> Iterator[Operator]:
    pair = LONG_PAIR.search(answer.text) or PAIR.search(answer.text)
    if not pair:
        return
    first, second = pair.groups()
    small = SHORT_PAIR.search(answer.text) or pair
    yield Operator(f"{first} {second}", _("turns with both words, in any form, in the text or in the speaker's name"))
    yield Operator(
        f'"{first} {second}"',
        _("these words next to each other, exactly as they stand; curly quotation marks do as well"),
    )
    yield Operator(f'"{small.group()}"', _("small words count between quotation marks"))
    yield Operator(f'"{second} {first}"~5', _("these words in any order, with at most five others among them"))
    yield Operator(f"{first} OR {second}", _("one or the other, or both; operators are written in capitals"))
    yield Operator(f"{first} NOT nothing", _("the first without the second"))
    yield Operator(f"{first} -nothing", _("the same"))
    yield Operator(f"({first} OR nothing) {second}", _("parentheses say what belongs together"))
    if long := LONG_WORD.search(answer.text):
        yield from _parts_of(long.group())


def _parts_of(word: str) -> Iterator[Operator]:
    yield Operator(f"{word[:5]}*", _("words that begin like this"))
    yield Operator(f"{word[:2]}?{word[3:]}", _("a question mark within a word is any one letter"))
    yield Operator(f"{word[:2]}*{word[-2:]}", _("a star within a word is any letters, none too"))
    yield Operator(
        f"{word}~", _("this word and those that are spelt nearly so; ~1 or ~2 says how many letters may differ")
    )


def _filters(answer: Turn) -> Iterator[Operator]:
    event, question = answer.event, _question(answer)
    if answer.speaker:
        yield Operator(
            f'speaker:"{answer.speaker.name}"',
            _("what this person said, under any name known here; a part of the name will do"),
        )
    if question:
        yield Operator(f'outlet:"{question.affiliation.name}"', _("what was said for this outlet"))
        yield Operator(f'asked-by:"{question.affiliation.name}"', _("answers to what this person or outlet asked"))
        yield Operator(f'answered-by:"{answer.speaker.name}"', _("questions that this person answered"))
    if answer.role:
        yield Operator(f'role:"{answer.role}"', _("what was said in this office, or one with these words in it"))
    yield Operator(
        "in:question", _("only what was asked; likewise in:answer, in:remarks, in:moderation, in:statement, in:note")
    )
    yield Operator("kind:answer", _("the same, in other words"))
    yield Operator(f'event:"{event.title}"', _("events with these words in their title"))
    if event.series:
        yield Operator(f'series:"{event.series.name}"', _("one institution's run of events"))
    if event.language:
        yield Operator(f"language:{event.language}", _("by the language's code or name"))
    if event.date:
        day = event.date
        yield Operator(f"date:{day.year}-{day.month:02}", _("a day, a month or a year"))
        yield Operator(
            f"date:{day.year - 1}-06..{day.year}", _("from the one to the other, both included; either may be left out")
        )
        yield Operator(f"year:{day.year}", _("a year"))
