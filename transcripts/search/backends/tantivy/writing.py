"""Documents into the index: one commit a batch, and merging only after readers have it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from tantivy import Index, IndexWriter, Query

from transcripts.search.backends.tantivy.schema import document_for, key_of, schema
from transcripts.search.documents import TurnDocument


def create(directory: Path) -> None:
    """An index without documents."""
    Index(schema(), str(directory))


@contextmanager
def opened(directory: Path) -> Iterator[IndexWriter]:
    """tantivy's writer, one thread of it. What it has not committed is lost; what it has is merged before it closes."""
    writer = Index.open(str(directory)).writer(_memory(), 1)
    # A commit that was killed leaves files, and the next one would be given the same names and stop at them.
    writer.garbage_collect_files()
    try:
        yield writer
    except BaseException:
        writer.rollback()
        raise
    finally:
        writer.wait_merging_threads()


def _memory() -> int:
    options: dict[str, Any] = settings.HAYSTACK_CONNECTIONS["default"]
    return int(options.get("WRITER_MEMORY", 64_000_000))


def replace_events(writer: IndexWriter, event_ids: Collection[int], documents: Iterable[TurnDocument]) -> int:
    """These documents are all that the index has of these events. The number of the commit."""
    delete(writer, "event_id", event_ids)
    return _add(writer, documents)


def replace_turns(writer: IndexWriter, public_ids: Collection[str], documents: Iterable[TurnDocument]) -> int:
    """These documents are all that the index has under these ids. The number of the commit."""
    delete(writer, "key", map(key_of, public_ids))
    return _add(writer, documents)


def remove_turn(writer: IndexWriter, turn_id: int) -> int:
    delete(writer, "turn_id", [turn_id])
    return int(writer.commit())


def delete(writer: IndexWriter, field: str, numbers: Iterable[int]) -> None:
    """By a query and not by terms: tantivy's Python API makes signed terms, which an unsigned field has none of."""
    if wanted := list(numbers):
        writer.delete_documents_by_query(Query.term_set_query(schema(), field, wanted))


def _add(writer: IndexWriter, documents: Iterable[TurnDocument]) -> int:
    """Of documents with the same public id the last one counts."""
    for document in {document.public_id: document for document in documents}.values():
        writer.add_document(document_for(document))
    return int(writer.commit())
