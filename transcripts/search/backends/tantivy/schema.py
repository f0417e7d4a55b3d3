"""A turn's document → tantivy's fields.

The words are cut, folded and stemmed by `words.py`, as for every engine; tantivy only splits them at the spaces that
are put between them here.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from tantivy import Document, Schema, SchemaBuilder

from transcripts.search.documents import TurnDocument
from transcripts.search.search_indexes import SLUGS
from transcripts.search.words import folded_words, stems

VERSION = 1  # counted up whenever what is written here changes its form
SEVERAL = ("askers", "answerers")  # slugs of which a document may have more than one
SINGLE = tuple(name for name in SLUGS if name not in SEVERAL)
INDEXED = ("event_id", "turn_id", "key", "day")
NUMBERS = (*INDEXED, "month", "position", "newest", "oldest", "fingerprint")

# The parts of an order's number: 22 bits for the day, 26 for the event, 16 for the position.
_LAST_DAY, _LAST_EVENT, _LAST_POSITION = 2**22 - 1, 2**26 - 1, 2**16 - 1


@lru_cache(maxsize=1)
def schema() -> Schema:
    """`text` has stems, `exact` the words as they stand, with their places, and kept."""
    builder = SchemaBuilder()
    builder.add_text_field("text", tokenizer_name="whitespace", index_option="freq")
    builder.add_text_field("exact", tokenizer_name="whitespace", index_option="position", stored=True)
    builder.add_text_field("names", tokenizer_name="whitespace", index_option="freq")
    for name in SINGLE:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    for name in SEVERAL:
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="basic")
    for name in NUMBERS:
        builder.add_unsigned_field(name, indexed=name in INDEXED, fast=True)
    return builder.build()


def document_for(turn: TurnDocument) -> Document:
    return Document.from_dict(values_of(turn), schema())


def values_of(turn: TurnDocument) -> dict[str, Any]:
    """The document's values by field. An empty slug and a missing date have none at all."""
    words = folded_words(turn.text)
    texts = {
        "text": spaced(stems(words, turn.language)),
        "exact": spaced(words),
        "names": spaced(folded_words(turn.names)),
    }
    slugs = {name: slug for name in SLUGS if (slug := getattr(turn, name))}
    return texts | slugs | _numbers(turn)


def _numbers(turn: TurnDocument) -> dict[str, Any]:
    dates = {"day": day_number(turn.date), "month": day_number(turn.date) // 100} if turn.date else {}
    return dates | {
        "event_id": turn.event_id,
        "turn_id": turn.turn_id,
        "key": key_of(turn.public_id),
        "position": turn.position,
        "newest": place(turn, newest_first=True),
        "oldest": place(turn, newest_first=False),
        "fingerprint": turn.fingerprint,
    }


def spaced(words: Sequence[str]) -> str:
    text = " ".join(words)
    if text.count(" ") == max(len(words) - 1, 0) and all(words):
        return text
    return " ".join(map(term, words))


def term(word: str) -> str:
    """The word as one token. A few letters are folded to something with a space in it, or to nothing."""
    return "_".join(word.split()) or "_"


def day_number(day: date) -> int:
    return day.year * 10_000 + day.month * 100 + day.day


def key_of(public_id: str) -> int:
    """The eight ASCII characters of a public id as a number, which a column gives back without a stored document."""
    return int.from_bytes(public_id.encode("ascii", "replace")[:8].ljust(8, b"\0"))


def public_id_of(key: int) -> str:
    return key.to_bytes(8).rstrip(b"\0").decode("ascii")


def place(turn: TurnDocument, *, newest_first: bool) -> int:
    """A number that puts all turns in order: by date and event, newest or oldest first, and then by position.

    What has no date comes last either way. Beyond 67 million events, or 65,535 turns in one, orders are not strict.
    """
    event, position = min(turn.event_id, _LAST_EVENT), min(turn.position, _LAST_POSITION)
    day = turn.date.toordinal() if turn.date else None
    if newest_first:
        day, event = _LAST_DAY - (day or 0), _LAST_EVENT - event
    elif day is None:
        day = _LAST_DAY
    return day << 42 | event << 16 | position
