"""What a reader who is still typing may be about to ask for."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from haystack import connections

from transcripts.models import Event, Organization, Person, Turn
from transcripts.models.people import Named, name_key
from transcripts.search.naming import heard
from transcripts.search.nodes import And, Node, Phrase, Prefix
from transcripts.search.query import Query
from transcripts.search.words import folded_words

SHORTEST = 2  # letters
LONGEST = 100  # letters
NAMES = 4
EVENTS = 3
PHRASES = 4
TELLING = 4  # letters: shorter beginnings are those of too many words to look each of them up
TEXTS = 30  # turns whose words may go on as typed
MOST_ENDINGS = 3000  # words of the index that are looked at
MOST_ALIASES = 200


@dataclass(frozen=True, slots=True)
class Suggested:
    """`kind` is "person", "outlet", "event" or "phrase"; `slug` is empty for a phrase."""

    kind: str
    label: str
    slug: str = ""


def suggestions(typed: str) -> list[Suggested]:
    """People, outlets, events and phrases that go on as typed. Raises SearchUnavailable."""
    words = folded_words(typed[:LONGEST])
    if sum(map(len, words)) < SHORTEST:
        return []
    key = name_key(typed[:LONGEST])
    return [
        *(Suggested("person", name, slug) for slug, name in _named(Person, key)),
        *(Suggested("outlet", name, slug) for slug, name in _named(Organization, key)),
        *(Suggested("event", event.title, event.slug) for event in _events(typed[:LONGEST])),
        *(Suggested("phrase", phrase) for phrase in _phrases(words)),
    ]


def _named(model: type[Named], key: str) -> list[tuple[str, str]]:
    """Those of whom a name, or a word of it, begins as typed; those that begin so first."""
    if not key:
        return []
    begins = Q(aliases__key__startswith=key) | Q(aliases__key__contains=f" {key}")
    found = model.objects.filter(begins).order_by().values_list("pk", "merged_into")[:MOST_ALIASES]
    standing = {merged_into or pk for pk, merged_into in found}
    bearers = heard(model).filter(pk__in=standing).values_list("slug", "name")
    return sorted(bearers, key=lambda bearer: (not name_key(bearer[1]).startswith(key), bearer[1]))[:NAMES]


def _events(typed: str) -> list[Event]:
    holding = Q()
    for word in typed.split():
        holding &= Q(title__icontains=word)
    return list(Event.objects.published().filter(holding).newest_first()[:EVENTS])


def _phrases(words: list[str]) -> list[str]:
    backend = connections["default"].get_backend()
    if len(words) == 1:
        return _endings(words[0], backend)
    return [" ".join(phrase) for phrase in _continued(words, backend)]


def _endings(beginning: str, backend: Any) -> list[str]:
    """The commonest words that begin so."""
    vocabulary = backend.vocabulary()
    start = bisect_left(vocabulary, beginning)
    near = [word for word in vocabulary[start : start + MOST_ENDINGS] if word.startswith(beginning)]
    return sorted(near, key=lambda word: (-backend.frequency(word), word))[:PHRASES]


def _continued(words: list[str], backend: Any) -> list[tuple[str, ...]]:
    """How turns go on that have these words next to each other, the last one perhaps unfinished; commonest first."""
    *whole, beginning = words
    said_before: Node = Phrase(" ".join(whole))
    node = And((said_before, Prefix(beginning))) if len(beginning) >= TELLING else said_before
    found = backend.find(Query(text=" ".join(words), node=node), per_page=TEXTS)
    texts = Turn.objects.published().filter(public_id__in=found.public_ids).order_by().values_list("text", flat=True)
    said = Counter(phrase for text in texts for phrase in _going_on(folded_words(text), whole, beginning))
    return [phrase for phrase, _times in sorted(said.items(), key=lambda each: (-each[1], each[0]))[:PHRASES]]


def _going_on(said: Sequence[str], whole: list[str], beginning: str) -> Iterator[tuple[str, ...]]:
    """The phrases as typed, the last word finished, with the word that follows."""
    length = len(whole)
    for place in range(len(said) - length):
        if list(said[place : place + length]) == whole and said[place + length].startswith(beginning):
            yield tuple(said[place : place + length + 2])
