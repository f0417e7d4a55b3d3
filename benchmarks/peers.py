"""The engines that are asked: ours, Haystack's stock Whoosh backend, SQLite's FTS5. Each over the same rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from haystack import connections, indexes
from haystack.inputs import Raw
from haystack.query import SearchQuerySet

from transcripts.models import Turn
from transcripts.search import engine, indexing
from transcripts.search.query import parse_query

PAGE = 20
Asked = Mapping[str, Any]


class Ours:
    """The whole of `engine.find`: hits from the database, questions, snippets, seven facets, years, exact total."""

    name = "ours, page ready"

    def build(self) -> None:
        indexing.rebuild()

    def ask(self, asked: Asked) -> int:
        return engine.find(parse_query(asked["params"]), per_page=PAGE).total


class OursBare(Ours):
    """The index alone, with the same facets and years: what the peers are asked for is less than this."""

    name = "ours, index only"

    def build(self) -> None:
        """Built by Ours."""

    def ask(self, asked: Asked) -> int:
        return connections["default"].get_backend().find(parse_query(asked["params"]), per_page=PAGE).total


class StockTurnIndex(indexes.SearchIndex, indexes.Indexable):
    """As Haystack's tutorial writes one."""

    text = indexes.CharField(document=True, model_attr="text")
    speaker = indexes.CharField(model_attr="speaker__slug", faceted=True, null=True)
    date = indexes.DateField(model_attr="event__date")

    def get_model(self) -> type[Turn]:
        return Turn


class Stock:
    """Haystack's own Whoosh backend: twenty results and the count; facets only where they are asked for."""

    name = "haystack stock"

    def build(self) -> None:
        self.connection = connections["stock"]
        self.connection.get_unified_index().build(indexes=[StockTurnIndex()])
        index = self.connection.get_unified_index().get_index(Turn)
        turns = list(Turn.objects.select_related("event", "speaker"))
        self.connection.get_backend().update(index, turns)

    def ask(self, asked: Asked) -> int:
        found = SearchQuerySet(using="stock").filter(content=Raw(asked["whoosh"]))
        if asked.get("newest"):
            found = found.order_by("-date")
        if asked.get("facets"):
            found = found.facet("speaker")
            found.facet_counts()
        list(found[:PAGE])
        return found.count()


class Fts5:
    """SQLite's full text search, with a table of its own: twenty rows by bm25 and a count."""

    name = "sqlite fts5"

    def __init__(self, folder: Path) -> None:
        self._database = sqlite3.connect(folder / "fts5.sqlite3")

    def build(self) -> None:
        columns = "text, speaker UNINDEXED, day UNINDEXED, tokenize='porter unicode61 remove_diacritics 2'"
        self._database.execute(f"CREATE VIRTUAL TABLE turns USING fts5({columns})")
        rows = Turn.objects.values_list("text", "speaker__slug", "event__date")
        dated = ((text, speaker, day.isoformat()) for text, speaker, day in rows.iterator(chunk_size=2000))
        self._database.executemany("INSERT INTO turns VALUES (?, ?, ?)", dated)
        self._database.commit()

    def ask(self, asked: Asked) -> int:
        where = "turns MATCH ?" + asked.get("where", "")
        order = "day DESC" if asked.get("newest") else "rank"
        run = self._database.execute
        run(f"SELECT rowid FROM turns WHERE {where} ORDER BY {order} LIMIT {PAGE}", [asked["fts5"]]).fetchall()  # noqa: S608 - our own text
        if asked.get("facets"):
            run(f"SELECT speaker, count(*) FROM turns WHERE {where} GROUP BY 1", [asked["fts5"]]).fetchall()  # noqa: S608
        return run(f"SELECT count(*) FROM turns WHERE {where}", [asked["fts5"]]).fetchone()[0]  # noqa: S608


def same(words: str, fts5: str | None = None, **more: Any) -> Asked:
    """A query that all write alike, or nearly."""
    return {"params": {"q": [words]}, "whoosh": words, "fts5": fts5 or words, **more}
