"""Who is asked for a quote: quote check, the search box, PostgreSQL and SQLite. Each over the same turns."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterator, Sequence

import psycopg

from transcripts.models import Turn
from transcripts.search import engine
from transcripts.search.query import parse_query
from transcripts.search.quotes import check

FIRST = 10
ADDRESS = "postgres://verbatim:verbatim@127.0.0.1:5432/verbatim"

Row = tuple[str, str]  # a turn's public id and its text


class QuoteCheck:
    name = "quote check"

    def ask(self, typed: str) -> list[Row]:
        return [(place.turn.public_id, place.match.passage.text) for place in check(typed).answers[0].places]


class SearchBox:
    name = "search box"

    def ask(self, typed: str) -> list[Row]:
        hits = engine.find(parse_query({"q": [typed]}), per_page=FIRST).hits
        return [(hit.turn.public_id, hit.turn.text) for hit in hits]


class Postgres:
    """websearch_to_tsquery and ts_rank_cd, with all words as it reads them, or with any of them."""

    def __init__(self, database: psycopg.Connection, between: str, name: str) -> None:
        self._database, self._between, self.name = database, between, name

    def ask(self, typed: str) -> list[Row]:
        query = self._between.join(re.findall(r"[^\W_]+(?:['’][^\W_]+)*", typed))
        statement = (
            "SELECT id, text FROM quoted, websearch_to_tsquery('english', %s) query WHERE words @@ query "
            "ORDER BY ts_rank_cd(words, query) DESC, id LIMIT %s"
        )
        return self._database.execute(statement, [query, FIRST]).fetchall()


class Fts5:
    """bm25 with all words, or with any of them."""

    def __init__(self, database: sqlite3.Connection, between: str, name: str) -> None:
        self._database, self._between, self.name = database, between, name

    def ask(self, typed: str) -> list[Row]:
        query = self._between.join(f'"{word}"' for word in re.findall(r"[^\W_]+(?:['’][^\W_]+)*", typed))
        statement = "SELECT id, text FROM quoted WHERE quoted MATCH ? ORDER BY bm25(quoted) LIMIT ?"
        return self._database.execute(statement, [query, FIRST]).fetchall()


def finders() -> Iterator[QuoteCheck | SearchBox | Postgres | Fts5]:
    """Ours first. PostgreSQL only where a server answers; else a line says so."""
    yield QuoteCheck()
    yield SearchBox()
    rows = list(Turn.objects.published().values_list("public_id", "text"))
    yield from _postgres(rows)
    yield from _fts5(rows)


def _postgres(rows: Sequence[Row]) -> Iterator[Postgres]:
    address = os.environ.get("BENCHMARK_POSTGRES", ADDRESS)
    try:
        database = psycopg.connect(address, connect_timeout=3, autocommit=True)
    except psycopg.OperationalError as error:
        print(f"PostgreSQL is left out: {str(error).splitlines()[0]}. Set BENCHMARK_POSTGRES to a server's address.")
        return
    database.execute(
        "CREATE TEMPORARY TABLE quoted (id text, text text,"
        " words tsvector GENERATED ALWAYS AS (to_tsvector('english', text)) STORED)"
    )
    with database.cursor().copy("COPY quoted (id, text) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
    database.execute("CREATE INDEX ON quoted USING gin (words)")
    database.execute("ANALYZE quoted")
    yield Postgres(database, " ", "PostgreSQL")
    yield Postgres(database, " or ", "PostgreSQL, any word")


def _fts5(rows: Sequence[Row]) -> Iterator[Fts5]:
    database = sqlite3.connect(":memory:")
    columns = "id UNINDEXED, text, tokenize='porter unicode61 remove_diacritics 2'"
    database.execute(f"CREATE VIRTUAL TABLE quoted USING fts5({columns})")
    database.executemany("INSERT INTO quoted VALUES (?, ?)", rows)
    yield Fts5(database, " ", "SQLite FTS5")
    yield Fts5(database, " OR ", "SQLite FTS5, any word")
