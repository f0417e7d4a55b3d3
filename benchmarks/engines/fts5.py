"""SQLite's full text search, in a database of its own."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

from benchmarks.engines import PAGE, Peer
from benchmarks.queries import Asked
from transcripts.models import Turn

SCHEMA = """
CREATE VIRTUAL TABLE words USING fts5(text, tokenize='porter unicode61 remove_diacritics 2');
CREATE TABLE turns (id INTEGER PRIMARY KEY, speaker TEXT, day TEXT);
"""


class Fts5(Peer):
    """Columns beside the words in a table with indexes, joined by rowid; rows by bm25."""

    name = "SQLite FTS5"

    def __init__(self, folder: Path) -> None:
        self._path = folder / "fts5.sqlite3"
        self._here = threading.local()

    def build(self) -> None:
        self._path.unlink(missing_ok=True)
        database = sqlite3.connect(self._path)
        database.executescript(SCHEMA)
        for number, text, speaker, day in _rows():
            database.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (number, text))
            database.execute("INSERT INTO turns VALUES (?, ?, ?)", (number, speaker, day.isoformat()))
        database.executescript("CREATE INDEX speakers ON turns (speaker, day); CREATE INDEX days ON turns (day);")
        database.execute("INSERT INTO words (words) VALUES ('optimize')")
        database.commit()
        database.close()

    def ask(self, asked: Asked) -> int:
        match, values = _where(asked)
        order = "day DESC, words.rowid" if asked.newest else "rank"
        shown = "snippet(words, 0, '<mark>', '</mark>', '…', 40)" if asked.snippets else "words.rowid"
        page = f"LIMIT {PAGE} OFFSET {(asked.page - 1) * PAGE}"
        self._rows(f"SELECT {shown} FROM {match} ORDER BY {order} {page}", values)  # noqa: S608 - our own text
        if asked.facets:
            for facet in ("speaker", "substr(day, 1, 4)"):
                self._rows(f"SELECT {facet}, count(*) FROM {_joined(match)} GROUP BY 1 ORDER BY 2 DESC", values)  # noqa: S608
        return self._rows(f"SELECT count(*) FROM {match}", values)[0][0]  # noqa: S608

    def _rows(self, statement: str, values: list[str]) -> list[tuple]:
        if not hasattr(self._here, "database"):
            self._here.database = sqlite3.connect(self._path)
        return self._here.database.execute(statement, values).fetchall()


def _rows() -> Iterator[tuple]:
    return Turn.objects.order_by("pk").values_list("pk", "text", "speaker__slug", "event__date").iterator(2000)


def _where(asked: Asked) -> tuple[str, list[str]]:
    """Tables and conditions; the row's own table only where something asks for it."""
    values = [_match(asked)]
    where = "words MATCH ?"
    if asked.speaker is not None:
        where += " AND speaker = ?"
        values.append(asked.speaker_name.lower().replace(" ", "-"))
    if asked.since and asked.until:
        where += " AND day BETWEEN ? AND ?"
        values += [asked.since.isoformat(), asked.until.isoformat()]
    return (f"{TABLES} WHERE {where}" if len(values) > 1 or asked.newest else f"words WHERE {where}"), values


TABLES = "words JOIN turns ON turns.id = words.rowid"


def _joined(match: str) -> str:
    return match if match.startswith(TABLES) else match.replace("words", TABLES, 1)


def _match(asked: Asked) -> str:
    words = " ".join(asked.words)
    if asked.phrase:
        return f'"{words}"'
    if asked.near:
        return f"NEAR({words}, {asked.near})"
    return f"{words}*" if asked.beginning else words
