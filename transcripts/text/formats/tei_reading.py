"""TEI → Transcript."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from transcripts.text.formats import xml
from transcripts.text.formats.debates import as_speaker, day_in, understood_debate
from transcripts.text.formats.tei_people import Person, people_in
from transcripts.text.formats.tei_writing import APPLICATION
from transcripts.text.transcript import EventKind, Transcript, Turn, TurnKind, UnreadableSource

STAGE = ("note", "kinesic", "incident", "vocal", "stage")
# Notes about the record rather than the sitting, and what has its place elsewhere.
NO_TURNS = frozenset({"speaker", "time", "date", "chairman", "president", "editorial", "footnote"})
BLOCKS = frozenset(
    {"seg", "p", "ab", "l", "lg", "list", "item", "note", "kinesic", "incident", "vocal", "stage", "quote"}
)
LEFT_OUT = frozenset({"gap", "listEvent", "fw", "pb"})
CHAIR = re.compile(r"#(?:chair|president|speaker|chairman|chairperson)\b", re.IGNORECASE)
# Akoma Ntoso turned into TEI keeps a question's element only in its id: "dbsect_5__question_1".
ENCODED = re.compile(r"(?:^|_)(question|answer)(?:_\d+)?$")


def parse(source: bytes | str) -> Transcript:
    """The first text in it. Raises UnreadableSource for what is no TEI, not well formed, or holds no utterance."""
    root = xml.parse_xml(source)
    if xml.local(root) not in {"TEI", "TEI.2", "teiCorpus"}:
        raise UnreadableSource(f"This is XML, but no TEI: it begins with <{xml.local(root)}>.")
    own = next((node for node in xml.within(root, "application") if node.get("ident") == APPLICATION), None)
    body = next((body for text in xml.within(root, "text") for body in xml.within(text, "body")), None)
    if own is not None and body is not None:
        return _own(root, body, escaped=bool(own.get("n")))
    heading = _heading(root)
    turns = tuple(_turns(body, people_in(root, heading.date))) if body is not None else ()
    if not any(turn.kind is not TurnKind.NOTE for turn in turns):
        raise UnreadableSource("This TEI document holds no utterance (u). Give one that transcribes speech.")
    return understood_debate(heading, turns)


def _own(root: xml.Element, body: xml.Element, *, escaped: bool) -> Transcript:
    """What `write` wrote, read back without inference."""
    try:
        reader = _Own(
            {node.get(xml.XML_ID): node for node in xml.within(root, "person")},
            {node.get(xml.XML_ID): float(node.get("interval", "0")) for node in xml.within(root, "when")},
        )
        transcript = replace(_own_heading(root), turns=tuple(reader.turns(body)))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise UnreadableSource(f"What the archive itself wrote into this file was changed since ({error}).") from error
    return xml.without_escapes(transcript) if escaped else transcript


def _own_heading(root: xml.Element) -> Transcript:
    header = xml.descend(root, "teiHeader")
    source = xml.descend(header, "fileDesc", "sourceDesc", "bibl")
    setting = xml.descend(header, "profileDesc", "settingDesc", "setting")
    titles = {
        node.get("type"): node.text or ""
        for node in xml.children(xml.descend(header, "fileDesc", "titleStmt"), "title")
    }
    day = xml.descend(source, "date")
    change = xml.descend(header, "revisionDesc", "change")
    language = xml.descend(header, "profileDesc", "langUsage", "language")
    return Transcript(
        title=titles.get("main", ""),
        subtitle=titles.get("sub", ""),
        date=None if day is None else date.fromisoformat(day.get("when")),
        updated=None if change is None else datetime.fromisoformat(change.get("when")),
        status=_text(xml.descend(source, "edition")),
        language="" if language is None else language.get("ident"),
        kind=_text(xml.descend(setting, "activity")),
        venue=_text(xml.descend(setting, "locale")),
        source=_text(xml.descend(source, "idno")),
    )


def _text(element: xml.Element | None) -> str:
    return "" if element is None else element.text or ""


@dataclass(frozen=True, slots=True)
class _Own:
    """The people and moments that the turns of a file of ours point to."""

    people: Mapping[str, xml.Element]
    moments: Mapping[str, float]

    def turns(self, body: xml.Element) -> Iterator[Turn]:
        label = ""
        for node in xml.within(body, "u", "note"):
            if node.get("type") == "speaker":
                label = (node.text or "").removesuffix(":")
                continue
            yield self._turn(node, label)
            label = ""

    def _turn(self, node: xml.Element, label: str) -> Turn:
        paragraphs = xml.paragraphs_of(node, blocks=BLOCKS, breaks="lb", skip=lambda _node: False)
        identity = (node.get(xml.XML_ID) or "").removeprefix("t-")
        if xml.local(node) == "note":
            return Turn(TurnKind.NOTE, paragraphs, id=identity)
        person = self.people[node.get("who")[1:]] if node.get("who") else None
        kind, *exchange = node.get("ana").split()
        return Turn(
            kind=TurnKind(kind.removeprefix("#kind.")),
            paragraphs=paragraphs,
            label=label,
            speaker=_text(xml.descend(person, "persName")),
            role=_text(xml.descend(person, "occupation")),
            affiliation=_text(xml.descend(person, "affiliation")),
            exchange=int(exchange[0].removeprefix("#exchange.")) if exchange else None,
            start=self.moments[node.get("start")[1:]] if node.get("start") else None,
            id=identity,
        )


def _turns(body: xml.Element, people: Mapping[str, Person]) -> Iterator[Turn]:
    label = ""
    for node in xml.within(body, "u", *STAGE):
        if any(xml.local(parent) in {"u", *STAGE} for parent in node.iterancestors()):
            continue
        if node.get("type") == "speaker":
            label = _label(node)
            continue
        found = _utterance(node, label, people) if xml.local(node) == "u" else _note(node)
        label = "" if xml.local(node) == "u" else label
        if found.paragraphs:
            yield found


def _label(node: xml.Element) -> str:
    return xml.line_of(node).rstrip(": ")


def _note(node: xml.Element) -> Turn:
    left_out = node.get("type") in NO_TURNS or node.get("place") in {"foot", "bottom"}
    text = "" if left_out else xml.line_of(node)
    return Turn(TurnKind.NOTE, (text,) if text else (), line=node.sourceline or 0)


def _utterance(node: xml.Element, label: str, people: Mapping[str, Person]) -> Turn:
    inside = next((note for note in xml.within(node, "note") if note.get("type") == "speaker"), None)
    label = label if inside is None else _label(inside)
    paragraphs = xml.paragraphs_of(node, blocks=BLOCKS, breaks="lb", skip=_is_left_out)
    turn = Turn(_kind(node), paragraphs, label, line=node.sourceline or 0)
    person = people.get((node.get("who") or "").split(" ", maxsplit=1)[0].rpartition("#")[2])
    if person is None:
        return turn
    turn = replace(turn, speaker=person.name) if person.parted else as_speaker(turn, person.name)
    return replace(turn, affiliation=person.affiliation, role=turn.role or person.role)


def _is_left_out(node: xml.Element) -> bool:
    aside = node.get("type") in {"speaker", "footnote", "time"} or node.get("place") in {"foot", "bottom"}
    return xml.local(node) in LEFT_OUT or (xml.local(node) == "note" and aside)


def _kind(node: xml.Element) -> TurnKind:
    """What the encoding states of it; STATEMENT where that is nothing."""
    stated = f"{node.get('ana') or ''} {node.get('type') or ''}"
    if CHAIR.search(stated):
        return TurnKind.MODERATION
    found = ENCODED.search(node.get(xml.XML_ID) or "") or re.search(r"\b(question|answer)\b", stated)
    return TurnKind(found[1]) if found else TurnKind.STATEMENT


def _heading(root: xml.Element) -> Transcript:
    header = xml.descend(root, "teiHeader")
    titles = list(xml.children(xml.descend(header, "fileDesc", "titleStmt"), "title"))
    sub = next((title for title in titles if title.get("type") == "sub"), None)
    main = next((title for title in titles if title.get("type") != "sub"), sub)
    text = next(xml.within(root, "text"), None)
    inner = next(xml.within(root, "TEI"), root)
    language = next(
        (node.get(xml.XML_LANG) for node in (text, inner, root) if node is not None and node.get(xml.XML_LANG)), ""
    )
    return Transcript(
        title=xml.line_of(main),
        subtitle=xml.line_of(sub) if sub is not main else "",
        date=next(filter(None, map(day_in, _dates(inner, text))), None),
        language=xml.language_code(language or ""),
        kind=str(EventKind.DEBATE),
    )


def _dates(tei: xml.Element, text: xml.Element | None) -> Iterator[str | None]:
    """Where the day of the sitting may stand; what the text itself prints is surest."""
    places = [*xml.within(text, "front"), *xml.within(tei, "setting"), *xml.within(tei, "sourceDesc")]
    yield from (node.get("when") for place in places for node in xml.within(place, "docDate", "date"))
    yield from (node.get("when") for node in xml.within(text, "docDate", "date"))
