"""What each turn is: remarks, moderation, question, answer, statement.

The order of parts decides, not the words: who speaks between the journalists' turns answers; an officer whose office
is to give the floor moderates while somebody else answers, and answers where nobody else does.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from transcripts.text.transcript import EventKind, Turn, TurnKind
from transcripts.text.understanding.floor import given_floor, gives_floor
from transcripts.text.understanding.headings import Heading
from transcripts.text.understanding.hosting import mark_hosting
from transcripts.text.understanding.labels import Part, read_label
from transcripts.text.understanding.names import bare, squeeze
from transcripts.text.understanding.parts import parts_of
from transcripts.text.understanding.remarks import asks, mark_closing, mark_late_openings, mark_statements
from transcripts.text.understanding.shares import Voice, voices_of
from transcripts.text.understanding.voices import identity
from transcripts.text.words import WORDS

OFFICER_ANSWERS, HOST_ANSWERS, LEADS = 0.3, 0.25, 0.5  # shares of one's turns
TERSE = 0.5  # share of a host's turns that are short
FEWEST_ALTERNATIONS = 6
MOST_OF_CHAIR = 4  # words of "The Deputy Speaker"
NOTE = TurnKind.NOTE
OUTSIDE = frozenset({EventKind.DEBATE, EventKind.INTERVIEW})


def assign_kinds(turns: tuple[Turn, ...], heading: Heading, *, set_off: bool = False) -> tuple[Turn, ...]:
    """The turns with their kinds. Notes stay notes; with `set_off`, questions without a label stay questions."""
    said = [turn if set_off else replace(turn, kind=TurnKind.STATEMENT) for turn in turns if turn.kind is not NOTE]
    kinds = iter(_kinds(said, heading) if said else ())
    return tuple(turn if turn.kind is TurnKind.NOTE else replace(turn, kind=next(kinds)) for turn in turns)


def _kinds(turns: list[Turn], heading: Heading) -> list[TurnKind]:
    parts = parts_of(turns, heading)
    if Part.ASKER in parts:
        return _with_questions(turns, parts, heading)
    return _without_questions(turns, parts, heading)


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


def _moderators(turns: list[Turn], parts: list[Part], heading: Heading) -> set[str]:
    """Those who give the floor and leave the answers to others, by office or by what they do."""
    voices = voices_of(turns, parts)
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
    voices = voices_of(turns, parts)
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
    voices = {key: voice for key, voice in voices_of(turns, parts).items() if key}
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
