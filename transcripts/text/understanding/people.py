"""Labels → people: "NATO Secretary General" is who was once named in full."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache

from transcripts.text.transcript import EventKind, Turn, TurnKind
from transcripts.text.understanding.askers import Floor, Known, words_that_call_nobody
from transcripts.text.understanding.cast import JOINED, Cast, Member, office_key
from transcripts.text.understanding.floor import introduced, presented
from transcripts.text.understanding.headings import Heading
from transcripts.text.understanding.labels import MOST_IN_PARTY, Part, Reading, is_outlets, read_label
from transcripts.text.understanding.names import INITIALS, Spellings, squeeze
from transcripts.text.words import OUTLETS, WORDS

SURNAME_FIRST = re.compile(r"([^\W\d_][\w'’-]*[a-zß-ÿ]), ([^\W\d_][\w'’-]*[a-zß-ÿ])(?= ?\(|$)")
MOST_PRESENTED = 30  # people whose outlets are looked for in the text


def name_speakers(turns: tuple[Turn, ...], heading: Heading, *, set_off: bool = False) -> tuple[Turn, ...]:
    """The turns with speaker, role and affiliation as far as label, heading and text tell them. Notes have none.

    With `set_off`, a journalist asks in turns without a label that are questions already.
    """
    recorded = sum(turn.start is not None for turn in turns) * 2 > len(turns)
    spelled = {label: surname_last(label) if recorded else label for label in dict.fromkeys(t.label for t in turns)}
    understood = {label: _read(spelling, heading) for label, spelling in spelled.items()}
    cast, principal = _cast(turns, heading, understood.values())
    spoken = _spoken_labels(turns)
    readings = [
        Reading(Part.ASKER)
        if set_off and not turn.label and turn.kind is TurnKind.QUESTION
        else understood[spoken[squeeze(turn.label)]]
        for turn in turns
    ]
    return tuple(_named_turns(turns, readings, cast, principal))


def surname_last(label: str) -> str:
    """ "Brill, Ada" → "Ada Brill", as programs that record a meeting print their users."""
    found = SURNAME_FIRST.match(label)
    outlet = found is None or found[2] in OUTLETS or is_outlets(found[2])
    return label if found is None or outlet else f"{found[2]} {found[1]}{label[found.end() :]}"


def _read(label: str, heading: Heading) -> Reading:
    """The label understood; short capitals in brackets are a party in a debate, even those of an office elsewhere."""
    reading = read_label(label)
    short = reading.role.isupper() and reading.role.isalpha() and len(reading.role) <= MOST_IN_PARTY
    if heading.kind == EventKind.DEBATE and reading.name and short and label.rstrip().endswith(f"({reading.role})"):
        return replace(reading, role="", affiliation=reading.role)
    return reading


def _cast(turns: tuple[Turn, ...], heading: Heading, understood: Iterable[Reading]) -> tuple[Cast, Member | None]:
    people = heading.people
    names = [reading.name for reading in (*people, *understood) if reading.name]
    spellings = Spellings(names, (heading.title, heading.subtitle, *(text for t in turns for text in t.paragraphs)))
    cast = Cast()
    principal: Member | None = None
    for person in people:
        member = cast.add(spellings.cased(person.name), person.role)
        principal = principal or member
    # Full names first, so that a surname alone finds them wherever it stands; two at once are nobody new.
    readings = sorted(understood, key=lambda one: (bool(JOINED.search(one.name)), -len(one.name.split())))
    for reading in readings:
        if reading.name and not cast.are_several(reading.name) and not _by_initials(reading, cast):
            cast.add(_full(reading.name, cast, spellings), reading.role, reading.affiliation)
    for member in cast.members:
        if len(member.name.split()) == 1:
            member.name = spellings.full(member.name)
    _give_outlets(cast, turns)
    return cast, principal or _only_speaker(turns, cast)


def _only_speaker(turns: tuple[Turn, ...], cast: Cast) -> Member | None:
    """The only one with a name, who opens and has no other turn so labelled: who then answers as "A"."""
    named = [read_label(turn.label) for turn in turns if turn.label]
    known = [one for one in named if one.name and one.part is not Part.ASKER]
    return cast.by_name(known[0].name) if len(known) == 1 and known[0] is named[0] else None


def _give_outlets(cast: Cast, turns: tuple[Turn, ...]) -> None:
    """Outlets and companies of those who have no office: as they say themselves, or as others present them."""
    for turn in {turn.label: turn for turn in reversed(turns) if turn.label}.values():  # the first of each label
        name, outlet = introduced(turn.text)
        member = cast.by_name(name) if outlet else None
        if member and not member.roles and member is cast.by_name(read_label(turn.label).name):
            member.affiliation = member.affiliation or outlet
    lacking = [member for member in cast.members if not member.roles and not member.affiliation]
    for member in lacking[:MOST_PRESENTED]:
        texts = (text for turn in turns for text in turn.paragraphs if member.name.split()[0] in text)
        member.affiliation = next(filter(None, (presented(member.name, text) for text in texts)), "")


def _by_initials(reading: Reading, cast: Cast) -> Member | None:
    """Who is meant by a label of two or three capitals."""
    name = reading.name
    return cast.by_initials(name) if name.isupper() and name.isalpha() and 1 < len(name) <= INITIALS else None


def _full(name: str, cast: Cast, spellings: Spellings) -> str:
    cased = spellings.cased(name)
    member = cast.by_name(cased)
    return member.name if member and len(member.name) > len(cased) else cased


def _named_turns(
    turns: tuple[Turn, ...], readings: list[Reading], cast: Cast, principal: Member | None
) -> Iterator[Turn]:
    asking = [reading.part is Part.ASKER and not reading.name for reading in readings]
    unnamed = any(asking)
    floor, known = Floor(_calls_nobody(cast, readings, turns)), Known()
    for index, (turn, reading) in enumerate(zip(turns, readings, strict=True)):
        if turn.kind is TurnKind.NOTE:
            yield turn
        elif asking[index]:
            after = turns[index + 1] if index + 1 < len(turns) and not asking[index + 1] else None
            name, outlet = floor.asks(turn, after, known)
            yield replace(turn, speaker=name, affiliation=reading.affiliation or outlet)
        elif reading.part is Part.ASKER or (reading.affiliation and not reading.role):
            floor.is_asked(turn)
            yield _named(turn, reading, cast, principal)
        else:
            if unnamed:
                floor.hears(turn)
            yield _named(turn, reading, cast, principal)


def _calls_nobody(cast: Cast, readings: list[Reading], turns: tuple[Turn, ...]) -> Callable[[str], bool]:
    """Whether a name is none of an unnamed journalist: somebody's with a label of their own, or no name at all."""
    labelled = {id(member) for reading in readings if reading.name and (member := cast.by_name(reading.name))}
    words = cache(lambda: words_that_call_nobody(text for turn in turns for text in turn.paragraphs))

    def calls_nobody(name: str) -> bool:
        member = cast.by_name(name)
        return (member is not None and id(member) in labelled) or (" " not in name and name.casefold() in words())

    return calls_nobody


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
    if reading.name and cast.are_several(reading.name):
        return Member(reading.name)
    if reading.name:
        return _by_initials(reading, cast) or cast.by_name(reading.name) or cast.add(reading.name)
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
