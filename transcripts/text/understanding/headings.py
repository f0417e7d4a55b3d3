"""What the heading of an event tells about the people in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from transcripts.text.understanding.floor import NAME
from transcripts.text.understanding.labels import Reading, read_label
from transcripts.text.understanding.names import bare, has_office, is_name
from transcripts.text.words import WORDS

LONGEST = 1000
INSIDE = frozenset({"of", "the", "for", "de", "la", "del", "von", "van"})
BEHIND_NAME = re.compile(rf"({NAME}), ([a-zà-ÿ][^,;:|()–—.]*)")
BEFORE_NAME = re.compile(rf"\b([a-zà-ÿ][\w-]{{2,30}}) ({NAME})")
TOKEN = re.compile(r"[^\s|;:/()\[\]]+|[|;:/()\[\]]")


@dataclass(frozen=True, slots=True)
class Heading:
    """The fields that help to understand the turns. `creators` are names that the source lists for the event."""

    title: str = ""
    subtitle: str = ""
    kind: str = ""
    creators: tuple[str, ...] = ()

    @property
    def people(self) -> tuple[Reading, ...]:
        """Those named in title and subtitle, with their offices, then the creators; whose event it is comes first."""
        texts = (self.title[:LONGEST], self.subtitle[:LONGEST])
        named = [(False, person) for text in texts for person in _with_lower_case_offices(text)]
        named += [person for text in texts for person in _named_in(text)]
        listed = [Reading(name=name) for name in self.creators if name]
        return tuple(person for _first, person in sorted(named, key=lambda pair: not pair[0])) + tuple(listed)


def _with_lower_case_offices(text: str) -> Iterator[Reading]:
    """ "a Lola Ferrer, ministra de Puertos" and "de la portavoz Lola Ferrer": in most languages offices are words."""
    for found in BEHIND_NAME.finditer(text):
        office = found[2].split()
        if bare(office[0]) in WORDS.offices:
            yield Reading(name=found[1], role=found[2].strip())
    for found in BEFORE_NAME.finditer(text):
        if bare(found[1]) in WORDS.offices:
            yield Reading(name=found[2], role=found[1])


def _named_in(text: str) -> list[tuple[bool, Reading]]:
    """Runs of capitalised words that hold an office and a name, or a name behind "by"; True for the latter."""
    found: list[tuple[bool, Reading]] = []
    office, introduced = "", False
    for before, run in _runs(text):
        phrase = " ".join(run)
        reading = read_label(phrase)
        if office and before.endswith(",") and is_name(run) and not reading.role:
            found.append((introduced, Reading(name=reading.name, role=office)))
            office = ""
            continue
        introduced = bare(before) in WORDS.principals or (introduced and bare(before) in {"the", "la", "der"})
        office = phrase if reading.role and not reading.name else ""
        by_office = has_office(phrase) and bool(reading.name)
        by_name = introduced and len(run) > 1 and is_name(run) and bool(reading.name) and not _is_event(phrase)
        if by_office or by_name:
            found.append((introduced, reading))
    return found


def _is_event(phrase: str) -> bool:
    lowered = phrase.casefold()
    return any(words in lowered for words in WORDS.event_kinds)


def _runs(text: str) -> list[tuple[str, list[str]]]:
    """Runs of words with capital letters, "of" and "the" within them, each with the word before it."""
    runs: list[tuple[str, list[str]]] = []
    before, run = "", list[str]()
    for token in [*TOKEN.findall(text.replace("\N{WORD JOINER}", "")), "|"]:
        if (token[0].isupper() and bare(token) not in WORDS.heading_stops) or (run and token in INSIDE):
            run.append(token)
            if not token.endswith((",", ".")) or bare(token) in WORDS.honorifics:
                continue
        if run:
            runs.append((before, _without_tail([word.rstrip(",") for word in run])))
        before, run = token, []
    return runs


def _without_tail(run: list[str]) -> list[str]:
    while run and run[-1][0].islower():
        run = run[:-1]
    return run
