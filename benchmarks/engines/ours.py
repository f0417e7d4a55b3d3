"""Ours as a reader meets it: the search page over HTTP, from gunicorn with the settings of `make run`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import urlopen

from django.utils.text import slugify

from benchmarks.engines import Engine, Missing
from benchmarks.queries import Asked
from benchmarks.serving import ROOT, Server

_HEADERS = {"Accept-Encoding": "gzip"}  # as every browser asks


class Ours(Engine):
    """Each answer is a whole page: 20 turns with their questions and snippets, seven facets, the years."""

    def __init__(self, engine: str, index: Path, port: int) -> None:
        self.name = f"ours, {engine}"
        self.environment = os.environ | {"SEARCH_URL": f"{engine}:{index}", "PORT": str(port)}
        self.address = f"http://127.0.0.1:{port}"
        self._port = port
        self._server: Server | None = None
        self._here = threading.local()

    def build(self) -> None:
        command = [sys.executable, "manage.py", "rebuild_search", "--workers", "2", "--verbosity", "0"]
        done = subprocess.run(command, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False)
        if done.returncode:
            raise Missing((done.stderr or done.stdout).strip().splitlines()[-1])

    def open(self) -> None:
        self._server = Server(self._port, self.environment)

    def ask(self, asked: Asked) -> bytes:
        return self.get(f"/search/?{urlencode(_parameters(asked))}")

    def hits(self, asked: Asked) -> int:
        parameters = [(name, value) for name, value in _parameters(asked) if name != "page"]
        with urlopen(f"{self.address}/search.json?{urlencode([*parameters, ('page', '1')])}") as answer:  # noqa: S310 - our own
            return int(json.load(answer)["total"])

    def get(self, address: str) -> bytes:
        if not hasattr(self._here, "connection"):
            self._here.connection = HTTPConnection("127.0.0.1", self._port)
        try:
            return self._got(address)
        except ConnectionError:  # a worker that is replaced closes what it had open
            self._here.connection.close()
            return self._got(address)

    def _got(self, address: str) -> bytes:
        self._here.connection.request("GET", address, headers=_HEADERS)
        answer = self._here.connection.getresponse()
        body = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{address} answered {answer.status}")
        return body

    def close(self) -> None:
        if self._server:
            self._server.close()

    def private_memory(self) -> int:
        """Bytes that the largest worker has for itself, file pages and what it shares with others left out."""
        return self._server.private_memory() if self._server else 0


def _parameters(asked: Asked) -> list[tuple[str, str]]:
    words = " ".join(asked.words)
    typed = f'"{words}"' if asked.phrase else words
    typed = f'"{words}"~{asked.near}' if asked.near else typed
    given = {
        "q": f"{typed}*" if asked.beginning else typed,
        "speaker": slugify(asked.speaker_name),
        "from": asked.since.isoformat() if asked.since else "",
        "to": asked.until.isoformat() if asked.until else "",
        "sort": "newest" if asked.newest else "",
        "page": str(asked.page) if asked.page > 1 else "",
    }
    return [(name, value) for name, value in given.items() if value]
