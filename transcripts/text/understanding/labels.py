"""What a label says: a part in the event ("Q", "MODERATOR"), or a name, an office and an outlet."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from transcripts.text.understanding.names import (
    NOBILIARY,
    NUMBERS,
    bare,
    has_office,
    is_name,
    is_office,
    squeeze,
    without_honorifics,
)
from transcripts.text.words import OUTLETS, WORDS


class Part(StrEnum):
    ASKER = "asker"
    ANSWERER = "answerer"
    MODERATOR = "moderator"
    BYSTANDER = "bystander"
    VOICE = "voice"
    NAMED = "named"


PARTS = (
    (WORDS.askers, Part.ASKER),
    (WORDS.answerers, Part.ANSWERER),
    (WORDS.moderators, Part.MODERATOR),
    (WORDS.bystanders, Part.BYSTANDER),
    (WORDS.voices, Part.VOICE),
)
SPACED = {squeeze(word): part for words, part in PARTS for word in words if len(word) > 5}  # no "A p"
NUMBERED = re.compile(r"(\D*?)[\s_-]*#?\d{1,3}$")
BRACKETED = re.compile(r"([^()\[\]（）［］]+(?:[(\[][^()\[\]]*[)\]])?)\s*[(\[（［]([^()\[\]（）［］]*)[)\]）］]?\s*$")
DASHED = re.compile(r"\s+(?:--?|[–—])\s+")
# "Doug Hale -- Pier Capital -- Analyst": who asks where a company tells its results
ANALYST = re.compile(r"(.+?)\s+(?:--?|[–—])\s+(?:(.+?)\s*(?:--?|[–—]|,)\s+)?(?:[A-Z]\w+ )?Analyst", re.IGNORECASE)
# What links a name with an outlet is never part of a name, as "de" and "von" are.
LINKED = re.compile(r"\s+(?:{})\s+(?:the\s+)?".format("|".join(sorted(WORDS.links - NOBILIARY))))
# "MR.PESICKA", as if the title were part of the name
GLUED = re.compile(r"\b((?:mr|mrs|ms|dr|prof|sr|sra|sen|gov|gen|rep|amb)\.)(?=[^\W\d_ª])", re.IGNORECASE)
# "Question from Pavel Dorn, Coast Radio", "Q - Mira Falk, Harbour News", "Zusatzfrage Dorn", "Spørsmål fra NRK"
ASKERS = "|".join(map(re.escape, sorted(WORDS.askers)))
ASKED_BY = re.compile(
    rf"(?:(?:{ASKERS})(?:\s+(?:from|by|de|von|di|fra|från|van|da|z|від|от)|\s*[-–—])|(?:Zusatz|Nach)?frage|Zusatz)"
    r"\s+(?=\w)(.+)",
    re.IGNORECASE,
)
OUTLET_AHEAD = re.compile(r"[(\[（［]([^()\[\]（）［］]+)[)\]）］]\s*([^()\[\]（）［］]+)")
JOURNALIST_BEHIND = re.compile(r"(?:(.+?)[\s　]+)?(.*?)(?:記者|记者)$")
MEMBER_BEHIND = re.compile(r"(\S{2,20})[\s\u3000]+(\S{1,8}?)(?:氏|さん)")  # "フリーランス 山本氏"
MEDIA = WORDS.media - {"post", "press", "herald"}  # which people are called too
HOW = tuple(WORDS.reactions | WORDS.inaudible | WORDS.manners)
# What in small letters in brackets says for whom somebody speaks, and not how
FOR_WHOM = WORDS.media | WORDS.trades | {outlet for outlet in OUTLETS if outlet.islower()} | {"freelance", "freelancer"}
# Countries in the genitive, as Ukrainian and Russian put them behind an office, and "of the government" elsewhere;
# names of people hardly end so.
OF_COUNTRY = re.compile(
    r"(?:[їіи]ї|ии|[иы]н[иы]|щі|ши|стан[уа]|над[иы]|тв[иы]|дов[иы]|аїлю|аиля|Китаю|Китая)$"
    r"|^(?:Vlade|Vlády|Rządu|Sejmu)$"
)
MOST_OF_INITIALS = 4  # letters of an outlet's name, "CNA"
MOST_IN_PARTY = 6  # letters of a party's short name
PARTICLES_OF_OFFICES = WORDS.particles - {"al", "el", "von", "van", "bin", "ibn"}
STOPPERS = frozenset({"of", "for", "from", "at", "in", "on", "to", "&", "and", "y", "et", "und"})


@dataclass(frozen=True, slots=True)
class Reading:
    """A label understood. What it does not say is empty."""

    part: Part = Part.NAMED
    name: str = ""
    role: str = ""
    affiliation: str = ""


@lru_cache(maxsize=8192)
def read_label(label: str) -> Reading:
    """What the label says by itself, without the rest of the document. Never raises."""
    text = GLUED.sub(r"\1 ", " ".join(label.replace("*", " ").split()))
    asked, ahead, analyst = ASKED_BY.fullmatch(text), OUTLET_AHEAD.fullmatch(text), ANALYST.fullmatch(text)
    if asked and not asked[1][0].islower() and part_of(text) is Part.NAMED:
        return _asked_by(asked[1])
    if analyst:
        return Reading(Part.ASKER, name=analyst[1], affiliation=analyst[2] or "")
    if is_written_question(text):
        return replace(read_label(text.partition(" to ask the ")[0]), part=Part.ASKER)
    if ahead:
        return replace(read_label(ahead[2]), affiliation=ahead[1])
    head, bracket = _split_bracket(text)
    part = part_of(head)
    journalist = JOURNALIST_BEHIND.match(head) if part is Part.NAMED else None
    member = MEMBER_BEHIND.fullmatch(head) if part is Part.NAMED else None
    if journalist:
        outlet, name = journalist[1] or journalist[2], journalist[2] if journalist[1] else ""
        return Reading(Part.ASKER, name=name, affiliation=outlet)
    if member:
        return Reading(name=member[2], affiliation=member[1])
    if part is Part.NAMED and is_outlets(head) and not bracket:
        return Reading(Part.ASKER, affiliation=head)
    if part is Part.NAMED:
        return _with_bracket(_named(head), bracket, head)
    role = head if part in {Part.MODERATOR, Part.BYSTANDER} else ""
    return _identified(Reading(part, role=role), bracket)


def is_asked_by(label: str) -> bool:
    """Whether a label says that somebody, or an outlet, asks: "Frage Dorn", "Question from Coast Radio"."""
    found = ASKED_BY.fullmatch(label)
    return found is not None and is_name(found[1].split()[:5])


def _asked_by(who: str) -> Reading:
    """Who is named behind "Question from": somebody, or an outlet of one word in capitals."""
    reading = read_label(who)
    if reading.name == who and " " not in who and who.isupper() and len(who) <= MOST_IN_PARTY:
        reading = Reading(affiliation=who)
    return replace(reading, part=Part.ASKER)


@lru_cache(maxsize=8192)
def part_of(label: str) -> Part:
    """The part that an unnamed label plays: "Q", "Question 2", "JOURNALIST", and "Q u e s t i o n" as OCR reads it."""
    key = bare(label)
    numbered = NUMBERED.match(key)
    keys = {key, numbered[1].strip()} if numbered else {key}
    named = next((part for words, part in PARTS if keys & words), Part.NAMED)
    if numbered and named is Part.BYSTANDER:
        return Part.VOICE  # "SPEAKER_01" is somebody whom a machine told apart, in whatever part
    return SPACED.get(squeeze(key), Part.NAMED) if named is Part.NAMED else named


def _split_bracket(text: str) -> tuple[str, str]:
    """What stands before a closing parenthesis, and what stands in it, where that says who."""
    found = BRACKETED.match(text)
    if not found or not found[1].strip():
        return text, ""
    inside = found[2].strip()
    told = bare(inside).replace("’", "'")
    how = told.startswith(HOW) or not any(c.isalpha() for c in inside) or _is_aside(inside)
    if how and found[1].rstrip().endswith((")", "]")):
        return _split_bracket(found[1].rstrip())  # "Minister (Vera Kol) (interpretation)"
    # Of "Pavel Dorn (Quayside) (NP)" the last says for whom, the first from where.
    return found[1].partition("(")[0].partition("[")[0].strip(), "" if how else inside


def _is_aside(inside: str) -> bool:
    """Whether small letters in brackets say how somebody spoke, "(retranslated)", and neither office nor outlet."""
    small = inside.islower() and "." not in inside and not has_office(inside)
    return small and FOR_WHOM.isdisjoint({inside, *map(bare, inside.split())})


def is_written_question(label: str) -> bool:
    """Whether a label says who asks whom in writing: "Mr D B Hale (PARTY) to ask the Minister of Harbours"."""
    asker, _to_ask, asked = label.partition(" to ask the ")
    return has_office(asked) and is_name(BRACKETED.sub(r"\1", asker).split()[:5])


def is_outlets(label: str) -> bool:
    """Whether a label without brackets is that of an outlet: "AFP", "Coast Radio", "The Pier Post"."""
    words = label.split() or [""]
    if "," in label or DASHED.search(label):
        return False
    whole = label.removeprefix("The ").removeprefix("the ")
    if whole in OUTLETS:
        return True
    said = {bare(word) for word in words} if len(words) > 1 else set()
    return bool(said & MEDIA) or ((bare(words[0]) == "the" and bool(said & WORDS.media)) and not has_office(label))


def _identified(reading: Reading, bracket: str) -> Reading:
    """ "Question (Andrew Gray, Reuters)", "Question (Coast Radio, Andrew Gray)" or "Question (Reuters)"."""
    name, comma, outlet = bracket.partition(", ")
    if comma and is_outlets(name) and not is_outlets(outlet):
        name, outlet = outlet, name
    if comma and is_name(name.split()) and len(name.split()) > 1:
        return replace(reading, name=name, affiliation=outlet)
    if bare(bracket.partition(" ")[0]) in WORDS.honorifics and is_name(bracket.split()):
        return replace(reading, name=" ".join(without_honorifics(bracket.split())))
    return replace(reading, affiliation=bracket)


def _with_bracket(reading: Reading, bracket: str, head: str) -> Reading:
    if not bracket:
        return reading
    if reading.role and not reading.name and _names_holder(bracket):
        return replace(reading, name=" ".join(without_honorifics(bracket.split())))
    if ", " in head and bracket.isupper() and " " not in bracket:
        # "Ana Solís, Director General of the Water Board (AGUA)": the short name of what the office belongs to
        role = head.partition(", ")[2] if reading.affiliation else reading.role
        return replace(reading, role=f"{role} ({bracket})", affiliation="")
    if has_office(bracket) and not reading.role:
        return replace(reading, role=bracket)
    if _is_outlets_initials(head) and bracket.istitle() and bracket.isalpha() and part_of(bracket) is Part.NAMED:
        return replace(reading, name=bracket, affiliation=head)  # "CNA (Ahmad)"
    return replace(reading, affiliation=bracket)


def _is_outlets_initials(head: str) -> bool:
    return head.isalpha() and head.isupper() and len(head) <= MOST_OF_INITIALS


def _names_holder(bracket: str) -> bool:
    """Whether the bracket behind an office says whose it is: "(Mr Hale)", "(Ada Brill)"."""
    tokens = bracket.split()
    named = 1 < len(tokens) <= 4 and is_name(tokens) and not is_outlets(bracket)
    return (named and not has_office(bracket)) or bare(tokens[0]) in WORDS.honorifics


def _named(text: str) -> Reading:
    """A name with what follows it: "Anna Holt, Minister", "Minister, Anna Holt", "Anna Holt, The Post"."""
    for before, after in _divisions(text):
        if has_office(after) and not has_office(before):
            return replace(_office_and_name(before), role=after)
        office = _office_and_name(before)
        if office.role and is_name(after.split()) and not _is_person(office.name):
            return Reading(name=after, role=before)
        if has_office(before):
            return replace(_office_and_name(before), affiliation="" if has_office(after) else after)
        return replace(_office_and_name(before), affiliation=after)
    return _office_and_name(text)


def _is_person(name: str) -> bool:
    """Whether a name behind an office stands for itself, without "de" or "of" that would make it part of the office."""
    tokens = name.split()
    return bool(tokens) and not any(bare(token) in STOPPERS | {"de", "del", "des", "du"} for token in tokens)


def _divisions(text: str) -> list[tuple[str, str]]:
    """The name and the rest, parted at a comma, a dash or a word such as "from", where there is one."""
    before, comma, after = text.partition(", ")
    if comma and before and after and bare(after) not in {"jr", "sr", "mp"}:
        return [(before, after)]
    for divider in (DASHED, LINKED):
        parts = divider.split(text, maxsplit=1)
        if divider is LINKED and " " not in parts[0] and has_office(parts[-1]):
            continue  # "Office of the Spokesperson"
        if len(parts) == 2 and all(parts) and not has_office(parts[0]) and is_name(parts[0].split()):
            return [(parts[0], parts[1])]
    return []


def _office_and_name(text: str) -> Reading:
    """ "NATO Secretary General Jens Stoltenberg" → office and name; either may be missing."""
    tokens = text.split()
    offices = [index for index in range(len(tokens)) if is_office(tokens, index)]
    if not offices:
        return _without_office(tokens)
    ahead = tokens[: offices[0]]
    if offices == [len(tokens) - 1] and tokens[-1].islower() and len(ahead) > 1 and is_name(ahead):
        return Reading(name=" ".join(ahead), role=tokens[-1])  # "Varga Zsuzsa szóvivő"
    end = _end_of_office(tokens, offices[-1] + 1)
    if tokens[end:] and all(bare(token) in NUMBERS or token.lstrip("#").isdigit() for token in tokens[end:]):
        return Reading(role=text)  # "OFFICIAL TWO" is another than "OFFICIAL ONE"
    while end < len(tokens) - 1 and tokens[end].islower() and bare(tokens[end]) not in WORDS.particles:
        end += 1  # "Rzecznik rządu Adam Lis"
    if len(tokens) - end == 1 and OF_COUNTRY.search(tokens[end]):
        return Reading(role=text)  # "Президент України"
    name = _until_stopper(without_honorifics(tokens[end:]) if tokens[end:] else [])
    if is_name(name):
        return Reading(name=" ".join(name), role=" ".join(tokens[:end]))
    return Reading(role=text)


def _without_office(tokens: list[str]) -> Reading:
    """A name, but for "Acting Administration Slavitt", whose office is none that we know."""
    if len(tokens) > 2 and bare(tokens[0]) in WORDS.office_starts and is_name(tokens):
        return Reading(name=tokens[-1], role=" ".join(tokens[:-1]))
    return Reading(name=" ".join(without_honorifics(tokens)))


def _end_of_office(tokens: list[str], index: int) -> int:
    """Where an office ends: behind "of State", and for an unknown "of …" two words before the end."""
    rest = tokens[index:]
    if not rest or bare(rest[0]) not in PARTICLES_OF_OFFICES or _begins_name(rest[0], tokens):
        return index
    lowered = " ".join(bare(token) for token in rest)
    tails = [tail for tail in WORDS.office_tails if lowered == tail or lowered.startswith(tail + " ")]
    if tails:
        return index + len(max(tails, key=len).split())
    if bare(rest[0]) in STOPPERS and bare(rest[1] if len(rest) > 1 else "") == "the":
        return len(tokens)
    words = [token for token in rest if bare(token) not in WORDS.particles]
    return len(tokens) - 2 if len(words) > 2 else len(tokens)  # a first name and a surname


def _begins_name(token: str, tokens: list[str]) -> bool:
    """Whether "De" in "Minister De Wit" is part of a name: it has a capital where not everything has."""
    return token[0].isupper() and bare(token) in NOBILIARY and not " ".join(tokens).isupper()


def _until_stopper(tokens: list[str]) -> list[str]:
    """ "Zelenskyy of Ukraine" → "Zelenskyy"."""
    stop = next((index for index, token in enumerate(tokens) if token.casefold() in STOPPERS), len(tokens))
    return tokens[:stop]
