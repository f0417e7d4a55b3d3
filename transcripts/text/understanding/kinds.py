"""What each turn is: remarks, moderation, question, answer, statement.

The order of parts decides, not the words: who speaks between the journalists' turns answers; an officer whose office
is to give the floor moderates while somebody else answers, and answers where nobody else does.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from transcripts.text.transcript import EventKind, Turn, TurnKind
from transcripts.text.understanding.headings import Heading
from transcripts.text.understanding.labels import Part, read_label
from transcripts.text.understanding.names import squeeze
from transcripts.text.words import WORDS

SHORT = 400  # characters; longer turns say something, whoever speaks
FEWEST_ALTERNATIONS = 6
OUTSIDE = frozenset({EventKind.DEBATE, EventKind.INTERVIEW})


@dataclass(slots=True)
class Voice:
    """One speaker's part over the whole event."""

    turns: int = 0
    questions: int = 0  # turns that end in a question mark
    answers: int = 0  # turns right after a journalist's


def assign_kinds(turns: tuple[Turn, ...], heading: Heading) -> tuple[Turn, ...]:
    """The turns with their kinds. Notes stay notes."""
    said = [turn for turn in turns if turn.kind is not TurnKind.NOTE]
    kinds = iter(_kinds(said, heading))
    return tuple(turn if turn.kind is TurnKind.NOTE else replace(turn, kind=next(kinds)) for turn in turns)


def identity(turn: Turn) -> str:
    """Who speaks, as far as it is known: the person, else the label."""
    return squeeze(turn.speaker) or squeeze(turn.label)


def _kinds(turns: list[Turn], heading: Heading) -> list[TurnKind]:
    parts = [_part(turn) for turn in turns]
    _find_named_askers(turns, parts, heading)
    if Part.ASKER in parts:
        return _with_questions(turns, parts)
    return _without_questions(turns, parts, heading)


def _part(turn: Turn) -> Part:
    part = read_label(turn.label).part
    if part is Part.NAMED and turn.affiliation and not turn.role:
        return Part.ASKER
    return part


def _voices(turns: list[Turn], parts: list[Part]) -> dict[str, Voice]:
    voices: dict[str, Voice] = {}
    before = Part.NAMED
    for turn, part in zip(turns, parts, strict=True):
        voice = voices.setdefault(identity(turn), Voice())
        voice.turns += 1
        voice.questions += turn.text.rstrip(" ”\"'").endswith("?")
        voice.answers += before is Part.ASKER
        before = part
    return voices


def _find_named_askers(turns: list[Turn], parts: list[Part], heading: Heading) -> None:
    """Journalists printed by name alone: nobody's office, not in the heading, and mostly asking."""
    hosts = {squeeze(person.name) for person in heading.people}
    known = [bool(turn.role) or squeeze(turn.speaker) in hosts for turn in turns]
    if not any(known) or heading.kind in OUTSIDE:
        return
    voices = _voices(turns, parts)
    for index, turn in enumerate(turns[:-1]):
        voice = voices[identity(turn)]
        asks = voice.questions * 2 >= voice.turns
        if parts[index] is Part.NAMED and not known[index] and turn.label and asks and known[index + 1]:
            parts[index] = Part.ASKER


def _with_questions(turns: list[Turn], parts: list[Part]) -> list[TurnKind]:
    _settle_panel(turns, parts)
    moderators = _moderators(turns, parts)
    first = parts.index(Part.ASKER)
    kinds = []
    for index, (turn, part) in enumerate(zip(turns, parts, strict=True)):
        if part is Part.ASKER:
            kinds.append(TurnKind.QUESTION)
        elif identity(turn) in moderators or part in {Part.MODERATOR, Part.BYSTANDER}:
            kinds.append(TurnKind.MODERATION)
        else:
            kinds.append(TurnKind.ANSWER if index > first else TurnKind.REMARKS)
    _mark_passing_on(turns, kinds)
    return kinds


def _settle_panel(turns: list[Turn], parts: list[Part]) -> None:
    """Where only people with outlets speak, those who answer more than they ask are the panel."""
    if any(part in {Part.NAMED, Part.ANSWERER} for part in parts):
        return
    voices = _voices(turns, parts)
    for index, turn in enumerate(turns):
        voice = voices[identity(turn)]
        if read_label(turn.label).part is Part.NAMED and voice.questions * 2 < voice.turns:
            parts[index] = Part.NAMED


def _moderators(turns: list[Turn], parts: list[Part]) -> set[str]:
    """Those whose office is to give the floor, when others do the answering."""
    voices = _voices(turns, parts)
    podium = {identity(turn) for turn, part in zip(turns, parts, strict=True) if part in {Part.NAMED, Part.ANSWERER}}
    gives = {identity(turn) for turn in turns if identity(turn) in podium and _gives_the_floor(turn.role)}
    answers = Counter({key: voices[key].answers for key in podium})
    others = max((answers[key] for key in podium - gives), default=0)
    return {key for key in gives if answers[key] < others}


def _gives_the_floor(role: str) -> bool:
    lowered = role.casefold()
    return any(office in lowered for office in WORDS.moderating_offices)


def _mark_passing_on(turns: list[Turn], kinds: list[TurnKind]) -> None:
    """A short turn between another's answer and a question that other answers only passes the floor on."""
    answering = _next_answerers(turns, kinds)
    before = ""
    for index, turn in enumerate(turns):
        if kinds[index] is not TurnKind.ANSWER:
            continue
        who, after = identity(turn), answering[index]
        next_asks = index + 1 < len(turns) and kinds[index + 1] is TurnKind.QUESTION
        passes = before and before == after != who and next_asks and kinds[index - 1] is TurnKind.ANSWER
        if passes and len(turn.text) <= SHORT:
            kinds[index] = TurnKind.MODERATION
        else:
            before = who


def _next_answerers(turns: list[Turn], kinds: list[TurnKind]) -> list[str]:
    """For each turn, who gives the next answer after it."""
    following, after = [""] * len(turns), ""
    for index in range(len(turns) - 1, -1, -1):
        following[index] = after
        if kinds[index] is TurnKind.ANSWER:
            after = identity(turns[index])
    return following


def _without_questions(turns: list[Turn], parts: list[Part], heading: Heading) -> list[TurnKind]:
    host = _host(turns, parts, heading)
    talk = _is_talk(turns, heading)
    kinds = {
        EventKind.INTERVIEW: (TurnKind.QUESTION, TurnKind.ANSWER),
        "talk": (TurnKind.MODERATION, TurnKind.STATEMENT),
    }
    both = kinds[EventKind.INTERVIEW] if heading.kind == EventKind.INTERVIEW and host else kinds["talk"]
    hosting, speaking = both if talk else (TurnKind.MODERATION, TurnKind.REMARKS)
    moderating = {Part.MODERATOR, Part.BYSTANDER}
    return [
        hosting if part in moderating or (host and identity(turn) == host) else speaking
        for turn, part in zip(turns, parts, strict=True)
    ]


def _is_talk(turns: list[Turn], heading: Heading) -> bool:
    """Whether several speakers answer each other rather than speak one after the other."""
    changes = sum(identity(turn) != identity(after) for turn, after in zip(turns, turns[1:], strict=False))
    return changes >= FEWEST_ALTERNATIONS or (heading.kind in OUTSIDE and changes > 0)


def _host(turns: list[Turn], parts: list[Part], heading: Heading) -> str:
    """Who leads a debate or an interview without being called a moderator: the first to speak, who asks more."""
    if Part.MODERATOR in parts or len(turns) <= FEWEST_ALTERNATIONS or not turns[0].label:
        return ""
    voices = _voices(turns, parts)
    first = identity(turns[0])
    others = [voice for key, voice in voices.items() if key != first]
    asking = voices[first].questions / voices[first].turns
    leads = all(asking > voice.questions / voice.turns for voice in others)
    return first if others and (leads or heading.kind == EventKind.INTERVIEW) else ""
