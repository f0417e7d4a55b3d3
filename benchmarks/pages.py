"""How long pages take with the example transcripts, through gunicorn: `python -m benchmarks.pages [REQUESTS]`.

Prints p50 and p95 in milliseconds for each kind of page, one client after another and four at once. The archive is a
fresh one in a directory of its own; nothing that stands is touched.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle, islice
from statistics import quantiles
from urllib.parse import quote

from benchmarks.serving import ROOT, Server

PORT = 8765
BASE = f"http://127.0.0.1:{PORT}"
SEARCHES = ['"dig deeper"', "ferry", "barrier OR tariff", "light*", "minister NOT ferry", "ukraine&kind=answer", ""]


def get(path: str) -> float:
    """Seconds until the whole answer is here."""
    start = time.perf_counter()
    with urllib.request.urlopen(BASE + path) as answer:  # noqa: S310 - our own server
        answer.read()
    return time.perf_counter() - start


def links(page: str, pattern: str) -> list[str]:
    """The addresses on a page that match, each once."""
    with urllib.request.urlopen(BASE + page) as answer:  # noqa: S310 - our own server
        return sorted(set(re.findall(f'href="({pattern})"', answer.read().decode())))


def paths() -> dict[str, list[str]]:
    events = links("/events/", r"/events/[^/]+/")
    return {
        "home": ["/"],
        "search": [f"/search/?q={quote(words, safe='&=')}" for words in SEARCHES],
        "event": events,
        "turn": [turn for event in events[:4] for turn in links(event, r"/t/[^/]+/")[:10]],
        "person": links("/people/", r"/people/[^/]+/"),
    }


def report(name: str, addresses: list[str], requests: int) -> None:
    for address in addresses:
        get(address)
    line = f"{name:<8}"
    for clients in (1, 4):
        with ThreadPoolExecutor(clients) as pool:
            times = list(pool.map(get, islice(cycle(addresses), requests)))
        cuts = quantiles(times, n=20)
        line += f" {cuts[9] * 1000:8.1f} {cuts[18] * 1000:8.1f}"
    print(line)


def main(requests: int) -> None:
    with tempfile.TemporaryDirectory(prefix="verbatim-pages-") as folder:
        environment = os.environ | {"DATA_DIR": folder, "PORT": str(PORT)}
        subprocess.run(
            [sys.executable, "manage.py", "prepare", "--fixtures"],
            cwd=ROOT,
            env=environment,
            check=True,
            stdout=subprocess.DEVNULL,
        )
        server = Server(PORT, environment)
        try:
            print(f"{'ms':<8} {'p50':>8} {'p95':>8} {'p50 of 4':>8} {'p95 of 4':>8}")
            for name, addresses in paths().items():
                report(name, addresses, requests)
        finally:
            server.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
