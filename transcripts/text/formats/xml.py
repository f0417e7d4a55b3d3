"""What Akoma Ntoso and TEI share: safe reading of XML, its text to the letter, and characters that XML cannot hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from lxml import etree

from transcripts.text.transcript import Transcript, UnreadableSource

Element = Any  # lxml has no types of its own
Skip = Callable[[Element], bool]

XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
MOST_TAGS = 300_000
WRAP = re.compile(r"[ \t\r]*\n[ \t\r\n]*")
OF_EVENT = ("title", "subtitle", "status", "language", "kind", "venue", "source")
JOINT = "\0"  # where the file was wrapped; XML holds no such character
# https://www.w3.org/TR/xml/#charsets
FOREIGN = re.compile("[^\t\n\r\\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
ESCAPED = re.compile(r"\\(?:u([0-9a-f]{4})|\\)")
# ISO 639-2 codes, both the terminological and the bibliographic, and those of ISO 639-1.
LONG_CODES = """
eng:en fra:fr fre:fr deu:de ger:de spa:es ita:it por:pt nld:nl dut:nl pol:pl ces:cs cze:cs slk:sk slo:sk slv:sl hrv:hr
srp:sr bos:bs bul:bg ron:ro rum:ro hun:hu ell:el gre:el tur:tr ukr:uk rus:ru est:et lav:lv lit:lt fin:fi swe:sv dan:da
nor:no nob:nb isl:is ice:is gle:ga cat:ca eus:eu baq:eu glg:gl ara:ar heb:he fas:fa per:fa hin:hi zho:zh chi:zh jpn:ja
kor:ko afr:af swa:sw zul:zu xho:xh tsn:tn kat:ka geo:ka hye:hy arm:hy sqi:sq alb:sq mkd:mk mac:mk
"""
LANGUAGES = dict(pair.split(":") for pair in LONG_CODES.split())


def parse_xml(source: bytes | str) -> Element:
    """The root element. Entities are not expanded, and nothing is fetched.

    Raises UnreadableSource for what is no well-formed XML, declares entities, or has more tags than any transcript.
    """
    data = source.encode("utf-8", "replace") if isinstance(source, str) else source
    if b"<!ENTITY" in (data.replace(b"\0", b"") if b"\0" in data else data):
        raise UnreadableSource(
            "This XML declares entities, which are not read, for safety. Save it with the characters themselves."
        )
    if data.count(b"<") > MOST_TAGS:
        raise UnreadableSource(f"This XML has more than {MOST_TAGS:,} tags. Split it, and give it in parts.")
    # Ids are collected, as is usual: where they are not, libxml2 reads the DTD that a file names, load_dtd or not.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data.lstrip(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableSource(
            f"This XML is not well formed ({_said(error)}). Mend it there, or save it anew."
        ) from error


def _said(error: Exception) -> str:
    return " ".join(str(error).rsplit(" (<string>", 1)[0].split())[:200] or "it is empty"


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def children(element: Element | None, *names: str) -> Iterator[Element]:
    """The children of these names, whatever their namespace."""
    return (child for child in (() if element is None else element) if local(child) in names)


def descend(element: Element | None, *names: str) -> Element | None:
    """The first element on a path of names below this one; None where there is none."""
    for name in names:
        element = next(children(element, name), None)
    return element


def within(element: Element | None, *names: str) -> Iterator[Element]:
    """All elements of these names below this one, in order."""
    return (node for node in (() if element is None else element.iter()) if local(node) in names)


def language_code(stated: str) -> str:
    """ "eng" and "en-GB" → "en"; what is no language of ISO 639-1 is ""."""
    code = stated.casefold().split("-", maxsplit=1)[0]
    code = LANGUAGES.get(code, code)
    return code if len(code) == 2 else ""


def line_of(element: Element | None) -> str:
    """The text of an element in one line; "" for None."""
    return "" if element is None else " ".join("".join(element.itertext()).split())


def paragraphs_of(element: Element, *, blocks: frozenset[str], breaks: str, skip: Skip) -> tuple[str, ...]:
    """The paragraphs of an element: text between block elements, with its line breaks, spaces to the letter.

    Only white space where the file was wrapped becomes one space, or none beside a break. No recursion.
    """
    found: list[str] = []
    parts: list[str] = []
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, node in walk:
        name = local(node)
        if name in blocks or (node is element and event == "end"):
            _flush(parts, found)
        if event == "start":
            if node is not element and (not name or skip(node)):
                walk.skip_subtree()
            else:
                parts.append("\n" if name == breaks else node.text or "")
                continue
        elif node is not element:
            parts.append(node.tail or "")
    return tuple(found)


def _flush(parts: list[str], found: list[str]) -> None:
    text = "".join(part if part == "\n" else WRAP.sub(JOINT, part) for part in parts)
    parts.clear()
    text = re.sub(rf"{JOINT}*\n[{JOINT}\n]*", "\n", text)
    text = re.sub(rf" *{JOINT}[{JOINT} ]*", " ", text).strip()
    lines = text.split("\n")
    if text:
        found.append(text if all(line.strip() for line in lines) else "\n".join(line for line in lines if line.strip()))


def add(parent: Element, name: str, text: str = "", /, **attributes: str) -> Element:
    """A new child in its parent's namespace. Attributes that are empty are left out."""
    namespace = etree.QName(parent).namespace
    child = etree.SubElement(parent, f"{{{namespace}}}{name}")
    child.text = text or None
    for key, value in attributes.items():
        if value:
            child.set(key, value)
    return child


def add_lines(element: Element, text: str, breaks: str) -> None:
    """The text of a paragraph, with an empty element for each line break."""
    first, *rest = text.split("\n")
    element.text = first
    for line in rest:
        add(element, breaks).tail = line


def serialize(root: Element) -> str:
    """The document as text. It is not indented, since spaces within it are text."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{etree.tostring(root, encoding="unicode")}\n'


def needs_escapes(transcript: Transcript) -> bool:
    """Whether the transcript holds characters that XML cannot, such as U+FFFE or half of a surrogate pair."""
    return any(FOREIGN.search(text) for text in _texts(transcript))


def _texts(transcript: Transcript) -> Iterator[str]:
    yield from (getattr(transcript, name) for name in OF_EVENT)
    for turn in transcript.turns:
        yield from (turn.label, turn.speaker, turn.role, turn.affiliation, *turn.paragraphs)


def with_escapes(transcript: Transcript) -> Transcript:
    """The transcript with a backslash, u and four hexadecimal digits for such characters, and two for one backslash."""
    return _changed(transcript, lambda text: FOREIGN.sub(_escape, text.replace("\\", "\\\\")))


def without_escapes(transcript: Transcript) -> Transcript:
    """What `with_escapes` was given."""
    return _changed(transcript, lambda text: ESCAPED.sub(lambda hit: chr(int(hit[1], 16)) if hit[1] else "\\", text))


def _escape(foreign: re.Match[str]) -> str:
    return f"\\u{ord(foreign[0]):04x}"


def _changed(transcript: Transcript, change: Callable[[str], str]) -> Transcript:
    turns = tuple(
        replace(
            turn,
            paragraphs=tuple(map(change, turn.paragraphs)),
            label=change(turn.label),
            speaker=change(turn.speaker),
            role=change(turn.role),
            affiliation=change(turn.affiliation),
        )
        for turn in transcript.turns
    )
    changes: dict[str, Any] = {name: change(getattr(transcript, name)) for name in OF_EVENT}
    return replace(transcript, turns=turns, **changes)
