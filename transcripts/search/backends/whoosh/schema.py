"""Haystack's fields → Whoosh's."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from haystack.constants import DJANGO_CT, DJANGO_ID
from whoosh import fields, query
from whoosh.analysis import Analyzer, Token

from transcripts.search.backends.whoosh.columns import KeyColumn, NumberColumn, SlugColumn
from transcripts.search.backends.whoosh.postings import Counts, Places
from transcripts.search.documents import TurnDocument
from transcripts.search.search_indexes import SLUGS
from transcripts.search.words import folded_words, occurrences, stem, stems

FINGERPRINT = "fingerprint"
ID_LENGTH = 8


class WordAnalyzer(Analyzer):
    """The words of a typed query, for Whoosh's query parser; documents come as lists of words."""

    def __init__(self, *, stemmed: bool) -> None:
        self.stemmed = stemmed

    def __call__(self, value: str, **_options: Any) -> Iterator[Token]:
        for place, word in enumerate(occurrences(value)):
            token = Token(positions=True, chars=True, boosts=True)
            token.text = stem(word.folded) if self.stemmed else word.folded
            token.pos, token.startchar, token.endchar, token.boost = place, word.start, word.end, 1.0
            yield token


class Words(fields.TEXT):
    """Text as a list of words. `stemmed` is how a query for it is read."""

    def __init__(self, *, stemmed: bool, places: bool) -> None:
        super().__init__(analyzer=WordAnalyzer(stemmed=stemmed))
        self.format = Places() if places else Counts()


class Column(fields.COLUMN):
    """A value that is compared, counted and sorted by, in columns and not in postings."""

    format = analyzer = vector = None
    scorable = unique = False

    def self_parsing(self) -> bool:
        return True

    def parse_query(self, fieldname: str, qstring: str, boost: float = 1.0) -> query.Query:
        return query.Term(fieldname, qstring, boost=boost)


class Slug(Column):
    """One value of few, kept whole."""

    def __init__(self) -> None:
        super().__init__(SlugColumn())

    def to_column_value(self, value: str) -> bytes:
        return value.encode()


class Key(Column):
    """A value that no other document has."""

    def __init__(self) -> None:
        super().__init__(KeyColumn(ID_LENGTH))

    def to_column_value(self, value: str) -> bytes:
        return value.encode()


class Number(Column):
    """A whole number, in queries alone or in ranges."""

    def __init__(self) -> None:
        super().__init__(NumberColumn("q"))

    def to_column_value(self, value: int) -> int:
        return value

    def number(self, text: str) -> int:
        """What is compared. Raises ValueError when it is none."""
        return int(text)

    def parse_query(self, fieldname: str, qstring: str, boost: float = 1.0) -> query.Query:
        return self.parse_range(fieldname, qstring, qstring, startexcl=False, endexcl=False, boost=boost)

    def parse_range(
        self, fieldname: str, start: Any, end: Any, startexcl: bool, endexcl: bool, boost: float = 1.0
    ) -> query.Query:
        try:
            low, high = (self.number(text) if text else None for text in (start, end))
        except ValueError:
            return query.NullQuery
        return query.NumericRange(fieldname, low, high, startexcl, endexcl, boost=boost)


class Day(Number):
    """A date as the number yyyymmdd."""

    def number(self, text: str) -> int:
        digits = "".join(character for character in text if character.isdigit())
        return int(digits[:8])


def day_number(day: date | None) -> int:
    """yyyymmdd; 0 for no date."""
    return day.year * 10_000 + day.month * 100 + day.day if day else 0


FIELD_TYPES: dict[str, Callable[[], fields.FieldType]] = {
    "string": lambda: Words(stemmed=True, places=False),
    "words": lambda: Words(stemmed=False, places=True),
    "names": lambda: Words(stemmed=False, places=False),
    "slug": Slug,
    "integer": Number,
    "date": Day,
}


def schema_of(search_fields: Mapping[str, Any]) -> fields.Schema:
    """The schema of Haystack's fields. Raises KeyError for a type that no field of ours has."""
    made = {name: FIELD_TYPES[field.field_type]() for name, field in search_fields.items()}
    own = {"public_id": Key(), FINGERPRINT: Number(), DJANGO_ID: Number(), DJANGO_CT: Slug()}
    return fields.Schema(**made | own)


def values_of(document: TurnDocument, model: str) -> dict[str, Any]:
    """The document as Whoosh's writer takes it."""
    words = folded_words(document.text)
    return {name: getattr(document, name) for name in SLUGS} | {
        "text": stems(words, document.language),
        "exact": words,
        "names": folded_words(document.names),
        "public_id": document.public_id,
        "date": day_number(document.date),
        "event_id": document.event_id,
        "position": document.position,
        FINGERPRINT: document.fingerprint,
        DJANGO_ID: document.turn_id,
        DJANGO_CT: model,
    }
