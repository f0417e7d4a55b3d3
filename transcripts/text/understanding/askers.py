"""Unnamed journalists: who asks, by what they say of themselves, by who called on them, or because they go on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

from transcripts.text.transcript import Turn
from transcripts.text.understanding.calling import KNOWN, called_on, outlet_alone, said
from transcripts.text.understanding.floor import CAPITAL, begins_anew, either, gives_floor, introduced, is_persons
from transcripts.text.understanding.names import bare, squeeze
from transcripts.text.understanding.voices import PASSING, SHORT, holds_question
from transcripts.text.words import WORDS

BRIEF = 60  # characters of a reply that leaves the floor where it was
OPENING = 160
FIRST_WORDS = 40  # characters of "And then, secondly, on Cuba:"
SECONDS = re.compile(rf"\b(?:{either(WORDS.seconds)})\b", re.IGNORECASE)
BROKEN_OFF = ("—", "–", "-", "…", "...")
FIRST = rf"{CAPITAL}[\w'’-]{{1,20}}"
OF_OUTLET = re.compile(rf"\b(?:{either(WORDS.links)}) (?:[Tt]he )?({KNOWN})\b")
# "One more from Reuters.", and a sentence of its own: "De Quinto Poder."
SAID_OUTLET = re.compile(
    rf"(?:^|[.,;!?] )[^.,;!?]{{0,30}}\b(?i:{either(WORDS.links)}) (?:[Tt]he )?({KNOWN})(?=[.,;!?])"
)
SENTENCE_OF_OUTLET = re.compile(
    rf"(?:^|[.!?] )(?:{either(frozenset(link.capitalize() for link in WORDS.links))}) "
    rf"((?:{CAPITAL}[\w&'’-]*)(?: {CAPITAL}[\w&'’-]*){{0,3}})\."
)
ADDRESSED = re.compile(rf"(?:^|[,.?!—] )({FIRST})[,.?!—]")
WORD = re.compile(r"[^\W\d_][\w'’-]*")
SCANNED = 500_000  # characters
# Before a place, or somebody spoken about: "in Russia", "Governor Cuomo"
BEFORE = WORDS.offices | {"in", "of", "from", "against", "de", "en", "contra", "des", "du", "aus"}

Asker = tuple[str, str]  # name and outlet, either may be empty
NOBODY: Asker = ("", "")


@dataclass(slots=True)
class Floor:
    """Who has the floor, turn after turn. `calls_nobody` tells of a name that it is none of a journalist here."""

    calls_nobody: Callable[[str], bool]
    holder: Asker = NOBODY
    called: Asker | None = None  # since the last question; NOBODY when the floor was given without a name
    last_question: str = ""
    reply: str = "-"  # to the last question; empty while there is none yet

    def hears(self, turn: Turn) -> None:
        """A turn from the podium."""
        called = self._called(turn)
        self.reply = turn.text
        if any(called):
            self.called = called
        elif turn.paragraphs and gives_floor(turn.paragraphs[-1]):
            self.called = self.holder if self._has_not_asked() else NOBODY
        elif len(turn.text) > PASSING:
            self.called = None

    def _called(self, turn: Turn) -> Asker:
        """Whom the last paragraph calls on, in a short turn the one before it."""
        for paragraph in reversed(turn.paragraphs[-2 if len(turn.text) <= SHORT else -1 :]):
            name, outlet = called_on(paragraph)
            answers = self.reply == "" and self._answers_with(said(turn.text), name)
            if name and not answers and not self.calls_nobody(name):
                return name, outlet
            if outlet:
                return "", outlet
        return NOBODY

    def _answers_with(self, text: str, name: str) -> bool:
        """Whether what may be a name is the answer: "Wet." when asked how it is outside, "Twelve. Two of wood."."""
        whole = text.strip(" .?!—") == name
        begins = " " not in name and holds_question(self.last_question) and text.startswith(f"{name}. ")
        return whole or begins

    def is_asked(self, turn: Turn) -> None:
        """A question of a journalist whose label gives the name."""
        self.last_question, self.reply, self.called = turn.text, "", None

    def asks(self, turn: Turn, answer: Turn | None, known: Known) -> Asker:
        """Who asks in this turn, which `answer` follows."""
        text = " ".join(turn.paragraphs[:3])
        asker = known.fuller(self._asker(turn, text))
        if not asker[0] and answer:
            asker = known.addressed(answer.text[:OPENING], asker[1])
        if bare(turn.label) not in WORDS.interjectors or asker[0]:
            self.holder, self.last_question = asker, turn.text
        self.called, self.reply = None, ""
        return asker

    def _asker(self, turn: Turn, text: str) -> Asker:
        own = introduced(text)
        if own[0]:
            return own
        if bare(turn.label) in WORDS.interjectors:
            return "", own[1]
        if self.called and any(self.called):
            return self.called
        goes_on = bare(turn.label) in WORDS.continuers or (self.called is None and self._goes_on(text))
        name, outlet = self.holder if goes_on else NOBODY
        return name, outlet or said_outlet(text) or self._named_in_reply()

    def _goes_on(self, text: str) -> bool:
        """Whether it is the journalist as before: they were broken off, or nobody had time to take the floor."""
        if text.startswith(BROKEN_OFF) or SECONDS.search(text[:FIRST_WORDS]) or self._has_not_asked():
            return True
        brief = 0 < len(self.reply) <= BRIEF and not gives_floor(self.reply)
        return bool(self.holder[1]) and brief and not begins_anew(text)

    def _has_not_asked(self) -> bool:
        """Whether who has the floor only said thanks, or was interrupted."""
        question = self.last_question.rstrip(" ”\"'")
        return bool(question) and (
            question.endswith(BROKEN_OFF) or (not holds_question(question) and len(question) <= PASSING)
        )

    def _named_in_reply(self) -> str:
        """ "For Reuters." and "Which is unusual for CNN.": the outlet in a brief reply to who has the floor."""
        found = OF_OUTLET.search(self.reply) if len(self.reply) <= BRIEF else None
        return found[1] if found else ""


class Known:
    """The journalists of one event whose names were said, found again by first name where only one has it."""

    def __init__(self) -> None:
        self._by_first: dict[str, dict[str, Asker]] = {}

    def fuller(self, asker: Asker) -> Asker:
        """The fullest name known for that journalist, and the outlet; the asker as it is where there is no other."""
        name, outlet = asker
        if not name:
            return asker
        namesakes = self._by_first.setdefault(bare(name.split()[0]), {})
        if " " in name:
            namesakes[squeeze(name)] = name, outlet or namesakes.get(squeeze(name), NOBODY)[1]
            return namesakes[squeeze(name)]
        if len(namesakes) != 1:
            if not namesakes:
                namesakes[squeeze(name)] = asker
            return asker
        known = next(iter(namesakes.values()))
        return known if not outlet or not known[1] or squeeze(outlet) == squeeze(known[1]) else asker

    def addressed(self, opening: str, outlet: str) -> Asker:
        """Who is spoken to by first name in the first words of an answer, when they were called on elsewhere."""
        for first in ADDRESSED.findall(" ".join(opening.split())):
            namesakes = self._by_first.get(bare(first), {})
            if len(namesakes) == 1:
                name, theirs = next(iter(namesakes.values()))
                return name, outlet or theirs
        return "", outlet


def said_outlet(text: str) -> str:
    """The outlet that a journalist names without a name, in the first words."""
    opening = " ".join(text[:OPENING].split())
    found = SAID_OUTLET.search(opening) or SENTENCE_OF_OUTLET.search(opening)
    if not found or not is_persons(found[1].split()[0]):
        return outlet_alone(found[1]) if found else ""
    return found[1]


def words_that_call_nobody(texts: Iterable[str]) -> frozenset[str]:
    """In lower case, the words of a text that are no journalist's first name in it: places, people spoken about,
    and all that is written in lower case too."""
    spoken_of, common, left = Counter[str](), set[str](), SCANNED
    for text in texts:
        words = WORD.findall(text[:left])
        common.update(word for word in words if word[0].islower())
        named = (word for before, word in pairwise(words) if word[0].isupper() and before.casefold() in BEFORE)
        spoken_of.update(named)
        left -= len(text)
        if left <= 0:
            break
    return frozenset(common | {word.casefold() for word, times in spoken_of.items() if times > 1})
