"""Our nodes → tantivy's queries, over the words of one snapshot."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations
from typing import Any

from tantivy import FieldType, Occur, Query

from transcripts.search.backends.tantivy import forms
from transcripts.search.backends.tantivy.proximity import really_near
from transcripts.search.backends.tantivy.schema import day_number, schema, term
from transcripts.search.backends.tantivy.snapshot import Snapshot
from transcripts.search.documents import NAME_WEIGHT
from transcripts.search.nodes import (
    And,
    Between,
    Field,
    Fuzzy,
    Most,
    Near,
    Node,
    Not,
    Or,
    Pattern,
    Phrase,
    Prefix,
    Word,
)
from transcripts.search.words import folded_pattern, folded_words, searched_words, stem


def translated(node: Node | None, snapshot: Snapshot) -> Query:
    """None is every turn; a node without words in it is none."""
    match node:
        case None:
            return everything()
        case And(parts):
            return both([translated(part, snapshot) for part in dict.fromkeys(parts)])
        case Or(parts):
            return either([translated(part, snapshot) for part in dict.fromkeys(parts)])
        case Most(parts, least):
            return either([translated(part, snapshot) for part in parts], least=least)
        case Not(part):
            return without(translated(part, snapshot))
        case Field(name, values):
            return having(name, values)
        case Between(since, until):
            return between(since, until)
    return _leaf(node, snapshot)


def _leaf(node: Any, snapshot: Snapshot) -> Query:
    match node:
        case Word(text):
            return _word(searched_words(text))
        case Phrase(text):
            return _phrase(folded_words(text))
        case Prefix(text):
            return _prefix(folded_words(text))
        case Pattern(text):
            return _any_form(snapshot, forms.forms_of_pattern(snapshot, folded_pattern(text) or ""))
        case Fuzzy(text, edits):
            return _any_form(snapshot, forms.forms_within(snapshot, "".join(folded_words(text)), edits))
        case Near(text, within):
            return _near(list(dict.fromkeys(folded_words(text))), within, snapshot)
    raise TypeError(f"{node!r} is no node")


def everything() -> Query:
    return Query.const_score_query(Query.all_query(), 0.0)


def both(queries: Sequence[Query]) -> Query:
    """All of them; everything where there is none."""
    if len(queries) == 1:
        return queries[0]
    return Query.boolean_query([(Occur.Must, query) for query in queries]) if queries else everything()


def either(queries: Sequence[Query], *, least: int = 1) -> Query:
    """At least so many of them."""
    if len(queries) == 1 and least <= 1:
        return queries[0]
    if not queries or least > len(queries):
        return Query.empty_query()
    return Query.boolean_query([(Occur.Should, query) for query in queries], minimum_number_should_match=least)


def without(query: Query) -> Query:
    return Query.boolean_query([(Occur.Must, everything()), (Occur.MustNot, query)])


def having(name: str, values: Iterable[str]) -> Query:
    """Any of these slugs; it adds nothing to a score."""
    return Query.const_score_query(either([Query.term_query(schema(), name, value) for value in values]), 0.0)


def any_number(name: str, numbers: Sequence[int]) -> Query:
    return Query.const_score_query(Query.term_set_query(schema(), name, list(numbers)), 0.0)


def between(since: date | None, until: date | None) -> Query:
    """What has no date is outside of any dates."""
    return number_between("day", day_number(since) if since else 1, day_number(until) if until else 2**40)


def number_between(name: str, low: int, high: int) -> Query:
    """A number of that column from `low` to `high`, both within."""
    return Query.const_score_query(Query.range_query(schema(), name, FieldType.Unsigned, low, high), 0.0)


def exact(word: str) -> Query:
    return Query.term_query(schema(), "exact", term(word), "freq")


def _word(words: list[str]) -> Query:
    """In the text by its stem, in a text of another language as it stands, or in a name."""
    if len(words) != 1:
        return _phrase(words)
    word = words[0]
    in_text = [Query.term_query(schema(), "text", term(form), "freq") for form in dict.fromkeys((stem(word), word))]
    in_names = Query.term_query(schema(), "names", term(word), "freq")
    return either([*in_text, Query.boost_query(in_names, NAME_WEIGHT)])


def _phrase(words: list[str], *, slop: int = 0) -> Query:
    match words:
        case []:
            return Query.empty_query()
        case [word]:
            return exact(word)
    return Query.phrase_query(schema(), "exact", list(map(term, words)), slop=slop)


def _prefix(words: list[str]) -> Query:
    if not words:
        return Query.empty_query()
    *before, last = words
    in_names = Query.boost_query(_beginning("names", last), NAME_WEIGHT)
    return both([*map(exact, before), either([_beginning("exact", last), in_names])])


def _beginning(field: str, letters: str) -> Query:
    return Query.fuzzy_term_query(schema(), field, term(letters), distance=0, prefix=True)


def _any_form(snapshot: Snapshot, words: list[str]) -> Query:
    """Any of the words, which all weigh as one word would that is in all their documents."""
    if not words:
        return Query.empty_query()
    any_of_them = Query.term_set_query(schema(), forms.FIELD, list(map(term, words)))
    return Query.const_score_query(any_of_them, rarity(snapshot, words))


def rarity(snapshot: Snapshot, words: Iterable[str]) -> float:
    """The inverse document frequency of what has any of these words, as BM25 has it."""
    count = min(sum(forms.frequency(snapshot, word) for word in words), snapshot.size)
    return math.log(1 + (snapshot.size - count + 0.5) / (count + 0.5))


def _near(words: list[str], within: int, snapshot: Snapshot) -> Query:
    """Two words by tantivy's own slop, once in either order; more are looked for in the texts, since there it errs."""
    if len(words) < 2:
        return _phrase(words)
    span = len(words) - 1 + within
    pairs = both([_pair(first, second, span) for first, second in combinations(words, 2)])
    if len(words) == 2:
        return pairs
    keys = really_near(snapshot, pairs, list(map(term, words)), span)
    return both([pairs, any_number("key", keys)]) if keys else Query.empty_query()


def _pair(first: str, second: str, span: int) -> Query:
    """Positions at most `span` apart, in either order."""
    orders = ([first, second], [second, first])
    return either([_phrase(order, slop=max(span - 1, 0)) for order in orders])
