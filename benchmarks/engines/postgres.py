"""PostgreSQL's full text search through psycopg, in a schema of its own that is dropped at the end."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from urllib.parse import urlsplit

import psycopg

from benchmarks.engines import PAGE, Missing, Peer
from benchmarks.queries import Asked
from transcripts.models import Turn

ADDRESS = "postgres://verbatim:verbatim@127.0.0.1:5432/verbatim"
SCHEMA = f"benchmark_{os.getpid()}"
TABLE = f"""
DROP SCHEMA IF EXISTS {SCHEMA} CASCADE;
CREATE SCHEMA {SCHEMA};
CREATE TABLE {SCHEMA}.turns (
    id bigint PRIMARY KEY, text text, speaker text, day date,
    words tsvector GENERATED ALWAYS AS (to_tsvector('english', text)) STORED
);
"""
INDEXES = f"""
CREATE INDEX ON {SCHEMA}.turns USING gin (words) WITH (fastupdate = off);
CREATE INDEX ON {SCHEMA}.turns (speaker, day);
CREATE INDEX ON {SCHEMA}.turns (day);
"""


class Postgres(Peer):
    """A stored tsvector under a GIN index; rows by ts_rank, as its manual has it."""

    name = "PostgreSQL"
    lasts = False

    def __init__(self) -> None:
        self._address = os.environ.get("BENCHMARK_POSTGRES", ADDRESS)
        self._here = threading.local()

    def build(self) -> None:
        try:
            database = psycopg.connect(self._address, connect_timeout=3, autocommit=True)
        except psycopg.OperationalError as error:
            where = urlsplit(self._address)
            raise Missing(f"no server at {where.hostname}:{where.port} ({str(error).splitlines()[0]})") from error
        with database:
            database.execute(TABLE)
            with database.cursor().copy(f"COPY {SCHEMA}.turns (id, text, speaker, day) FROM STDIN") as copy:
                for row in _rows():
                    copy.write_row(row)
            database.execute(INDEXES)
            database.execute(f"VACUUM ANALYZE {SCHEMA}.turns")

    def close(self) -> None:
        with psycopg.connect(self._address, autocommit=True) as database:
            database.execute(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE")

    def ask(self, asked: Asked) -> int:
        where, values = _where(asked)
        order = "day DESC, id" if asked.newest else "ts_rank(words, query) DESC, id"
        page = f"SELECT id, text, query FROM {where} ORDER BY {order} LIMIT {PAGE} OFFSET {(asked.page - 1) * PAGE}"  # noqa: S608
        # The hits first and then their headlines: PostgreSQL would else make one of every turn that matches.
        shown = f"SELECT ts_headline('english', text, query) FROM ({page}) page"  # noqa: S608 - our own text
        self._rows(shown if asked.snippets else page, values)
        if asked.facets:
            for facet in ("speaker", "extract(year FROM day)"):
                self._rows(f"SELECT {facet}, count(*) FROM {where} GROUP BY 1 ORDER BY 2 DESC", values)  # noqa: S608
        return self._rows(f"SELECT count(*) FROM {where}", values)[0][0]  # noqa: S608

    def _rows(self, statement: str, values: dict[str, object]) -> list[tuple]:
        if not hasattr(self._here, "database"):
            self._here.database = psycopg.connect(self._address, autocommit=True)
        return self._here.database.execute(statement, values).fetchall()


def _rows() -> Iterator[tuple]:
    return Turn.objects.order_by("pk").values_list("pk", "text", "speaker__slug", "event__date").iterator(2000)


def _where(asked: Asked) -> tuple[str, dict[str, object]]:
    function, typed = _typed(asked)
    values: dict[str, object] = {"typed": typed}
    where = f"{SCHEMA}.turns, {function}('english', %(typed)s) query WHERE words @@ query"
    if asked.speaker is not None:
        where += " AND speaker = %(speaker)s"
        values["speaker"] = asked.speaker_name.lower().replace(" ", "-")
    if asked.since:
        where += " AND day BETWEEN %(since)s AND %(until)s"
        values |= {"since": asked.since, "until": asked.until}
    return where, values


def _typed(asked: Asked) -> tuple[str, str]:
    """What websearch_to_tsquery has no word for is written for to_tsquery."""
    words = " ".join(asked.words)
    if asked.beginning:
        return "to_tsquery", f"{words}:*"
    if asked.near:
        first, second = asked.words
        steps = range(1, asked.near + 2)
        ways = [f"({a} <{step}> {b})" for step in steps for a, b in ((first, second), (second, first))]
        return "to_tsquery", " | ".join(ways)
    return "websearch_to_tsquery", f'"{words}"' if asked.phrase else words
