"""The people of one event, by all forms of their names and offices."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from transcripts.text.understanding.names import ARTICLES, NUMBERS, bare, squeeze

SEVERAL = re.compile(rf"\d+|{'|'.join(sorted(NUMBERS))}")
JOINED = re.compile(r"(.+?) (and|&|und|et|y|e|och|og|en) (.+)", re.IGNORECASE)
DOUBLED = frozenset({"y", "e"})  # which join the two surnames of one person as well
# What makes another office of one: "Prime Minister" is no "Minister"
RANKS = frozenset({
    "prime", "vice", "deputy", "first", "assistant", "under", "press", "private", "attorney", "former", "premier",
    "première", "primer", "primo", "erste", "erster", "stellvertretende", "stellvertretender", "vize", "sub", "ex",
    "shadow",
})  # fmt: skip
# Bounds that no real event comes near; they keep hostile text from taking quadratic time.
MOST_NAMESAKES = 50
MOST_OFFICES = 200


@dataclass(slots=True)
class Member:
    """Someone in the event: the fullest name, and the offices and outlet printed with it."""

    name: str
    roles: list[str] = field(default_factory=list)
    affiliation: str = ""
    keys: frozenset[str] = frozenset()


class Cast:
    """The people of one event, found again by any form of their name or office."""

    def __init__(self) -> None:
        self.members: list[Member] = []
        self._by_word: dict[str, list[Member]] = {}
        self._by_words: dict[frozenset[str], list[Member]] = {}
        self._by_role: dict[str, list[Member]] = {}

    def add(self, name: str, role: str = "", affiliation: str = "") -> Member:
        """The member of that name, made when there is none, with what is new about them."""
        member = self.by_name(name)
        if member is None:
            member = Member("")
            self.members.append(member)
        if len(name.split()) > len(member.name.split()):
            self._rename(member, name)
        if role and squeeze(role) not in map(squeeze, member.roles):
            member.roles.append(role)
            self._by_role.setdefault(office_key(role), []).append(member)
        member.affiliation = member.affiliation or affiliation
        return member

    def _rename(self, member: Member, name: str) -> None:
        keys = frozenset(bare(token) for token in name.split())
        for key in keys - member.keys:
            self._by_word.setdefault(key, []).append(member)
        former = self._by_words.get(member.keys, [])
        self._by_words[member.keys] = [other for other in former if other is not member]
        self._by_words.setdefault(keys, []).append(member)
        member.name, member.keys = name, keys

    def by_name(self, name: str) -> Member | None:
        """The only one whose name holds these words, or is held by them."""
        keys = frozenset(bare(token) for token in name.split())
        alike = self._by_words.get(keys)
        if not alike:
            sharing = {id(member): member for key in keys for member in self._by_word.get(key, ())[:MOST_NAMESAKES]}
            alike = [member for member in sharing.values() if keys <= member.keys or member.keys <= keys]
            alike = alike or [member for member in sharing.values() if is_shortened(name, member.name)]
        return alike[0] if len(alike) == 1 else None

    def by_initials(self, label: str) -> Member | None:
        """The only one whose name has these initials: "OM" for Otto Menk."""
        alike = [member for member in self.members if initials(member.name) == label.casefold()]
        return alike[0] if len(alike) == 1 else None

    def are_several(self, name: str) -> bool:
        """Whether a label names two who speak at once: "Ada Brill and Otto Menk"."""
        both = JOINED.fullmatch(name)
        if not both:
            return False
        whole = both[2] not in DOUBLED and " " in both[1] and " " in both[3]
        return whole or bool(self.by_name(both[1]) and self.by_name(both[3]))

    def by_role(self, role: str) -> Member | None:
        """The only one with that office: the same words, else one phrase within the other, else its initials."""
        key = office_key(role)
        held = self._by_role.get(key)
        if held is None and len(self._by_role) <= MOST_OFFICES:
            alike = [other for other in self._by_role if key and _is_within(key, other)]
            held = [member for other in alike for member in self._by_role[other]]
            held = held or [m for m in self.members if any(squeeze(role) == initials(office) for office in m.roles)]
        return held[0] if held and len({id(member) for member in held}) == 1 else None


def is_shortened(name: str, full: str) -> bool:
    """Whether it is the full name with an initial for the first name: "J. Lind", "Johanna Lind"."""
    short, whole = name.split(), full.split()
    if len(short) < 2 or len(whole) < 2 or len(bare(short[0])) != 1:
        return False
    return bare(short[-1]) == bare(whole[-1]) and bare(whole[0]).startswith(bare(short[0]))


def _is_within(key: str, other: str) -> bool:
    """Whether one office is a part of the other, and not another of several: "official" and "official two"."""
    shorter, longer = sorted((key, other), key=len)
    rest = longer.replace(shorter, "", 1)
    return shorter in longer and rest not in RANKS and not SEVERAL.fullmatch(rest)


def office_key(role: str) -> str:
    """An office without its article, spaces and case."""
    return squeeze(" ".join(token for token in role.split() if bare(token) not in ARTICLES))


def initials(role: str) -> str:
    """ "Prime Minister" → "pm"."""
    return "".join(word[0] for word in role.casefold().split())
