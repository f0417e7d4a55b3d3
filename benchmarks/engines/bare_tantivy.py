"""Tantivy through its own Python API: about as fast as one core can be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

from benchmarks.engines import PAGE, Missing, Peer
from benchmarks.queries import Asked
from transcripts.models import Turn

try:
    import tantivy
except ImportError:
    tantivy = None

HEAP = 256 * 1024 * 1024
FACETS = {
    "speaker": {"terms": {"field": "speaker", "size": 20}},
    "year": {"terms": {"field": "year", "size": 100}},
}


class BareTantivy(Peer):
    """Ids and counts; no rows, no page. Snippets are Tantivy's own, from stored text."""

    name = "bare Tantivy"

    def __init__(self, folder: Path) -> None:
        self._path = folder / "tantivy-bare"
        self._index: Any = None

    def build(self) -> None:
        if tantivy is None:
            raise Missing("the package tantivy is not installed")
        self._path.mkdir(exist_ok=True)
        index = tantivy.Index(_schema(), path=str(self._path), reuse=False)
        writer = index.writer(heap_size=HEAP, num_threads=1)
        for text, speaker, day in _rows():
            writer.add_document(
                tantivy.Document(
                    text=text, speaker=speaker, year=day.year, day=datetime.combine(day, time.min, tzinfo=UTC)
                )
            )
        writer.commit()
        writer.wait_merging_threads()

    def open(self) -> None:
        self._index = tantivy.Index.open(str(self._path))
        self._index.reload()

    def close(self) -> None:
        self._index = None

    def ask(self, asked: Asked) -> int:
        query, searcher = self._query(asked), self._index.searcher()
        order = {"order_by_field": "day", "order": tantivy.Order.Desc} if asked.newest else {}
        found = searcher.search(query, PAGE, count=True, offset=(asked.page - 1) * PAGE, **order)
        if asked.snippets:
            snippets = tantivy.SnippetGenerator.create(searcher, query, self._index.schema, "text")
            for _score, address in found.hits:
                snippets.snippet_from_doc(searcher.doc(address)).to_html()
        if asked.facets:
            searcher.aggregate(query, FACETS)
        return found.count

    def _query(self, asked: Asked) -> Any:
        if asked.beginning:
            return tantivy.Query.regex_query(self._index.schema, "text", f"{asked.words[0]}.*")
        return self._index.parse_query(_typed(asked), ["text"])


def _schema() -> Any:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text", stored=True, tokenizer_name="en_stem")
    builder.add_text_field("speaker", tokenizer_name="raw", fast=True)
    builder.add_integer_field("year", fast=True)
    builder.add_date_field("day", fast=True, indexed=True)
    return builder.build()


def _rows() -> Iterator[tuple]:
    return Turn.objects.order_by("pk").values_list("text", "speaker__slug", "event__date").iterator(2000)


def _typed(asked: Asked) -> str:
    words = " ".join(asked.words)
    typed = f'"{words}"' if asked.phrase else " ".join(f"+{word}" for word in asked.words)
    typed = f'"{words}"~{asked.near}' if asked.near else typed
    if asked.speaker is not None:
        typed += f' +speaker:"{asked.speaker_name.lower().replace(" ", "-")}"'
    if asked.since and asked.until:
        typed += f" +day:[{asked.since.isoformat()}T00:00:00Z TO {asked.until.isoformat()}T00:00:00Z]"
    return typed
