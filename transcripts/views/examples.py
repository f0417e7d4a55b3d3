"""Searches to try, drawn from what the archive holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from transcripts.text.transcript import TurnKind

SPEAKING = (TurnKind.REMARKS, TurnKind.STATEMENT, TurnKind.ANSWER)
PHRASES = 3
ANSWERS = 60
# Two long words next to each other are nearly always a subject: "critical infrastructure", "financement durable".
LONG_PAIR = re.compile(r"\b([^\W\d_]{6,14}) ([^\W\d_]{6,14})\b")


@dataclass(frozen=True, slots=True)
class Example:
    text: str
    url: str


def examples(turns) -> list[Example]:
    """A few phrases from different answers among `turns`, the longest of those in the newest."""
    answers = turns.filter(kind__in=SPEAKING).order_by("-event__date", "pk").values_list("text", flat=True)[:ANSWERS]
    phrases = {max(_phrases(text), key=len, default="") for text in answers} - {""}
    return [_example(phrase) for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase))[:PHRASES]]


def _phrases(text: str) -> Iterator[str]:
    return (found.group() for found in LONG_PAIR.finditer(text[:5_000]))


def _example(phrase: str) -> Example:
    query = urlencode({"q": f'"{phrase}"'})
    return Example(text=f"“{phrase}”", url=f"{reverse('search')}?{query}")
