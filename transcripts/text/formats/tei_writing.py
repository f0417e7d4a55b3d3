"""Transcript → TEI."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from transcripts.text.formats import xml
from transcripts.text.formats.canonical import is_valid
from transcripts.text.transcript import Transcript, Turn, TurnKind

NAMESPACE = "http://www.tei-c.org/ns/1.0"
APPLICATION = "verbatim"

Person = tuple[str, str, str]  # speaker, role, affiliation


def write(transcript: Transcript) -> str:
    """The document as text. Raises ValueError where canonical.is_valid says no."""
    if not is_valid(transcript):
        raise ValueError("A field or label has a line break or outer spaces, or a turn has no text or a blank line.")
    escaped = xml.needs_escapes(transcript)
    transcript = xml.with_escapes(transcript) if escaped else transcript
    people = _people(transcript.turns)
    root = etree.Element(f"{{{NAMESPACE}}}TEI", nsmap={None: NAMESPACE})
    _write_header(xml.add(root, "teiHeader"), transcript, people, escaped=escaped)
    text = xml.add(root, "text")
    moments = _write_timeline(text, transcript.turns)
    division = xml.add(xml.add(text, "body"), "div", type="transcript")
    for turn in transcript.turns:
        _write_turn(division, turn, people, moments)
    if not transcript.turns:
        xml.add(division, "p")
    return xml.serialize(root)


def _people(turns: Iterable[Turn]) -> dict[Person, str]:
    """An id for each person in an office and for an outlet: people change jobs, so that is what a turn points to."""
    people: dict[Person, str] = {}
    for turn in turns:
        person = (turn.speaker, turn.role, turn.affiliation)
        if any(person):
            people.setdefault(person, f"person.{len(people) + 1}")
    return people


def _write_header(header: xml.Element, transcript: Transcript, people: dict[Person, str], *, escaped: bool) -> None:
    _write_file(xml.add(header, "fileDesc"), transcript)
    encoding = xml.add(header, "encodingDesc")
    signs = {"n": "backslash"} if escaped else {}
    application = xml.add(xml.add(encoding, "appInfo"), "application", ident=APPLICATION, version="1", **signs)
    xml.add(application, "label", "Verbatim")
    _write_taxonomy(xml.add(xml.add(encoding, "classDecl"), "taxonomy"), transcript.turns)
    _write_profile(xml.add(header, "profileDesc"), transcript, people)
    if transcript.updated:
        changes = xml.add(header, "revisionDesc")
        xml.add(changes, "change", "Last updated at the source", when=transcript.updated.isoformat())


def _write_file(description: xml.Element, transcript: Transcript) -> None:
    titles = xml.add(description, "titleStmt")
    xml.add(titles, "title", transcript.title, type="main")
    if transcript.subtitle:
        xml.add(titles, "title", transcript.subtitle, type="sub")
    xml.add(xml.add(description, "publicationStmt"), "p", "Exported from an archive of transcripts.")
    source = xml.add(xml.add(description, "sourceDesc"), "bibl")
    xml.add(source, "title", transcript.title)
    if transcript.status:
        xml.add(source, "edition", transcript.status)
    if transcript.date:
        xml.add(source, "date", transcript.date.isoformat(), when=transcript.date.isoformat())
    if transcript.source:
        xml.add(source, "idno", transcript.source, type="URI")


def _write_taxonomy(taxonomy: xml.Element, turns: Iterable[Turn]) -> None:
    exchanges = sorted({turn.exchange for turn in turns if turn.exchange is not None})
    names = [
        *((f"kind.{kind}", str(kind)) for kind in TurnKind),
        *((f"exchange.{n}", f"exchange {n}") for n in exchanges),
    ]
    for key, shown in names:
        category = xml.add(taxonomy, "category")
        category.set(xml.XML_ID, key)
        xml.add(category, "catDesc", shown)


def _write_profile(profile: xml.Element, transcript: Transcript, people: dict[Person, str]) -> None:
    if transcript.language:
        xml.add(xml.add(profile, "langUsage"), "language", transcript.language, ident=transcript.language)
    setting = xml.add(xml.add(profile, "settingDesc"), "setting")
    if transcript.date:
        xml.add(setting, "date", transcript.date.isoformat(), when=transcript.date.isoformat())
    if transcript.venue:
        xml.add(setting, "locale", transcript.venue)
    if transcript.kind or not (transcript.date or transcript.venue):
        xml.add(setting, "activity", transcript.kind)
    if people:
        listed = xml.add(xml.add(profile, "particDesc"), "listPerson")
        for person, key in people.items():
            _write_person(listed, person, key)


def _write_person(listed: xml.Element, person: Person, key: str) -> None:
    speaker, role, affiliation = person
    element = xml.add(listed, "person")
    element.set(xml.XML_ID, key)
    for name, text in (("persName", speaker), ("occupation", role), ("affiliation", affiliation)):
        if text:
            xml.add(element, name, text)


def _write_timeline(text: xml.Element, turns: Iterable[Turn]) -> dict[float, str]:
    """The moments at which turns start, in seconds, and an id for each."""
    starts = sorted({turn.start for turn in turns if turn.start is not None})
    if not starts:
        return {}
    timeline = xml.add(text, "timeline", unit="s", origin="#moment.0")
    xml.add(timeline, "when").set(xml.XML_ID, "moment.0")
    moments = {start: f"moment.{number}" for number, start in enumerate(starts, start=1)}
    for start, key in moments.items():
        xml.add(timeline, "when", interval=repr(start), since="#moment.0").set(xml.XML_ID, key)
    return moments


def _write_turn(division: xml.Element, turn: Turn, people: dict[Person, str], moments: dict[float, str]) -> None:
    person = people.get((turn.speaker, turn.role, turn.affiliation), "")
    plain = turn.exchange is None and turn.start is None and not person and not turn.label
    if turn.kind is TurnKind.NOTE and plain and len(turn.paragraphs) == 1:
        element = xml.add(division, "note", type="narrative")
        xml.add_lines(element, turn.paragraphs[0], "lb")
    else:
        if turn.label:
            xml.add(division, "note", f"{turn.label}:", type="speaker")
        element = xml.add(division, "u", who=person and f"#{person}", ana=_categories(turn))
        if turn.start is not None:
            element.set("start", f"#{moments[turn.start]}")
        for paragraph in turn.paragraphs:
            xml.add_lines(xml.add(element, "seg"), paragraph, "lb")
    if turn.id:
        element.set(xml.XML_ID, f"t-{turn.id}")


def _categories(turn: Turn) -> str:
    exchange = "" if turn.exchange is None else f" #exchange.{turn.exchange}"
    return f"#kind.{turn.kind}{exchange}"
