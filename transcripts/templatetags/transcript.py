"""How a transcript's text becomes HTML: escaped first, and not a character changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache
from html import escape

from django import template
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator
from django.utils.translation import get_language, gettext_lazy

from transcripts.text.citing.names import called
from transcripts.text.marks import editorial_marks
from transcripts.text.transcript import TurnKind

register = template.Library()

UNNAMED = {
    "Unnamed journalist": gettext_lazy("Unnamed journalist"),
    "Unnamed moderator": gettext_lazy("Unnamed moderator"),
    "Unnamed speaker": gettext_lazy("Unnamed speaker"),
}


@register.filter
def prose(text: str, anchor: str = "p") -> SafeString:
    """`<p id="p1">` and so on for each paragraph: line breaks kept, editorial marks in `<span class="mark">`."""
    paragraphs = enumerate(text.split("\n\n"), start=1)
    html = (f'<p id="{escape(anchor)}{number}">{_inline(paragraph)}</p>' for number, paragraph in paragraphs)
    return mark_safe("\n".join(html))  # noqa: S308 - every character of the text went through escape()


def quoted_prose(text: str, start: int, end: int) -> SafeString:
    """As `prose`, with the characters from `start` to `end` in `<mark>`, the first of which has the id "quote"."""
    html, at, anchor = [], 0, ' id="quote"'
    for number, paragraph in enumerate(text.split("\n\n"), start=1):
        first, last = max(0, start - at), min(len(paragraph), end - at)
        inner = _inline(paragraph)
        if first < last:
            marked = f"<mark{anchor}>{_inline(paragraph[first:last])}</mark>"
            inner, anchor = f"{_inline(paragraph[:first])}{marked}{_inline(paragraph[last:])}", ""
        html.append(f'<p id="p{number}">{inner}</p>')
        at += len(paragraph) + 2
    return mark_safe("\n".join(html))  # noqa: S308 - every character of the text went through escape()


def found_prose(text: str, spans: Sequence[tuple[int, int]], anchor: str, first: int) -> SafeString:
    """As `prose`, each of the spans in `<mark class="found">` with the ids "found-<first>" and so on.

    The spans are in order and do not meet; one that goes on in the next paragraph is marked there too.
    """
    html, at = [], 0
    for number, paragraph in enumerate(text.split("\n\n"), start=1):
        pieces, end = [], 0
        for place, (start, stop) in enumerate(spans, start=first):
            begins, ends = max(start - at, 0), min(stop - at, len(paragraph))
            if begins < ends:
                known = f' id="found-{place}"' if start >= at else ""
                pieces += [_inline(paragraph[end:begins]), f'<mark class="found"{known}>']
                pieces += [_inline(paragraph[begins:ends]), "</mark>"]
                end = ends
        html.append(f'<p id="{escape(anchor)}{number}">{"".join(pieces)}{_inline(paragraph[end:])}</p>')
        at += len(paragraph) + 2
    return mark_safe("\n".join(html))  # noqa: S308 - every character of the text went through escape()


def _inline(paragraph: str) -> str:
    """The paragraph's HTML. Its spans come in order and do not meet."""
    if "[" not in paragraph and "(" not in paragraph:
        return _lines(paragraph)
    pieces, end = [], 0
    for mark in editorial_marks(paragraph):
        pieces += [_lines(paragraph[end : mark.start]), '<span class="mark">']
        pieces += [_lines(paragraph[mark.start : mark.end]), "</span>"]
        end = mark.end
    return "".join([*pieces, _lines(paragraph[end:])])


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def linked_label(turn, address: Callable[[object], str]) -> SafeString:
    """The label as printed, with the speaker's and the outlet's names in it made links, where they stand in it.

    A speaker or outlet whom the label does not name follows it. `address` gives the address of a person or outlet.
    """
    label = escape(turn.label)
    missing = []
    for bearer, css in ((turn.speaker, "speaker"), (turn.affiliation, "outlet")):
        if bearer is None:
            continue
        link = f'<a class="{css}" href="{escape(address(bearer))}">%s</a>'
        linked = _link_once(label, escape(bearer.name), link)
        if linked is None:
            missing.append(link % escape(bearer.name))
        label = linked or label
    return mark_safe(_joined(label, missing))  # noqa: S308 - label and names are escaped above


def _link_once(label: str, name: str, link: str) -> str | None:
    """None where the label does not say the name outside of a tag."""
    found = re.search(rf"(?<![\w>-]){re.escape(name)}(?![\w<-])", label)
    if found is None:
        return None
    return label[: found.start()] + link % name + label[found.end() :]


def _joined(label: str, missing: list[str]) -> str:
    printed = f'<span class="printed">{label}</span>' if label else ""
    added = f'<span class="known-as">{", ".join(missing)}</span>' if missing else ""
    return " ".join(filter(None, (printed, added)))


@register.filter
def speaker_name(turn) -> str:
    """Who spoke: by name, else as the label has it, and where that is "Q" or nothing, that nobody named them."""
    if turn.speaker is not None:
        return turn.speaker.name
    return called_by(turn.label, turn.kind)


def called_by(label: str, kind: str) -> str:
    """What to call a speaker whom nobody named."""
    words = called(label, TurnKind(kind))
    return str(UNNAMED.get(words, words))


@register.filter
def capacity(turn) -> str:
    """In what capacity: the office, else the outlet spoken for; empty where neither is known."""
    return turn.role or (turn.affiliation.name if turn.affiliation else "")


@register.filter
def attribution(turn) -> str:
    """ "Andrew Gray, Reuters": who spoke, and as what, where that is not the same."""
    name, what = speaker_name(turn), capacity(turn)
    return f"{name}, {what}" if what and what.casefold() != name.casefold() else name


@register.filter
def opening(text: str, words: int = 24) -> str:
    """The first words, on one line, with an ellipsis where there are more."""
    return Truncator(" ".join(text.split())).words(words, truncate="…")


def full_title(event) -> str:
    """Title and subtitle as one line."""
    return " ".join(filter(None, (event.title, event.subtitle)))


@register.filter
def dated_title(event) -> str:
    """Title, subtitle and date as one line."""
    return ", ".join(filter(None, (full_title(event), event.date and day(event.date))))


@register.filter
def day(when: date) -> str:
    """ "3 May 2024": the same day stands many times on a page, and the same days on many pages."""
    return _day(when, get_language())


@lru_cache(maxsize=10_000)
def _day(when: date, _language: str) -> str:
    return date_format(when, "j F Y")


@register.filter
def leads_to_the_web(address: str) -> bool:
    """Whether a source's or recording's address may be made a link: an imported text can say "javascript:" too."""
    return address.casefold().startswith(("https://", "http://"))
