"""Which part each turn plays where its label does not say: who asks, and who only has a house printed behind a name."""

from __future__ import annotations

from collections import Counter, defaultdict

from transcripts.text.transcript import EventKind, Turn, TurnKind
from transcripts.text.understanding.calling import calls_on_journalist
from transcripts.text.understanding.headings import Heading
from transcripts.text.understanding.labels import Part, read_label
from transcripts.text.understanding.names import squeeze
from transcripts.text.understanding.shares import voices_of
from transcripts.text.understanding.voices import ends_in_question, holds_question, identity

FEWEST_NUMBERED, FEWEST_ASKERS = 2, 2
REPLIES_WITHIN = 2  # turns of a question, the first of which may pass it on
WITH_PRESS = frozenset({EventKind.PRESS_CONFERENCE, EventKind.BRIEFING, EventKind.DOORSTEP})
OUTSIDE = frozenset({EventKind.DEBATE, EventKind.INTERVIEW})


def parts_of(turns: list[Turn], heading: Heading) -> list[Part]:
    """For each turn the part of its label, or the one that its speaker plays over the event."""
    printed = {identity(turn) for turn in turns if turn.affiliation and read_label(turn.label).affiliation}
    parts = [_part(turn, heading, outlet_printed=identity(turn) in printed) for turn in turns]
    _find_numbered_askers(turns, parts, heading)
    _find_named_askers(turns, parts, heading)
    _find_called_askers(turns, parts, heading)
    _find_plain_askers(turns, parts, heading)
    _settle_panel(turns, parts)
    _settle_officials(turns, parts)
    return parts


def _part(turn: Turn, heading: Heading, *, outlet_printed: bool) -> Part:
    """The part of the label; who is printed with an outlet asks, but in a debate people speak for their parties."""
    part = read_label(turn.label).part
    if not turn.label and turn.kind is TurnKind.QUESTION:
        return Part.ASKER
    if part is Part.NAMED and outlet_printed and not turn.role and heading.kind != EventKind.DEBATE:
        return Part.ASKER
    return part


def _find_numbered_askers(turns: list[Turn], parts: list[Part], heading: Heading) -> None:
    """Speakers whom a machine told apart and nobody named, who mostly ask what another answers."""
    if Part.ASKER in parts or heading.kind in OUTSIDE or parts.count(Part.VOICE) < FEWEST_NUMBERED:
        return
    voices = voices_of(turns, parts)
    for index, turn in enumerate(turns):
        voice = voices[identity(turn)]
        numbered = parts[index] is Part.VOICE and turn.label[-1:].isdigit()
        if numbered and voice.questions * 2 >= voice.turns and identity(turn) != identity(turns[0]):
            parts[index] = Part.ASKER


def _find_named_askers(turns: list[Turn], parts: list[Part], heading: Heading) -> None:
    """Journalists printed by name alone: nobody's office, not in the heading, and mostly asking."""
    hosts = {squeeze(person.name) for person in heading.people}
    known = [bool(turn.role) or squeeze(turn.speaker) in hosts for turn in turns]
    if not any(known) or heading.kind in OUTSIDE:
        return
    voices = voices_of(turns, parts)
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
    voices = voices_of(turns, parts)
    for index, turn in enumerate(turns[:-1]):
        voice, answered = voices[identity(turn)], identity(turns[index + 1]) == speaker
        asks = voice.questions * 2 >= voice.turns and parts[index] in {Part.NAMED, Part.VOICE} and not turn.role
        if asks and answered and turn.label and identity(turn) != speaker:
            parts[index] = Part.ASKER


def _settle_panel(turns: list[Turn], parts: list[Part]) -> None:
    """Where only people with outlets speak, those who answer more than they ask are the panel."""
    if any(part in {Part.NAMED, Part.ANSWERER} for part in parts):
        return
    voices = voices_of(turns, parts)
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
