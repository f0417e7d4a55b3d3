"""The lists of people and bodies in a TEI header."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from transcripts.text.formats import xml

MEMBER = frozenset({"member", "mp", "head", "deputyhead", "", "representative"})
PARTIES = frozenset({"politicalparty", "parliamentarygroup", "party", "political_party"})


@dataclass(frozen=True, slots=True)
class Person:
    """`parted` says that first and last names stand in elements of their own, so that none of it is an honorific."""

    name: str
    parted: bool
    role: str = ""
    affiliation: str = ""


def people_in(root: xml.Element, day: date | None) -> dict[str, Person]:
    """People by their id, with the party or group that each belonged to on that day."""
    parties = {
        node.get(xml.XML_ID) or "": _body_name(node)
        for node in xml.within(root, "org")
        if (node.get("role") or "").casefold() in PARTIES
    }
    people = ((node.get(xml.XML_ID) or "", _person(node, parties, day)) for node in xml.within(root, "person"))
    return {key: person for key, person in people if key and person.name}


def _body_name(node: xml.Element) -> str:
    names = list(xml.children(node, "orgName"))
    full = next((name for name in names if name.get("full") == "yes"), names[0] if names else None)
    return xml.line_of(full)


def _person(node: xml.Element, parties: Mapping[str, str], day: date | None) -> Person:
    name = next(xml.children(node, "persName"), None)
    first = [xml.line_of(part) for part in xml.children(name, "forename")]
    last = [xml.line_of(part) for part in (*xml.children(name, "nameLink"), *xml.children(name, "surname"))]
    parts = [*first, *last]
    affiliation = next(_parties(node, parties, day), "")
    if parts:
        return Person(" ".join(filter(None, parts)), parted=True, affiliation=affiliation)
    return Person(xml.line_of(name), parted=False, affiliation=affiliation)


def _parties(node: xml.Element, parties: Mapping[str, str], day: date | None) -> Iterator[str]:
    for affiliation in xml.children(node, "affiliation"):
        party = parties.get((affiliation.get("ref") or "").lstrip("#"), "")
        if party and (affiliation.get("role") or "").casefold() in MEMBER and _was_on(affiliation, day):
            yield party


def _was_on(affiliation: xml.Element, day: date | None) -> bool:
    """Whether a span of dates holds the day; dates in ISO 8601 compare as text, also where they name only a year."""
    stated = day.isoformat() if day else ""
    begins, ends = affiliation.get("from") or "", affiliation.get("to") or "9999"
    return not stated or begins[: len(stated)] <= stated <= f"{ends}~"
