"""Who gives the floor while somebody else answers: the host beside a guest, and whoever passes a question on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from transcripts.text.transcript import Turn, TurnKind
from transcripts.text.understanding.calling import called_on
from transcripts.text.understanding.floor import gives_floor
from transcripts.text.understanding.remarks import asks, thanks
from transcripts.text.understanding.voices import PASSING, SHORT, identity

ASIDE = 60  # characters of a host's "We can do one more here."; longer ones add to what the guest said
NOD = 20  # characters of "Okay."
FEWEST_ANSWERS = 3  # of a guest who has the room
HOST_ANSWERS = 0.25  # of the guest's answers that the host may give beside them
AFTER_GUEST = 4  # turns in which thanks and goodbyes are said before the host goes on
ONLY = {TurnKind.ANSWER, TurnKind.REMARKS}


def mark_hosting(turns: list[Turn], kinds: list[TurnKind]) -> None:
    """Turns that give the floor: those of a host while a guest answers, then those of anybody who passes it on."""
    for first, last in _stays(turns, kinds):
        _mark_stay(turns, kinds, first, last)
    _mark_passing_on(turns, kinds)
    _mark_own_answers(turns, kinds)


def _stays(turns: list[Turn], kinds: list[TurnKind]) -> Iterator[tuple[int, int]]:
    """From where to where a guest, or all of them together, answer beside the host, who is the first to speak."""
    host = identity(turns[0])
    if kinds[0] is TurnKind.QUESTION:
        return
    places: dict[str, list[int]] = defaultdict(list)
    for index, turn in enumerate(turns):
        if kinds[index] in ONLY and identity(turn) != host:
            places[identity(turn)].append(index)
    panel = sorted(index for theirs in places.values() for index in theirs)
    for theirs in [*places.values(), panel] if panel else []:
        if _has_the_room(turns, kinds, theirs):
            yield theirs[0], theirs[-1]


def _has_the_room(turns: list[Turn], kinds: list[TurnKind], places: list[int]) -> bool:
    """Whether those who speak there answer, and the host hardly does meanwhile."""
    host = identity(turns[0])
    answers = sum(_answers(turns, kinds, index) for index in places)
    stay = range(places[0], places[-1])
    hosts = [index for index in stay if identity(turns[index]) == host and len(turns[index].text) > PASSING]
    said = sum(_answers(turns, kinds, index) for index in hosts)
    return answers >= FEWEST_ANSWERS and said <= HOST_ANSWERS * answers


def _answers(turns: list[Turn], kinds: list[TurnKind], index: int) -> bool:
    """Whether it answers a question, at once or when the host has said who shall."""
    before = index - 1
    if before > 0 and kinds[before] is not TurnKind.QUESTION and len(turns[before].text) <= PASSING:
        before -= identity(turns[before]) == identity(turns[0])
    return before >= 0 and kinds[before] is TurnKind.QUESTION and asks(turns[before])


def _mark_stay(turns: list[Turn], kinds: list[TurnKind], first: int, last: int) -> None:
    host = identity(turns[0])
    for index in range(first, last):
        hosts = identity(turns[index]) == host and kinds[index] in ONLY
        asked = kinds[index - 1] is TurnKind.QUESTION and asks(turns[index - 1])
        if hosts and _only_passes(turns[index]) and not (asked and _answers_briefly(turns[index])):
            kinds[index] = TurnKind.MODERATION
    for index in range(last + 1, min(last + 1 + AFTER_GUEST, len(turns))):
        if kinds[index] is TurnKind.QUESTION and asks(turns[index]):
            return
        long = len(turns[index].text) > SHORT
        if identity(turns[index]) == host and (kinds[index] is TurnKind.ANSWER or long):
            gives = not long and _only_passes(turns[index])
            kinds[index] = TurnKind.MODERATION if gives else TurnKind.REMARKS
            return


def _answers_briefly(turn: Turn) -> bool:
    """Whether a short turn says something: "It's the Premier.", and not "Dr. Hale?" or "Next time, thank you."."""
    text = turn.text
    return len(text) > NOD and not (text.endswith("?") or thanks(text) or gives_floor(text))


def _only_passes(turn: Turn) -> bool:
    return len(turn.text) <= ASIDE or (len(turn.text) <= SHORT and gives_floor(turn.text))


def _mark_passing_on(turns: list[Turn], kinds: list[TurnKind]) -> None:
    """A short turn between another's answer and a question that other answers only passes the floor on."""
    answering = _next_answerers(turns, kinds)
    before, host = "", identity(turns[0])
    for index, turn in enumerate(turns):
        if kinds[index] is not TurnKind.ANSWER:
            continue
        who, after = identity(turn), answering[index]
        next_asks = index + 1 < len(turns) and kinds[index + 1] is TurnKind.QUESTION
        passes = before and before == after != who and next_asks and kinds[index - 1] is TurnKind.ANSWER
        gives = len(turn.text) <= SHORT and gives_floor(turn.text)
        if passes and (gives or (who == host and len(turn.text) <= ASIDE)):
            kinds[index] = TurnKind.MODERATION
        else:
            before = who


def _mark_own_answers(turns: list[Turn], kinds: list[TurnKind]) -> None:
    """Who gives the floor answers all the same, when asked and nobody else takes the question."""
    for index in range(1, len(turns)):
        asked = kinds[index - 1] is TurnKind.QUESTION and asks(turns[index - 1])
        left = index + 1 == len(turns) or kinds[index + 1] is TurnKind.QUESTION
        if kinds[index] is TurnKind.MODERATION and turns[index].speaker and asked and left:
            calls = gives_floor(turns[index].text) or any(called_on(turns[index].paragraphs[-1]))
            kinds[index] = TurnKind.MODERATION if calls else TurnKind.ANSWER


def _next_answerers(turns: list[Turn], kinds: list[TurnKind]) -> list[str]:
    """For each turn, who gives the next answer after it."""
    following, after = [""] * len(turns), ""
    for index in range(len(turns) - 1, -1, -1):
        following[index] = after
        if kinds[index] is TurnKind.ANSWER:
            after = identity(turns[index])
    return following
