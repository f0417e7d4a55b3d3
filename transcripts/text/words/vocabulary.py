"""The words by which transcripts name speakers, offices, places and stages of an event."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from functools import reduce
from operator import or_
from typing import Any

Words = frozenset[str]
NONE: Words = frozenset()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """One language's words, all in lower case. A phrase is matched whole unless the comment says otherwise."""

    askers: Words = NONE  # labels of unnamed journalists
    answerers: Words = NONE  # labels of unnamed people who answer
    moderators: Words = NONE  # labels of unnamed moderators
    bystanders: Words = NONE  # labels of people who are neither: interpreters, aides
    voices: Words = NONE  # labels of voices without a person: "voice-over"
    offices: Words = NONE  # single words that make a phrase an office: "minister"
    presiding: Words = NONE  # offices whose holders give the floor in a debate: "speaker"
    office_starts: Words = NONE  # before an office: "acting"
    surnames: Words = NONE  # offices that are surnames as often: "king"
    office_tails: Words = NONE  # what belongs to an office after its word: "of state"
    moderating_offices: Words = NONE  # words of offices whose holders give the floor: "spokesperson"
    honorifics: Words = NONE  # before a name: "mr."
    particles: Words = NONE  # lower-case words inside names and offices: "of", "von"
    no_labels: Words = NONE  # what stands before a colon and is no speaker: "subjects"
    sentence_words: Words = NONE  # words that a label never holds: "question is"
    statuses: Words = NONE  # beginnings of a delivery status: "check against delivery"
    updated: Words = NONE  # beginnings of a line that says when the source was changed
    releases: Words = NONE  # beginnings of a line that says when the text was given out
    fields: dict[str, str] = field(default_factory=dict)  # a heading's own names → fields of a transcript
    event_kinds: dict[str, str] = field(default_factory=dict)  # words of a title → kind of event, surest first
    venues: Words = NONE  # words of a place: "room", "headquarters"
    prefaces: Words = NONE  # beginnings of a sentence that speaks about the transcript: "following is"
    principals: Words = NONE  # before the name of whose event it is: "by"
    heading_stops: Words = NONE  # words of a title that end a name before them, though capitalised: "after"
    salutations: Words = NONE  # beginnings of a speech's first words
    thanks: Words = NONE
    hand_overs: Words = NONE  # how the floor is given: "go ahead"
    follow_ups: Words = NONE  # beginnings of a question that follows up
    seconds: Words = NONE  # in the first words of a question of who has asked already: "secondly"
    interjections: Words = NONE  # single words before a comma that are no name: "yes"
    continuers: Words = NONE  # labels of the journalist who asked last
    interjectors: Words = NONE  # labels of anybody who calls something in: "intervención"
    weekdays: Words = NONE
    links: Words = NONE  # between a name and an outlet: "from", "with"
    trades: Words = NONE  # what journalists call themselves: "correspondent"
    media: Words = NONE  # what an outlet is, beside its name or in it: "the newspaper"
    introductions: Words = NONE  # before one's own name: "i'm"
    ends: Words = NONE  # lines after the last word: "end"
    closings: Words = NONE  # beginnings of what is printed below the last word: "see also"
    manners: Words = NONE  # in brackets behind a label, how somebody is heard: "through interpreter"
    inaudible: Words = NONE  # in brackets, what could not be heard
    reactions: Words = NONE  # beginnings of what is in brackets and was done, not said: "laughter"


def merge(vocabularies: Iterable[Vocabulary]) -> Vocabulary:
    """All words of all languages: what is an office in one is hardly ever a name in another."""
    merged = list(vocabularies)
    union: dict[str, Any] = {
        item.name: reduce(or_, (getattr(one, item.name) for one in merged)) for item in fields(Vocabulary)
    }
    return Vocabulary(**union)
