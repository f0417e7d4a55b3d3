"""Who is cited: a person by family name where it is plain which word that is, and everyone else as they are called."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from transcripts.text.naming.people import UNSPACED
from transcripts.text.transcript import TurnKind
from transcripts.text.understanding.labels import Part, part_of
from transcripts.text.words import WORDS

UNNAMED = {
    Part.ASKER: "Unnamed journalist",
    Part.ANSWERER: "Unnamed speaker",
    Part.MODERATOR: "Unnamed moderator",
}
# One word that stands for many is as explicit as it can be.
COLLECTIVE = frozenset({"press", "media", "audience"})


@dataclass(frozen=True, slots=True)
class Name:
    """A family name with the names before it, or with these empty a name that is never turned around."""

    family: str
    given: str = ""

    @property
    def inverted(self) -> str:
        """ "Roe, Jane", as a list of references begins."""
        return f"{self.family}, {self.given}" if self.given else self.family

    @property
    def initials(self) -> str:
        """ "J.-P. M." of "Jean-Pierre Marie"; empty where there is no given name."""
        return " ".join("-".join(f"{part[0]}." for part in word.split("-") if part) for word in self.given.split())


def name_of(person: str) -> Name:
    """The name in its parts, where there is but one way to part it: a family name of one word, before it particles,
    before them one given name and initials. Three full words ("Gabriel García Márquez") may be parted in two ways.
    """
    words = person.split()
    if len(words) < 2 or not all(_is_spaced(word) for word in words):
        return Name(person)
    end = _family_begins(words)
    given = words[:end]
    middles = given[1:]
    if not given or any(len(word.rstrip(".")) > 1 for word in middles):
        return Name(person)
    return Name(" ".join(words[end:]), " ".join(given))


def _family_begins(words: list[str]) -> int:
    at = len(words) - 1
    while at > 1 and words[at - 1].islower() and words[at - 1] in WORDS.particles:
        at -= 1
    return at


def _is_spaced(word: str) -> bool:
    return word[0].isalpha() and not unicodedata.name(word[0], "").startswith(UNSPACED)


def called(label: str, kind: TurnKind) -> str:
    """What to call a speaker whom nobody named, by the label that was printed."""
    if not label:
        return UNNAMED[Part.ASKER if kind is TurnKind.QUESTION else Part.ANSWERER]
    part = part_of(label)
    word = label.casefold().strip(" .:*")
    collective = word in COLLECTIVE or (len(word) > 1 and word.endswith("s"))
    if part not in UNNAMED or len(word.split()) > 1 or collective:
        return label
    return UNNAMED[part]
