"""Our nodes → Whoosh's queries."""

from __future__ import annotations

from typing import Any

from whoosh import query

from transcripts.search.nodes import And, Node, Not, Or, Phrase, Prefix, Word
from transcripts.search.words import folded_words, searched_words, stem

NAME_WEIGHT = 0.5


def translated(node: Node | None) -> Any:
    """None is every turn; a node without words in it is none."""
    match node:
        case None:
            return query.Every()
        case Word(text):
            return _word(searched_words(text))
        case Phrase(text):
            return _phrase(folded_words(text))
        case Prefix(text):
            return _prefix(folded_words(text))
        case And(parts):
            return query.And([translated(part) for part in parts])
        case Or(parts):
            return query.Or([translated(part) for part in parts])
        case Not(part):
            return query.Not(translated(part))


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
