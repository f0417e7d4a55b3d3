"""Whom the last words of a turn call on by a bare name: "Yeah, Steve.", "Okay, final question. Steve.", "OAN."."""

from __future__ import annotations

import re
from functools import lru_cache

from transcripts.text.understanding.floor import (
    CAPITAL,
    NAME,
    OUTLET,
    either,
    given_floor,
    gives_floor,
    is_outlet,
    is_persons,
)
from transcripts.text.understanding.names import INITIALS, bare
from transcripts.text.words import OUTLETS, WORDS

LINKS = either(WORDS.links)
LONGEST = 160  # characters of a last paragraph that only calls on somebody
SENTENCE = re.compile(r"(?<=[.?!;—])\s+")
KNOWN = "|".join(re.escape(name) for name in sorted(OUTLETS, key=len, reverse=True))
OUTLET_ALONE = re.compile(rf"(?:[Tt]he )?({KNOWN}|[A-Z]{{2,5}}|{OUTLET})$")
CERTAIN = re.compile(rf"(?:[Tt]he )?(?:{KNOWN}|[A-Z]{{2,5}})$")
NAME_ALONE = re.compile(rf"({NAME})$")
FIRST = rf"{CAPITAL}[\w'’-]{{1,20}}"
# "Naomi, in the back", "Zeke, you want to kick us off", "Josh, why don't you start"
BECKONED = re.compile(
    rf"(?:^|.*[,.] )({FIRST}(?: {FIRST})?),? (?:(?:and )?then {FIRST}|(?i:please|in the \w+|over there|right there|"
    r"(?:do |did |would )?you (?:want|have|had|like|wanted)\b.*|why don['’]t you\b.*|you['’]re (?:next|up)|"
    r"your (?:turn|question)|(?:and )?then\b.*))$"
)
ASKED_BACK = re.compile(rf"\bquestion, ({FIRST})$")
# "Reuters, Nandita Bose" where "Reuters" is known to be none of a person's names
KNOWN_FIRST = re.compile(rf"(?:[Tt]he )?({KNOWN}), ({NAME})$")
# "the gentleman from Bloomberg", "compañera de La Jornada"
COLLEAGUE = re.compile(
    r"(?i:\b(?:gentleman|lady|colleague|journalist|reporter|compañer[ao]|colega|kolleg(?:e|in)|collègue|consœur))"
    rf" (?:{LINKS}) (?:the |la |el |der )?({OUTLET})"
)
HANDED_TO = re.compile(rf"(?i:\b(?:{either(WORDS.hand_overs)}))[,:]? (?:to )?(?:[Tt]he )?({KNOWN})\b")
# "Dan Hale from Coast Radio", "Dan Hale with Pier Capital", "Dan Hale, CBS News"
OF_AN_OUTLET = re.compile(rf"(?=\b({NAME})(?:,? (?:{LINKS})|,) (?:the )?({OUTLET}))")
PLACED_AHEAD = re.compile(rf"(?i:in the \w+|over there|on the \w+|\w+ row),? ({NAME})$")
WHEN_OR_WHERE = frozenset({"in", "on", "by", "since", "until", "from", "before", "after", "at", "to", "for", "under"})
FEW_WORDS = 7
PASSING = 100  # characters of "Next, Bill Hale, CBS News."
BROKEN_OFF = re.compile(r"\b\w{1,12}- — ")
UNSAID = re.compile(r"<s>.*?</s>|\([^()]*\)|[\\\[\]]")
LEADING = re.compile(rf"(?:(?i:{either(WORDS.interjections | WORDS.hand_overs)})\b[,:]? ?)+")
# "Potentially.", "Negotiation.", "That's —", "L'État": what answers in a word and is nobody's name
NO_NAME = re.compile(r"L['’]|.*(?:(?:al|ab|ib|ed|ent|ant|ous|at|iv)ly|tion|sion|ment|ness|['’](?:s|m|re|ll|ve|d|t))$")


@lru_cache(maxsize=4096)
def called_on(paragraph: str) -> tuple[str, str]:
    """Name and outlet of whom a turn's last paragraph calls on; each is empty where it is not said."""
    closing = said(paragraph)
    name, outlet = given_floor(closing)
    if name in OUTLETS or name.removeprefix("The ") in OUTLETS:
        name, outlet = outlet if is_persons(outlet) and outlet not in OUTLETS else "", name
    elif not name:
        name, outlet = _named_alone(BROKEN_OFF.sub("", closing))
    return name, outlet or (outlet_of(name, closing) if name else "")


def calls_on_journalist(text: str, label: str) -> bool:
    """Whether the last words of a turn call on whoever has that label, or these initials, and name the outlet."""
    closing = said(text[-LONGEST:])
    return (gives_floor(closing) or len(text) <= PASSING) and any(
        is_persons(found[1]) and is_outlet(found[2]) and _may_be(label, found[1])
        for found in OF_AN_OUTLET.finditer(closing)
    )


def _may_be(label: str, name: str) -> bool:
    """Whether a label is a name, a part of it, or begins as it does: "Hale", "DA" for Dan Hale."""
    words = {bare(word) for word in name.split()}
    short = len(label) <= INITIALS and label.isupper() and label[:1] == name[:1]
    return short or not words.isdisjoint(bare(word) for word in label.split())


def said(text: str) -> str:
    """Without what was struck out or done, in single spaces."""
    return " ".join(UNSAID.sub("", text).split())


def outlet_of(name: str, text: str) -> str:
    """The outlet that a text gives somebody: "We have Ada here from — from Coast Radio"."""
    found = re.search(rf"\b{re.escape(name)}\b[^.?!,;]{{0,40}} (?:{LINKS}) (?:\w{{1,12}}- — )?({OUTLET})", text)
    return found[1] if found and is_outlet(found[1]) else ""


def outlet_alone(text: str) -> str:
    """The outlet that a phrase is: "the AP", "OAN"; empty when it may be something else."""
    found = OUTLET_ALONE.match(text)
    words = text.split()
    named = {bare(word) for word in words[:5]} & WORDS.media and not words[-1][0].islower()
    says = CERTAIN.match(text) or named
    return found[1] if found and says and bare(text) not in WORDS.interjections else ""


def _named_alone(closing: str) -> tuple[str, str]:
    if closing[-1:].isalnum():  # a heading within the text
        return "", ""
    printed = SENTENCE.split(closing[-LONGEST:])
    sentences = [sentence.strip(" .?!—-,") for sentence in printed]
    for place in range(len(sentences) - 1, max(len(sentences) - 4, -1), -1):
        sentence = sentences[place]
        called = place == len(sentences) - 1 and printed[place].endswith("?")  # "… at noon. Zoe?"
        alone = called or (len(closing) <= LONGEST and all(map(_is_courtesy, sentences[:place])))
        found = _in_sentence(sentence, alone=alone)
        if any(found):
            return found
        if not _is_courtesy(sentence):
            break
    return "", ""


def _in_sentence(sentence: str, *, alone: bool) -> tuple[str, str]:
    both = KNOWN_FIRST.search(sentence)
    if both and is_persons(both[2]):
        return both[2].rstrip("."), both[1]
    for pattern in (COLLEAGUE, HANDED_TO):
        found = pattern.search(sentence)
        if found and is_outlet(found[1]):
            return "", found[1]
    pieces = [piece.removeprefix("the ").removeprefix("The ") for piece in sentence.split(", ")]
    if len(sentence.split()) <= FEW_WORDS and not OUTLETS.isdisjoint(pieces):
        return "", next(piece for piece in pieces if piece in OUTLETS)
    ahead = PLACED_AHEAD.match(sentence)
    if ahead and is_persons(ahead[1]):
        return ahead[1], ""
    for pattern in (BECKONED, ASKED_BACK):
        found = pattern.match(sentence) if pattern is BECKONED else pattern.search(sentence)
        if found and is_persons(found[1]):
            return found[1], ""
    name, outlet = _bare(_without_leading(sentence)) if alone else ("", "")
    return ("" if bare(sentence.partition(" ")[0]) in WHEN_OR_WHERE else name), outlet


def _without_leading(sentence: str) -> str:
    leading = LEADING.match(sentence)
    return sentence[leading.end() :] if leading else sentence


def _bare(phrase: str) -> tuple[str, str]:
    outlet = outlet_alone(phrase)
    found = NAME_ALONE.match(phrase)
    if outlet or not found or len(phrase.split()) > 3 or not is_persons(phrase) or NO_NAME.match(phrase):
        return "", outlet
    return found[1].rstrip("."), ""


def _is_courtesy(sentence: str) -> bool:
    """Whether a sentence says no more than "Okay, one more." or "Welcome, Charlotte."."""
    words = [bare(word) for word in sentence.split()]
    return len(words) <= 4 or len(_without_leading(sentence).split()) <= 2
