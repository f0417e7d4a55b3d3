"""pdfium in a process of its own, with limits: a hostile PDF of some bytes asks for gigabytes, or never ends.

The process reads the PDF from its input and writes a line of JSON for each page: its lines, or why it was refused.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import astuple
from pathlib import Path

from transcripts.text.reading.pdf_lines import Line
from transcripts.text.transcript import UnreadableSource

ROOT = Path(__file__).resolve().parents[3]
MOST_MEMORY = 350 * 2**20  # bytes of address space; a thousand full pages take half of it
MOST_WORK = 6  # seconds of one core
MOST_SECONDS = 7  # whatever else the machine does
TOO_LONG = "This PDF takes too long to read. Split it, and give it in parts."
TOO_MUCH = "Unpacked, this PDF is more than any transcript, or it is broken. Save its text alone in a new file."


def pages_apart(data: bytes) -> list[list[Line]]:
    """The lines of each page. Raises UnreadableSource, as `pages_of`, and where it takes too much time or memory."""
    try:
        done = subprocess.run(  # noqa: S603 - our own module
            [sys.executable, "-m", __name__],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            timeout=MOST_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableSource(TOO_LONG) from error
    pages = list(_pages(done.stdout))
    if done.returncode:
        raise UnreadableSource(TOO_MUCH)
    return pages


def _pages(written: bytes) -> Iterator[list[Line]]:
    for row in written.splitlines():
        with suppress(ValueError):  # the last is cut off where the process was ended
            page = json.loads(row)
            if isinstance(page, str):
                raise UnreadableSource(page)
            yield [Line(*line) for line in page]


def _serve() -> None:
    from transcripts.text.reading.pdf_pages import pages_of  # noqa: PLC0415 - pdfium is loaded in this process alone

    data = sys.stdin.buffer.read()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_WORK, MOST_WORK + 1))
    with suppress(ValueError, OSError):  # not every system knows this limit
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    try:
        for page in pages_of(data):
            sys.stdout.write(f"{json.dumps([astuple(line) for line in page])}\n")
    except UnreadableSource as refusal:
        sys.stdout.write(f"{json.dumps(str(refusal))}\n")


if __name__ == "__main__":
    _serve()
