"""Our nodes → Whoosh's queries."""

from __future__ import annotations

from typing import Any

from whoosh import query

from transcripts.search.backends.whoosh import own_queries
from transcripts.search.documents import NAME_WEIGHT
from transcripts.search.nodes import (
    And,
    Between,
    Field,
    Fuzzy,
    Leaf,
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


def translated(node: Node | None) -> Any:
    """None is every turn; a node without words in it is none."""
    match node:
        case None:
            return query.Every()
        case And(parts):
            return query.And([translated(part) for part in dict.fromkeys(parts)])
        case Or(parts):
            return query.Or([translated(part) for part in dict.fromkeys(parts)])
        case Most(parts, least):
            return own_queries.Most(tuple(map(translated, parts)), least)
        case Not(part):
            return query.Not(translated(part))
        case Field(name, values):
            return own_queries.Values(name, values)
        case Between(since, until):
            return own_queries.Days("date", since, until)
    return _leaf(node)


def _leaf(leaf: Leaf) -> Any:
    match leaf:
        case Word(text):
            return _word(searched_words(text))
        case Phrase(text):
            return _phrase(folded_words(text))
        case Prefix(text):
            return _prefix(folded_words(text))
        case Near(text, within):
            return own_queries.Near("exact", tuple(dict.fromkeys(folded_words(text))), within)
        case Pattern(text):
            return own_queries.Forms("exact", folded_pattern(text) or "")
        case Fuzzy(text, edits):
            return own_queries.Forms("exact", "".join(folded_words(text)), edits)


def _word(words: list[str]) -> Any:
    """In the text by its stem, in a text of another language as it stands, or in a name."""
    if len(words) != 1:
        return _phrase(words)
    word = words[0]
    forms = dict.fromkeys((stem(word), word))
    in_text = [query.Term("text", form) for form in forms]
    return query.Or([*in_text, query.Term("names", word, boost=NAME_WEIGHT)])


def _phrase(words: list[str]) -> Any:
    match words:
        case []:
            return query.NullQuery
        case [word]:
            return query.Term("exact", word)
    return query.Phrase("exact", words)


def _prefix(words: list[str]) -> Any:
    if not words:
        return query.NullQuery
    beginning = query.Or([query.Prefix("exact", words[-1]), query.Prefix("names", words[-1], boost=NAME_WEIGHT)])
    return query.And([*(query.Term("exact", word) for word in words[:-1]), beginning])
