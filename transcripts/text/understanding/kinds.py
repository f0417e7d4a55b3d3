"""What each turn is: remarks, moderation, question, answer, statement.

The order of parts decides, not the words: who speaks between the journalists' turns answers; an officer whose office
is to give the floor moderates while somebody else answers, and answers where nobody else does.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from transcripts.text.transcript import EventKind, Turn, TurnKind
from transcripts.text.understanding.calling import called_on, calls_on_journalist
from transcripts.text.understanding.floor import given_floor, gives_floor
from transcripts.text.understanding.headings import Heading
from transcripts.text.understanding.hosting import mark_hosting
from transcripts.text.understanding.labels import Part, read_label
from transcripts.text.understanding.names import bare, squeeze
from transcripts.text.understanding.remarks import asks, mark_closing, mark_late_openings, mark_statements
from transcripts.text.understanding.voices import PASSING, SHORT, ends_in_question, holds_question, identity
from transcripts.text.words import WORDS

OFFICER_ANSWERS, HOST_ANSWERS, LEADS = 0.3, 0.25, 0.5  # shares of one's turns
TERSE = 0.5  # share of a host's turns that are short
FEWEST_ALTERNATIONS, FEWEST_NUMBERED, FEWEST_ASKERS = 6, 2, 2
REPLIES_WITHIN = 2  # turns of a question, the first of which may pass it on
MOST_OF_CHAIR = 4  # words of "The Deputy Speaker"
WITH_PRESS = frozenset({EventKind.PRESS_CONFERENCE, EventKind.BRIEFING, EventKind.DOORSTEP})
NOTE = TurnKind.NOTE
OUTSIDE = frozenset({EventKind.DEBATE, EventKind.INTERVIEW})


@dataclass(slots=True)
class Voice:
    """One speaker's part over the whole event."""

    turns: int = 0
    questions: int = 0  # turns that end in a question mark
    answers: int = 0  # turns right after a journalist's
    leads: int = 0  # turns right before a journalist's
    short: int = 0
    calls: int = 0  # turns that give the floor


def assign_kinds(turns: tuple[Turn, ...], heading: Heading, *, set_off: bool = False) -> tuple[Turn, ...]:
    """The turns with their kinds. Notes stay notes; with `set_off`, questions without a label stay questions."""
    said = [turn if set_off else replace(turn, kind=TurnKind.STATEMENT) for turn in turns if turn.kind is not NOTE]
    kinds = iter(_kinds(said, heading) if said else ())
    return tuple(turn if turn.kind is TurnKind.NOTE else replace(turn, kind=next(kinds)) for turn in turns)


def _kinds(turns: list[Turn], heading: Heading) -> list[TurnKind]:
    printed = {identity(turn) for turn in turns if turn.affiliation and read_label(turn.label).affiliation}
    parts = [_part(turn, heading, outlet_printed=identity(turn) in printed) for turn in turns]
    _find_numbered_askers(turns, parts, heading)
    _find_named_askers(turns, parts, heading)
    _find_called_askers(turns, parts, heading)
    _find_plain_askers(turns, parts, heading)
    _settle_panel(turns, parts)
    _settle_officials(turns, parts)
    if Part.ASKER in parts:
        return _with_questions(turns, parts, heading)
    return _without_questions(turns, parts, heading)


def _part(turn: Turn, heading: Heading, *, outlet_printed: bool) -> Part:
    """The part of the label; who is printed with an outlet asks, but in a debate people speak for their parties."""
    part = read_label(turn.label).part
    if not turn.label and turn.kind is TurnKind.QUESTION:
        return Part.ASKER
    if part is Part.NAMED and outlet_printed and not turn.role and heading.kind != EventKind.DEBATE:
        return Part.ASKER
    return part


def _voices(turns: list[Turn], parts: list[Part]) -> dict[str, Voice]:
    voices: dict[str, Voice] = {}
    asked = False
    for turn, part, after in zip(turns, parts, [*parts[1:], Part.VOICE], strict=True):
        voice = voices.setdefault(identity(turn), Voice())
        voice.leads += after in {Part.ASKER, Part.MODERATOR}
        voice.turns += 1
        voice.short += len(turn.text) <= SHORT
        voice.calls += len(turn.text) <= SHORT and (gives_floor(turn.text) or any(called_on(turn.paragraphs[-1])))
        voice.questions += ends_in_question(turn.text)
        hands_on = after is Part.NAMED and len(turn.text) <= PASSING
        voice.answers += asked and not hands_on
        asked = part is Part.ASKER and asks(turn)
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


def _find_called_askers(turns: list[Turn], parts: list[Part], heading: Heading) -> None:
    """Those whom somebody calls on with an outlet, "Dan Hale from Coast Radio, please", and who then ask."""
    if heading.kind in OUTSIDE:
        return
    hosts = {squeeze(person.name) for person in heading.people}
    called = {
        identity(turn)
        for before, turn, part in zip(turns, turns[1:], parts[1:], strict=False)
        if part is Part.NAMED and holds_question(turn.text) and calls_on_journalist(before.text, turn.label)
    }
    for index, turn in enumerate(turns):
        if parts[index] is Part.NAMED and identity(turn) in called - hosts and not turn.role:
            parts[index] = Part.ASKER


def _find_plain_askers(turns: list[Turn], parts: list[Part], heading: Heading) -> None:
    """At a press conference where nobody is called a journalist, those who ask whoever says most of all."""
    if Part.ASKER in parts or heading.kind not in WITH_PRESS:
        return
    said = Counter[str]()
    for turn in turns:
        said[identity(turn)] += len(turn.text)
    speaker, most = said.most_common(1)[0]
    if not speaker or most * 2 < said.total() or identity(turns[0]) not in {speaker, ""}:
        return
    voices = _voices(turns, parts)
    for index, turn in enumerate(turns[:-1]):
        voice, answered = voices[identity(turn)], identity(turns[index + 1]) == speaker
        asks = voice.questions * 2 >= voice.turns and parts[index] in {Part.NAMED, Part.VOICE} and not turn.role
        if asks and answered and turn.label and identity(turn) != speaker:
            parts[index] = Part.ASKER


def _find_numbered_askers(turns: list[Turn], parts: list[Part], heading: Heading) -> None:
    """Speakers whom a machine told apart and nobody named, who mostly ask what another answers."""
    if Part.ASKER in parts or heading.kind in OUTSIDE or parts.count(Part.VOICE) < FEWEST_NUMBERED:
        return
    voices = _voices(turns, parts)
    for index, turn in enumerate(turns):
        voice = voices[identity(turn)]
        numbered = parts[index] is Part.VOICE and turn.label[-1:].isdigit()
        if numbered and voice.questions * 2 >= voice.turns and identity(turn) != identity(turns[0]):
            parts[index] = Part.ASKER


def _with_questions(turns: list[Turn], parts: list[Part], heading: Heading) -> list[TurnKind]:
    moderators = _moderators(turns, parts, heading)
    first = _first_question(turns, parts)
    kinds = []
    for index, (turn, part) in enumerate(zip(turns, parts, strict=True)):
        if part is Part.ASKER:
            kinds.append(TurnKind.QUESTION)
        elif identity(turn) in moderators or part in {Part.MODERATOR, Part.BYSTANDER}:
            kinds.append(TurnKind.MODERATION)
        else:
            kinds.append(TurnKind.ANSWER if index > first else TurnKind.REMARKS)
    mark_late_openings(turns, kinds)
    mark_statements(turns, kinds)
    mark_hosting(turns, kinds)
    mark_closing(turns, kinds)
    return kinds


def _first_question(turns: list[Turn], parts: list[Part]) -> int:
    """Where the questions begin: a "Good afternoon" from the floor is not one yet, unless it was called on."""
    asked = [index for index, part in enumerate(parts) if part is Part.ASKER]
    return next((index for index in asked if asks(turns[index]) or _called(turns[:index])), asked[0])


def _called(turns: list[Turn]) -> bool:
    return bool(turns) and any(given_floor(turns[-1].paragraphs[-1]))


def _settle_panel(turns: list[Turn], parts: list[Part]) -> None:
    """Where only people with outlets speak, those who answer more than they ask are the panel."""
    if any(part in {Part.NAMED, Part.ANSWERER} for part in parts):
        return
    voices = _voices(turns, parts)
    for index, turn in enumerate(turns):
        voice = voices[identity(turn)]
        if read_label(turn.label).part is Part.NAMED and voice.questions * 2 < voice.turns:
            parts[index] = Part.NAMED


def _settle_officials(turns: list[Turn], parts: list[Part]) -> None:
    """Where journalists are called so, people printed with a ministry or a house answer if that is what they do."""
    printed = [read_label(turn.label).part for turn in turns]
    if printed.count(Part.ASKER) < FEWEST_ASKERS:
        return
    replies: dict[str, list[bool]] = defaultdict(list)
    for index, turn in enumerate(turns):
        passed_on = Part.NAMED not in printed[index + 1 : index + 2]
        asked = Part.ASKER in printed[max(0, index - (REPLIES_WITHIN if passed_on else 1)) : index]
        replies[identity(turn)].append(asked and not ends_in_question(turn.text))
    for index, turn in enumerate(turns):
        theirs = replies[identity(turn)]
        if printed[index] is Part.NAMED and parts[index] is Part.ASKER and sum(theirs) * 2 > len(theirs):
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
    if voice.answers == 0 and voice.turns == voice.leads == voice.calls and not opens:
        return True  # says but once who asks
    if office:
        return answers <= OFFICER_ANSWERS and (leads >= LEADS or voice.turns <= 2)  # opens and closes
    terse = voice.short >= TERSE * voice.turns
    return (answers <= HOST_ANSWERS and leads >= LEADS and voice.turns > 2 and terse) or (
        opens and answers == 0 and voice.turns > 1
    )


@lru_cache(maxsize=4096)
def _gives_the_floor(role: str) -> bool:
    lowered = role.casefold()
    return any(office in lowered for office in WORDS.moderating_offices)


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
    debate, interview = heading.kind == EventKind.DEBATE, heading.kind == EventKind.INTERVIEW
    in_chair = {identity(turn) for turn in turns if debate and _presides(turn, turns[0])}
    return [
        TurnKind.STATEMENT
        if interview and part is Part.VOICE
        else hosting
        if part in moderating
        or (host and identity(turn) == host)
        or identity(turn) in in_chair
        or (several and _gives_the_floor(turn.role))
        else speaking
        for turn, part in zip(turns, parts, strict=True)
    ]


def _presides(turn: Turn, first: Turn) -> bool:
    """Whether a speaker of a debate is in its chair: who opens, an office without a name, a deputy of it."""
    words = [bare(word) for word in turn.role.split()]
    if len(words) > MOST_OF_CHAIR or not WORDS.presiding & set(words):
        return False
    deputy = any(word.startswith("vice") or word == "deputy" for word in words)
    return deputy or not read_label(turn.label).name or identity(turn) == identity(first)


def _is_talk(turns: list[Turn], heading: Heading) -> bool:
    """Whether several speakers answer each other rather than speak one after the other."""
    if heading.kind and heading.kind not in OUTSIDE:
        return False
    changes = sum(identity(turn) != identity(after) for turn, after in pairwise(turns))
    return changes >= FEWEST_ALTERNATIONS or (heading.kind in OUTSIDE and changes > 0)


def _host(turns: list[Turn], parts: list[Part], heading: Heading) -> str:
    """Who leads a debate or an interview without being called a moderator, or gives the floor to all the others."""
    if Part.MODERATOR in parts or not turns[0].label:
        return ""
    if heading.kind == EventKind.INTERVIEW:
        return _interviewer(turns, parts, heading)
    voices = _voices(turns, parts)
    first = identity(turns[0])
    others = [voice for key, voice in voices.items() if key != first]
    theirs = [turn for turn in turns if identity(turn) == first]
    if others and len(theirs) > 1 and sum(gives_floor(turn.paragraphs[-1]) for turn in theirs) * 2 >= len(theirs):
        return first
    asking = voices[first].questions / voices[first].turns
    leads = all(asking > voice.questions / voice.turns for voice in others)
    return first if others and leads and len(turns) > FEWEST_ALTERNATIONS else ""


def _interviewer(turns: list[Turn], parts: list[Part], heading: Heading) -> str:
    """Of the two who talk, the one whom the heading does not name; else the one who asks more."""
    voices = {key: voice for key, voice in _voices(turns, parts).items() if key}
    talking = [key for key in voices if any(identity(turn) == key and turn.speaker for turn in turns)]
    guests = {squeeze(person.name) for person in heading.people}
    unnamed = [key for key in talking if key not in guests]
    if len(talking) == 2 and len(unnamed) == 1:
        return unnamed[0]
    shares = {key: voices[key].questions / voices[key].turns for key in talking}
    most = max(shares.values(), default=0.0)
    asking = [key for key, share in shares.items() if share == most]
    if len(talking) > 1 and len(asking) == 1:
        return asking[0]
    return identity(turns[0]) if len(talking) > 1 and len(turns) > FEWEST_ALTERNATIONS else ""
