"""Searches to try, drawn from what the archive holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from transcripts.text.transcript import TurnKind

PHRASES = 3
ANSWERS = 24
# Two long words next to each other are nearly always a subject: "critical infrastructure", "financement durable".
LONG_PAIR = re.compile(r"\b([^\W\d_]{6,14}) ([^\W\d_]{6,14})\b")


@dataclass(frozen=True, slots=True)
class Example:
    text: str
    url: str


def examples(turns) -> list[Example]:
    """A few phrases from different answers among `turns`, newest first."""
    answers = turns.filter(kind__in=[TurnKind.ANSWER, TurnKind.REMARKS, TurnKind.STATEMENT]).order_by(
        "-event__date", "pk"
    )
    found: dict[str, Example] = {}
    for text in answers.values_list("text", flat=True)[:ANSWERS]:
        phrase = max(_phrases(text), key=len, default="")
        if phrase and len(found) < PHRASES:
            found.setdefault(phrase.casefold(), _example(phrase))
    return list(found.values())


def _phrases(text: str) -> Iterator[str]:
    return (found.group() for found in LONG_PAIR.finditer(text[:5_000]))


def _example(phrase: str) -> Example:
    query = urlencode({"q": f'"{phrase}"'})
    return Example(text=f"“{phrase}”", url=f"{reverse('search')}?{query}")
