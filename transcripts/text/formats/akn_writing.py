"""Transcript → Akoma Ntoso."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from lxml import etree

from transcripts.text.formats import xml
from transcripts.text.formats.canonical import is_valid
from transcripts.text.transcript import Transcript, Turn, TurnKind

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OURS = "urn:verbatim:transcript"
UNNAMED = "unnamed"
UNDATED = "1970-01-01"
ELEMENTS = {TurnKind.QUESTION: "question", TurnKind.ANSWER: "answer"}
FIELDS = ("title", "subtitle", "date", "updated", "status", "language", "kind", "venue", "source")
REFERENCES = (("person", "TLCPerson"), ("role", "TLCRole"), ("organization", "TLCOrganization"))


def write(transcript: Transcript) -> str:
    """The document as text. Raises ValueError where canonical.is_valid says no."""
    if not is_valid(transcript):
        raise ValueError("A field or label has a line break or outer spaces, or a turn has no text or a blank line.")
    escaped = xml.needs_escapes(transcript)
    transcript = xml.with_escapes(transcript) if escaped else transcript
    root = etree.Element(f"{{{NAMESPACE}}}akomaNtoso", nsmap={None: NAMESPACE, "v": OURS})
    debate = xml.add(root, "debate", name="debate")
    known = _known(transcript.turns)
    _write_meta(xml.add(debate, "meta"), transcript, known, escaped=escaped)
    _write_preface(xml.add(debate, "preface"), transcript)
    section = xml.add(xml.add(debate, "debateBody"), "debateSection", name="transcript", eId="dbsect_1")
    for turn in transcript.turns:
        _write_turn(section, turn, known)
    return xml.serialize(root)


def _known(turns: Iterable[Turn]) -> dict[tuple[str, str], str]:
    """An id for each name, office and body: ("person", "Ada Brill") → "person_1"."""
    known: dict[tuple[str, str], str] = {}
    for turn in turns:
        for kind, name in (("person", turn.speaker), ("role", turn.role), ("organization", turn.affiliation)):
            if name:
                known.setdefault((kind, name), f"{kind}_{len(known) + 1}")
    return known


def _write_meta(meta: xml.Element, transcript: Transcript, known: dict[tuple[str, str], str], *, escaped: bool) -> None:
    _write_identification(xml.add(meta, "identification", source="#verbatim"), transcript)
    references = xml.add(meta, "references", source="#verbatim")
    elements = dict(REFERENCES)
    for (kind, name), key in known.items():
        xml.add(references, elements[kind], eId=key, href=f"/ontology/{kind}/{key}", showAs=name)
    xml.add(references, "TLCPerson", eId=UNNAMED, href=f"/ontology/person/{UNNAMED}", showAs=UNNAMED)
    xml.add(references, "TLCOrganization", eId="verbatim", href="/ontology/organization/verbatim", showAs="Verbatim")
    own = etree.SubElement(xml.add(meta, "proprietary", source="#verbatim"), f"{{{OURS}}}event")
    for name in FIELDS:
        if getattr(transcript, name):
            own.set(name, _value(getattr(transcript, name)))
    if escaped:
        own.set("escapes", "backslash")


def _value(field: object) -> str:
    return field.isoformat() if hasattr(field, "isoformat") else str(field)


def _write_identification(identification: xml.Element, transcript: Transcript) -> None:
    """The work, its expression in a language, and this file."""
    day = transcript.date.isoformat() if transcript.date else UNDATED
    stamp = transcript.updated if isinstance(transcript.updated, datetime) else None
    levels = (("FRBRWork", "", day), ("FRBRExpression", "/@", stamp.date().isoformat() if stamp else day))
    for level, tail, date in (*levels, ("FRBRManifestation", "/@.akn", day)):
        parent = xml.add(identification, level)
        xml.add(parent, "FRBRthis", value=f"/akn/debate/{day}{tail}/!main")
        xml.add(parent, "FRBRuri", value=f"/akn/debate/{day}{tail}")
        xml.add(parent, "FRBRdate", date=date, name="event" if transcript.date else "unknown")
        xml.add(parent, "FRBRauthor", href="#verbatim")
        if level == "FRBRWork":
            xml.add(parent, "FRBRcountry", value="un")
        if level == "FRBRExpression":
            xml.add(parent, "FRBRlanguage", language=transcript.language or "und")


def _write_preface(preface: xml.Element, transcript: Transcript) -> None:
    xml.add(xml.add(preface, "p"), "docTitle", transcript.title)
    for line in (transcript.subtitle, transcript.venue, transcript.status):
        if line:
            xml.add(preface, "p", line)
    if transcript.date:
        day = transcript.date.isoformat()
        xml.add(xml.add(preface, "p"), "docDate", day, date=day)


def _write_turn(section: xml.Element, turn: Turn, known: dict[tuple[str, str], str]) -> None:
    if _is_narrative(turn):
        element = xml.add(section, "narrative", eId=turn.id and f"t-{turn.id}")
        xml.add_lines(element, turn.paragraphs[0], "eol")
        return
    speech = xml.add(section, ELEMENTS.get(turn.kind, "speech"), eId=turn.id and f"t-{turn.id}")
    speech.set("by", f"#{known.get(('person', turn.speaker), UNNAMED)}")
    if turn.role:
        speech.set("as", f"#{known['role', turn.role]}")
    _write_own(speech, turn, known)
    if turn.label:
        xml.add(speech, "from", f"{turn.label}:")
    for paragraph in turn.paragraphs:
        xml.add_lines(xml.add(speech, "p"), paragraph, "eol")


def _is_narrative(turn: Turn) -> bool:
    """Whether a note is nothing but one paragraph, which is what the standard's own element holds."""
    plain = not (turn.label or turn.speaker or turn.role or turn.affiliation)
    timeless = turn.exchange is None and turn.start is None
    return turn.kind is TurnKind.NOTE and plain and timeless and len(turn.paragraphs) == 1


def _write_own(speech: xml.Element, turn: Turn, known: dict[tuple[str, str], str]) -> None:
    speech.set(f"{{{OURS}}}kind", str(turn.kind))
    if turn.affiliation:
        speech.set(f"{{{OURS}}}for", f"#{known['organization', turn.affiliation]}")
    if turn.exchange is not None:
        speech.set(f"{{{OURS}}}exchange", str(turn.exchange))
    if turn.start is not None:
        speech.set(f"{{{OURS}}}start", repr(turn.start))
