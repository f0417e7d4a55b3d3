"""Akoma Ntoso → Transcript."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from transcripts.text.formats import xml
from transcripts.text.formats.akn_writing import OURS, UNNAMED
from transcripts.text.formats.debates import as_speaker, day_in, understood_debate
from transcripts.text.transcript import EventKind, Transcript, Turn, TurnKind, UnreadableSource

SPEECHES = ("speech", "question", "answer")
NOTES = ("narrative", "scene", "summary", "communication")
BLOCKS = frozenset({
    "p", "block", "ul", "ol", "li", "item", "blockList", "listIntroduction", "listWrapUp", "tblock", "table", "tr",
    "div", "container", "narrative", "scene", "summary", "embeddedStructure", "quotedStructure",
    "speech", "question", "answer",
})  # fmt: skip
LEFT_OUT = frozenset({"from", "num", "heading", "subheading", "authorialNote", "noteRef", "marker"})


@dataclass(frozen=True, slots=True)
class Reference:
    """What the references say of an id: the element's name ("TLCPerson") and the name to show."""

    kind: str
    name: str

    @property
    def shown(self) -> str:
        """The name with single spaces, whatever the file has between its words."""
        return " ".join(self.name.split())


References = dict[str, Reference]


def parse(source: bytes | str) -> Transcript:
    """The debate in it. Raises UnreadableSource for what is no Akoma Ntoso, not well formed, or holds no speech."""
    root = xml.parse_xml(source)
    if xml.local(root) != "akomaNtoso":
        raise UnreadableSource(f"This is XML, but no Akoma Ntoso: it begins with <{xml.local(root)}>.")
    references = _references(root)
    own = next(root.iter(f"{{{OURS}}}event"), None)
    if own is not None:
        return _own(root, own, references)
    turns = tuple(_turns(root, references))
    if not any(turn.kind is not TurnKind.NOTE for turn in turns):
        raise UnreadableSource("This Akoma Ntoso document holds no speech. Give the debate record itself.")
    return understood_debate(_heading(root), turns)


def _references(root: xml.Element) -> References:
    nodes = (node for node in root.iter() if xml.local(node).startswith("TLC"))
    return {
        node.get("eId") or node.get("id") or "": Reference(xml.local(node), node.get("showAs") or "") for node in nodes
    }


def _own(root: xml.Element, own: xml.Element, references: References) -> Transcript:
    """What `write` wrote, read back without inference."""
    fields: dict[str, Any] = {name: value for name, value in own.attrib.items() if name != "escapes"}
    try:
        fields |= {"date": date.fromisoformat(fields["date"])} if "date" in fields else {}
        fields |= {"updated": datetime.fromisoformat(fields["updated"])} if "updated" in fields else {}
        turns = tuple(_own_turn(node, references) for node in _speeches_and_notes(root))
        transcript = Transcript(**fields, turns=turns)
    except (ValueError, TypeError, KeyError) as error:
        raise UnreadableSource(f"What the archive itself wrote into this file was changed since ({error}).") from error
    return xml.without_escapes(transcript) if own.get("escapes") else transcript


def _own_turn(node: xml.Element, references: References) -> Turn:
    paragraphs = xml.paragraphs_of(node, blocks=BLOCKS, breaks="eol", skip=_is_left_out)
    identity = (node.get("eId") or "").removeprefix("t-")
    if xml.local(node) in NOTES:
        return Turn(TurnKind.NOTE, paragraphs, id=identity)
    by, start, exchange = _key(node.get("by")), node.get(f"{{{OURS}}}start"), node.get(f"{{{OURS}}}exchange")
    label = next(iter(xml.children(node, "from")), None)
    return Turn(
        kind=TurnKind(node.get(f"{{{OURS}}}kind")),
        paragraphs=paragraphs,
        label="" if label is None else (label.text or "").removesuffix(":"),
        speaker="" if by == UNNAMED else _raw(node, "by", references),
        role=_raw(node, "as", references),
        affiliation=_raw(node, f"{{{OURS}}}for", references),
        exchange=int(exchange) if exchange else None,
        start=float(start) if start else None,
        id=identity,
    )


def _raw(node: xml.Element, attribute: str, references: References) -> str:
    key = _key(node.get(attribute))
    return references[key].name if key else ""


def _key(reference: str | None) -> str:
    return (reference or "").strip().lstrip("#")


def _speeches_and_notes(root: xml.Element) -> Iterator[xml.Element]:
    """Speeches and notes in order, but for those within a speech."""
    body = next(xml.within(root, "debateBody", "mainBody", "body"), root)
    for node in xml.within(body, *SPEECHES, *NOTES):
        if not any(xml.local(parent) in SPEECHES for parent in node.iterancestors()):
            yield node


def _turns(root: xml.Element, references: References) -> Iterator[Turn]:
    for node in _speeches_and_notes(root):
        paragraphs = xml.paragraphs_of(node, blocks=BLOCKS, breaks="eol", skip=_is_left_out)
        if paragraphs:
            yield _turn(node, paragraphs, references)


def _turn(node: xml.Element, paragraphs: tuple[str, ...], references: References) -> Turn:
    name = xml.local(node)
    if name in NOTES:
        return Turn(TurnKind.NOTE, paragraphs, line=node.sourceline or 0)
    kinds = {"question": TurnKind.QUESTION, "answer": TurnKind.ANSWER}
    label = xml.line_of(next(xml.children(node, "from"), None)).rstrip(": ")
    turn = Turn(kinds.get(name, TurnKind.STATEMENT), paragraphs, label, line=node.sourceline or 0)
    by = references.get(_key(node.get("by")))
    role = references.get(_key(node.get("as")))
    if by and by.kind == "TLCPerson":
        turn = as_speaker(turn, by.shown)
    elif by and by.kind == "TLCRole":
        turn = replace(turn, role=by.shown)
    elif by and by.kind == "TLCOrganization":
        turn = replace(turn, affiliation=by.shown)
    return replace(turn, role=role.shown) if role else turn


def _is_left_out(node: xml.Element) -> bool:
    return xml.local(node) in LEFT_OUT


def _heading(root: xml.Element) -> Transcript:
    title = next(xml.within(root, "docTitle"), None)
    heading = next((node for body in xml.within(root, "debateBody") for node in xml.within(body, "heading")), None)
    language = next(xml.within(root, "FRBRlanguage"), None)
    printed = (node.get("date") for node in xml.within(root, "docDate"))
    stated = (node.get("date") for work in xml.within(root, "FRBRWork") for node in xml.within(work, "FRBRdate"))
    return Transcript(
        title=xml.line_of(title) or xml.line_of(heading),
        date=next(filter(None, map(day_in, (*printed, *stated))), None),
        language=xml.language_code(language.get("language") or "") if language is not None else "",
        kind=str(EventKind.DEBATE),
    )
