"""What the heading of an event tells about the people in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from transcripts.text.understanding.floor import NAME
from transcripts.text.understanding.labels import Part, Reading, part_of, read_label
from transcripts.text.understanding.names import ARTICLES, NOBILIARY, bare, has_office, is_name
from transcripts.text.words import WORDS

LONGEST = 1000
INSIDE = frozenset({"of", "the", "for", "de", "la", "del", "von", "van"})
BEHIND_NAME = re.compile(rf"({NAME}), ([a-zà-ÿ][^,;:|()–—.]*)")
# "pelo presidente da República, João Prado", "la ministre des Ports, Anne Roche"
OFFICE_OF = re.compile(
    rf"\b([a-zà-ÿ][\w-]{{2,30}}(?: (?:da|do|de|del|della|dei|degli|du|des|de la|de l['’]) ?[\w'’-]+){{1,3}}), ({NAME})"
)
BEFORE_NAME = re.compile(rf"\b([a-zà-ÿ][\w-]{{2,30}}) ({NAME})")
TOKEN = re.compile(r"[^\s|;:/()\[\]]+|[|;:/()\[\]]")
BRACKETS = re.compile(r"\([^()]*\)")
NAME_THEN = re.compile(r"([^,–—]{3,60}?)(?:, | (?:--?|[–—]) )(.+)")
WITHIN = NOBILIARY - {"y", "e"} | {"al", "el", "bin", "ibn"}  # a name, in small letters
SLAVIC_AND_GREEK = ("\u0370", "\u052f")  # letters from, to
HOLDERS = {Part.NAMED, Part.MODERATOR}  # parts of labels that may be somebody's office, as "Chairman"
OWNERS = ("'s", "’s")
EVENTS = frozenset(words for words in WORDS.event_kinds if " " not in words)


@dataclass(frozen=True, slots=True)
class Heading:
    """The fields that help to understand the turns. `creators` are names that the source lists for the event."""

    title: str = ""
    subtitle: str = ""
    kind: str = ""
    creators: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()  # other lines of the heading, in which people may stand with their offices

    @property
    def people(self) -> tuple[Reading, ...]:
        """Those named in title and subtitle, with their offices, then the creators; whose event it is comes first."""
        texts = (self.title[:LONGEST], self.subtitle[:LONGEST])
        named = [(False, read_label(text.rstrip(", "))) for text in texts if is_name_and_office(text.rstrip(", "))]
        named += [(False, person) for text in texts for person in _with_lower_case_offices(text)]
        named += [person for text in texts for person in _named_in(text)]
        first = [person for _first, person in sorted(named, key=lambda pair: not pair[0])]
        listed = [person for name in self.creators if name for person in _listed(name)]
        beside = [person for line in self.lines for person in _beside(line[:LONGEST])]
        return (*first, *listed, *beside)


def _listed(text: str) -> list[Reading]:
    """Who is listed as a speaker: a name, or a name with an office."""
    name = BRACKETS.sub("", text).strip()
    if "," not in name and is_name(name.split()) and not has_office(name):
        return [Reading(name=read_label(name).name)]
    return _beside(text)


def _beside(text: str) -> list[Reading]:
    """Who stands in a line of the heading with an office: "Ada Brill, Minister for Piers"."""
    if is_name_and_office(text.rstrip(", ")):
        return [read_label(text.rstrip(", "))]
    return [person for _first, person in _named_in(text) if person.name and person.role]


def is_name_and_office(line: str) -> bool:
    """Whether a line is somebody's full name and, behind a comma or a dash, an office."""
    found = NAME_THEN.match(line)
    name, office = (found[1], found[2]) if found else ("", "")
    words = name.split()
    if bare(words[0] if words else "") in EVENTS or not all(
        word[0].isupper() or bare(word) in WITHIN for word in words
    ):
        return False
    return 1 < len(words) <= 5 and is_name(words) and not has_office(name) and has_office(office.partition(",")[0])


def _with_lower_case_offices(text: str) -> Iterator[Reading]:
    """ "a Lola Ferrer, ministra de Puertos" and "de la portavoz Lola Ferrer": in most languages offices are words."""
    for found in BEHIND_NAME.finditer(text):
        office = found[2].split()
        if bare(office[0]) in WORDS.offices:
            yield Reading(name=found[1], role=found[2].strip())
    for found in OFFICE_OF.finditer(text):
        if bare(found[1].split()[0]) in WORDS.offices:
            yield Reading(name=found[2], role=found[1])
    for found in BEFORE_NAME.finditer(text):
        if bare(found[1]) in WORDS.offices:
            yield Reading(name=found[2], role=found[1])


def _named_in(text: str) -> list[tuple[bool, Reading]]:
    """Runs of capitalised words that hold an office and a name, or a name behind "by"; True for the latter."""
    found: list[tuple[bool, Reading]] = []
    office, name, introduced = "", "", False
    for before, run in _runs(text):
        phrase = " ".join(run)
        if any(map(_is_declined_office, run)):
            continue  # the names behind it are declined as well
        reading = read_label(phrase)
        if office and before.endswith(",") and before != "," and is_name(run) and not reading.role:
            found.append((introduced, Reading(name=reading.name, role=office)))
            office = ""
            continue
        if name and before.endswith(",") and reading.role and not reading.name and part_of(phrase) in HOLDERS:
            found.append((introduced, Reading(name=name, role=phrase.rstrip("."))))
            name = ""
            continue
        introduced = bare(before) in WORDS.principals or (introduced and bare(before) in {"the", "la", "der"})
        office = phrase if reading.role and not reading.name else ""
        name = reading.name if is_name(run) and len(run) > 1 and not reading.role else ""
        by_office = has_office(phrase) and bool(reading.name)
        by_name = introduced and len(run) > 1 and is_name(run) and bool(reading.name) and not _is_event(phrase, run)
        if by_office or by_name:
            found.append((introduced, reading))
    return found


def _is_declined_office(word: str) -> bool:
    """ "Президента", "Министром": an office in another case, in scripts whose languages decline names."""
    key = bare(word)
    stems = (key[:-1], key[:-2]) if SLAVIC_AND_GREEK[0] <= key[:1] <= SLAVIC_AND_GREEK[1] else ()
    return key not in WORDS.offices and any(stem in WORDS.offices for stem in stems)


def _is_event(phrase: str, run: list[str]) -> bool:
    """Whether it names an event, or many officials, "Ministers of Piers", and nobody."""
    lowered = phrase.casefold()
    several = any(bare(word).removesuffix("s") in WORDS.offices - WORDS.surnames for word in run)
    return several or any(words in lowered for words in WORDS.event_kinds)


def _runs(text: str) -> list[tuple[str, list[str]]]:
    """Runs of words with capital letters, "of" and "the" within them, each with the word before it."""
    runs: list[tuple[str, list[str]]] = []
    before, run = "", list[str]()
    for token in [*TOKEN.findall(text.replace("\N{WORD JOINER}", "")), "|"]:
        if (token[0].isupper() and bare(token) not in WORDS.heading_stops) or (run and token in INSIDE):
            run.append(token.removesuffix("'s").removesuffix("’s"))
            if not token.endswith((",", ".", *OWNERS)) or bare(token) in WORDS.honorifics:
                continue
        if run:
            runs.append(_begun(before, _without_tail([word.rstrip(",") for word in run])))
        introduces = not run and bare(token) in ARTICLES and bare(before) in WORDS.principals  # "by the"
        before, run = before if introduces else token, []
    return runs


def _begun(before: str, run: list[str]) -> tuple[str, list[str]]:
    """The run with the word before it; "Pressekonferenz von" goes before "Kanzler Hebel"."""
    if len(run) > 2 and bare(run[0]) in EVENTS and run[1] in INSIDE:
        return run[1], run[2:]
    return before, run


def _without_tail(run: list[str]) -> list[str]:
    while run and run[-1][0].islower():
        run = run[:-1]
    return run
