"""Labels → people: "NATO Secretary General" is who was once named in full."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from transcripts.text.transcript import Turn, TurnKind
from transcripts.text.understanding.floor import begins_anew, given_floor, gives_floor, introduced
from transcripts.text.understanding.headings import Heading
from transcripts.text.understanding.labels import Part, Reading, read_label
from transcripts.text.understanding.names import Spellings, bare, squeeze
from transcripts.text.words import WORDS

ARTICLES = frozenset({"the", "el", "la", "le", "l'", "der", "die"})
# Bounds that no real event comes near; they keep hostile text from taking quadratic time.
MOST_NAMESAKES = 50
MOST_OFFICES = 200
BRIEF = 60  # characters of a reply that leaves the floor where it was


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
        return alike[0] if len(alike) == 1 else None

    def by_role(self, role: str) -> Member | None:
        """The only one with that office: the same words, else one phrase within the other, else its initials."""
        key = office_key(role)
        held = self._by_role.get(key)
        if held is None and len(self._by_role) <= MOST_OFFICES:
            alike = [other for other in self._by_role if key and (key in other or other in key)]
            held = [member for other in alike for member in self._by_role[other]]
            held = held or [m for m in self.members if any(squeeze(role) == initials(office) for office in m.roles)]
        return held[0] if held and len({id(member) for member in held}) == 1 else None


def office_key(role: str) -> str:
    """An office without its article, spaces and case."""
    return squeeze(" ".join(token for token in role.split() if bare(token) not in ARTICLES))


def initials(role: str) -> str:
    """ "Prime Minister" → "pm"."""
    return "".join(word[0] for word in role.casefold().split())


def name_speakers(turns: tuple[Turn, ...], heading: Heading) -> tuple[Turn, ...]:
    """The turns with speaker, role and affiliation as far as label, heading and text tell them. Notes have none."""
    cast, principal = _cast(turns, heading)
    return tuple(_named_turns(turns, cast, principal))


def _cast(turns: tuple[Turn, ...], heading: Heading) -> tuple[Cast, Member | None]:
    people = heading.people
    readings = [read_label(label) for label in dict.fromkeys(turn.label for turn in turns)]
    names = [reading.name for reading in (*people, *readings) if reading.name]
    spellings = Spellings(names, (heading.title, heading.subtitle, *(text for t in turns for text in t.paragraphs)))
    cast = Cast()
    principal: Member | None = None
    for person in people:
        member = cast.add(spellings.cased(person.name), person.role)
        principal = principal or member
    # Full names first, so that a surname alone finds them wherever it stands.
    for reading in sorted(readings, key=lambda reading: -len(reading.name.split())):
        if reading.name:
            cast.add(_full(reading.name, cast, spellings), reading.role, reading.affiliation)
    for member in cast.members:
        if len(member.name.split()) == 1:
            member.name = spellings.full(member.name)
    return cast, principal


def _full(name: str, cast: Cast, spellings: Spellings) -> str:
    cased = spellings.cased(name)
    member = cast.by_name(cased)
    return member.name if member and len(member.name) > len(cased) else cased


def _named_turns(turns: tuple[Turn, ...], cast: Cast, principal: Member | None) -> Iterator[Turn]:
    spoken = _spoken_labels(turns)
    before, asked = "", Turn(TurnKind.QUESTION, ())
    for turn in turns:
        if turn.kind is TurnKind.NOTE:
            yield turn
            continue
        reading = read_label(spoken[squeeze(turn.label)])
        if reading.part is Part.ASKER and not reading.name:
            asker = _asker(turn, reading, before, asked)
            asked = asked if bare(turn.label) in WORDS.interjectors else asker
            yield asker
        else:
            yield _named(turn, reading, cast, principal)
        before = turn.paragraphs[-1] if turn.paragraphs else ""


def _spoken_labels(turns: tuple[Turn, ...]) -> dict[str, str]:
    """For labels that differ in spaces alone ("P rime Minister"), the one with the fewest words."""
    spoken: dict[str, str] = {}
    for label in dict.fromkeys(turn.label for turn in turns):
        other = spoken.setdefault(squeeze(label), label)
        if len(label.split()) < len(other.split()):
            spoken[squeeze(label)] = label
    return spoken


def _named(turn: Turn, reading: Reading, cast: Cast, principal: Member | None) -> Turn:
    member = _member(turn, reading, cast, principal)
    role = reading.role or (member.roles[0] if member and member.roles else "")
    affiliation = reading.affiliation or (member.affiliation if member else "")
    return replace(turn, speaker=member.name if member else "", role=role, affiliation=affiliation)


def _member(turn: Turn, reading: Reading, cast: Cast, principal: Member | None) -> Member | None:
    if reading.name:
        return cast.by_name(reading.name) or cast.add(reading.name)
    if reading.part is Part.ANSWERER or not turn.label:
        return principal
    if reading.part is not Part.NAMED:
        return None
    return cast.by_role(reading.role) or (principal if principal and _may_hold(principal, reading.role) else None)


def _may_hold(principal: Member, role: str) -> bool:
    """Whether an office without a name can be the principal's: who holds it too, or has no known office."""
    if office_key(role) in map(office_key, principal.roles):
        return True
    moderating = any(word in role.casefold() for word in WORDS.moderating_offices)
    return not principal.roles and not moderating


def _asker(turn: Turn, reading: Reading, before: str, asked: Turn) -> Turn:
    """An unnamed journalist, by what they say of themselves, how they got the floor, or who asked last."""
    name, outlet = introduced(" ".join(turn.paragraphs[:3]))
    if not name and bare(turn.label) in WORDS.interjectors:
        return replace(turn, affiliation=reading.affiliation or outlet)
    if not name:
        name, outlet = given_floor(before)
    if not name and not reading.affiliation and _goes_on(turn, before, asked):
        name, outlet = asked.speaker, asked.affiliation
    return replace(turn, speaker=name, affiliation=reading.affiliation or outlet)


def _goes_on(turn: Turn, before: str, asked: Turn) -> bool:
    """Whether it is the same journalist as before: the label says so, or a brief reply came between two questions."""
    if bare(turn.label) in WORDS.continuers:
        return True
    brief = 0 < len(before) <= BRIEF and not gives_floor(before)
    return bool(asked.affiliation) and brief and not begins_anew(turn.paragraphs[0] if turn.paragraphs else "")
