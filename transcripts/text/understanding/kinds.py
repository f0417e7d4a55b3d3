"""What each turn is: remarks, moderation, question, answer, statement.

The order of parts decides, not the words: who speaks between the journalists' turns answers; an officer whose office
is to give the floor moderates while somebody else answers, and answers where nobody else does.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from transcripts.text.transcript import EventKind, Turn, TurnKind
from transcripts.text.understanding.floor import gives_floor
from transcripts.text.understanding.headings import Heading
from transcripts.text.understanding.labels import Part, read_label
from transcripts.text.understanding.names import squeeze
from transcripts.text.words import WORDS

SHORT = 400  # characters; longer turns say something, whoever speaks
PASSING = 100  # characters of "Go ahead, Steve."
OFFICER_ANSWERS, HOST_ANSWERS, LEADS = 0.3, 0.25, 0.5  # shares of one's turns
EARLY = 0.25  # of the event, in which a guest may still make opening remarks
FEWEST_ALTERNATIONS = 6
OUTSIDE = frozenset({EventKind.DEBATE, EventKind.INTERVIEW})


@dataclass(slots=True)
class Voice:
    """One speaker's part over the whole event."""

    turns: int = 0
    questions: int = 0  # turns that end in a question mark
    answers: int = 0  # turns right after a journalist's
    leads: int = 0  # turns right before a journalist's


def assign_kinds(turns: tuple[Turn, ...], heading: Heading) -> tuple[Turn, ...]:
    """The turns with their kinds. Notes stay notes."""
    said = [turn for turn in turns if turn.kind is not TurnKind.NOTE]
    kinds = iter(_kinds(said, heading) if said else ())
    return tuple(turn if turn.kind is TurnKind.NOTE else replace(turn, kind=next(kinds)) for turn in turns)


def identity(turn: Turn) -> str:
    """Who speaks, as far as it is known: the person, else the label."""
    return squeeze(turn.speaker) or squeeze(turn.label)


def _kinds(turns: list[Turn], heading: Heading) -> list[TurnKind]:
    parts = [_part(turn, heading) for turn in turns]
    _find_named_askers(turns, parts, heading)
    _settle_panel(turns, parts)
    if Part.ASKER in parts:
        return _with_questions(turns, parts, heading)
    return _without_questions(turns, parts, heading)


def _part(turn: Turn, heading: Heading) -> Part:
    """The part of the label; who speaks for an outlet asks, but in a debate people speak for their parties."""
    part = read_label(turn.label).part
    if part is Part.NAMED and turn.affiliation and not turn.role and heading.kind != EventKind.DEBATE:
        return Part.ASKER
    return part


def _voices(turns: list[Turn], parts: list[Part]) -> dict[str, Voice]:
    voices: dict[str, Voice] = {}
    before = Part.NAMED
    for turn, part, after in zip(turns, parts, [*parts[1:], Part.NAMED], strict=True):
        voice = voices.setdefault(identity(turn), Voice())
        voice.leads += after is Part.ASKER
        voice.turns += 1
        voice.questions += turn.text.rstrip(" ”\"'").endswith("?")
        hands_on = after is Part.NAMED and len(turn.text) <= PASSING
        voice.answers += before is Part.ASKER and not hands_on
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


def _with_questions(turns: list[Turn], parts: list[Part], heading: Heading) -> list[TurnKind]:
    moderators = _moderators(turns, parts, heading)
    first = parts.index(Part.ASKER)
    kinds = []
    for index, (turn, part) in enumerate(zip(turns, parts, strict=True)):
        if part is Part.ASKER:
            kinds.append(TurnKind.QUESTION)
        elif identity(turn) in moderators or part in {Part.MODERATOR, Part.BYSTANDER}:
            kinds.append(TurnKind.MODERATION)
        else:
            kinds.append(TurnKind.ANSWER if index > first else TurnKind.REMARKS)
    _mark_late_openings(turns, kinds)
    _mark_passing_on(turns, kinds)
    _mark_closing(turns, kinds)
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


def _moderators(turns: list[Turn], parts: list[Part], heading: Heading) -> set[str]:
    """Those who give the floor and leave the answers to others, by office or by what they do."""
    voices = _voices(turns, parts)
    podium = {identity(turn) for turn, part in zip(turns, parts, strict=True) if part in {Part.NAMED, Part.ANSWERER}}
    offices = {identity(turn) for turn in turns if _gives_the_floor(turn.role)}
    guests = {squeeze(person.name) for person in heading.people}
    opens = identity(turns[0])
    most = {key: max((voices[other].answers for other in podium - {key}), default=0) for key in podium}
    return {
        key
        for key in podium
        if voices[key].answers < most[key]
        and _only_moderates(voices[key], office=key in offices, opens=key == opens and key not in guests)
    }


def _only_moderates(voice: Voice, *, office: bool, opens: bool) -> bool:
    """Whether so few of the turns answer, and so many lead to a question, that the rest is giving the floor."""
    answers, leads = voice.answers / voice.turns, voice.leads / voice.turns
    if office:
        return answers <= OFFICER_ANSWERS and (leads >= LEADS or voice.turns <= 2)  # opens and closes
    return (answers <= HOST_ANSWERS and leads >= LEADS and voice.turns > 2) or (
        opens and answers == 0 and voice.turns > 1
    )


@lru_cache(maxsize=4096)
def _gives_the_floor(role: str) -> bool:
    lowered = role.casefold()
    return any(office in lowered for office in WORDS.moderating_offices)


def _mark_late_openings(turns: list[Turn], kinds: list[TurnKind]) -> None:
    """A guest's first words, when they are long, early and answer no question, open though questions were before."""
    seen: set[str] = set()
    for index, turn in enumerate(turns[: int(len(turns) * EARLY)]):
        opens = identity(turn) not in seen and index > 0 and kinds[index - 1] is not TurnKind.QUESTION
        if kinds[index] is TurnKind.ANSWER and opens and len(turn.text) > SHORT:
            kinds[index] = TurnKind.REMARKS
        seen.add(identity(turn))


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
        short = len(turn.text) <= PASSING or (len(turn.text) <= SHORT and gives_floor(turn.text))
        if passes and short:
            kinds[index] = TurnKind.MODERATION
        else:
            before = who


def _mark_closing(turns: list[Turn], kinds: list[TurnKind]) -> None:
    """The last words of who opened the event close it, when they come after another's answer, not after a question."""
    after_another = len(kinds) > 1 and kinds[-2] is TurnKind.ANSWER and identity(turns[-1]) != identity(turns[-2])
    if after_another and kinds[-1] is TurnKind.ANSWER and identity(turns[-1]) == identity(turns[0]):
        kinds[-1] = TurnKind.REMARKS


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
    several = len({identity(turn) for turn in turns}) > 1
    return [
        hosting
        if part in moderating or (host and identity(turn) == host) or (several and _gives_the_floor(turn.role))
        else speaking
        for turn, part in zip(turns, parts, strict=True)
    ]


def _is_talk(turns: list[Turn], heading: Heading) -> bool:
    """Whether several speakers answer each other rather than speak one after the other."""
    if heading.kind and heading.kind not in OUTSIDE:
        return False
    changes = sum(identity(turn) != identity(after) for turn, after in pairwise(turns))
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
