"""How fast is the parser? `python -m benchmarks.parsing_report`: MB/s of texts of several shapes, and how time grows.

Each text is parsed at two lengths, one ten times the other; the seconds are processor time, the least of some runs in
one process on one core. `growth` is how many times as long the longer one takes (the bar is 11, fixed costs make it
less). The peers do a small part of the work, and show what Python and a library leave room for: a bare regular
expression that splits at `Name: ` at the beginning of a line, and charset-normalizer finding the encoding alone.
"""

from __future__ import annotations

import re
import sys
import textwrap
import time
from collections.abc import Callable

from charset_normalizer import from_bytes

from transcripts.text.parsing import parse_source

SHORTER, TIMES = 200_000, 10  # bytes
RUNS = 5
HEADING = "Press conference by Minister Ada Brill\n3 March 2011\n\n"
SENTENCE = "It was looked at by two engineers and by a diver, and each one’s report is in. "
ANSWER = "\n\n".join([SENTENCE * 4] * 3)
QUESTION = "Bo Ek (The Post): When was it looked at, Minister, and by whom? You said that nobody had been asked to."
ORDINARY = f"Minister Ada Brill: {ANSWER}\n\n{QUESTION}\n\n"
SHAPES = {
    "ordinary turns": ORDINARY,
    "hard-wrapped": "\n\n".join(textwrap.fill(part, 72) for part in ORDINARY.strip().split("\n\n")) + "\n\n",
    "one-line turns": "MS. BRILL:  It is open.  Two engineers have walked to its end.\n\nQ    By whom was it?\n\n",
    "tiny turns": "Minister Ada Brill: It is open.\n\nBo Ek (The Post): When?\n\n",
    "no labels": SENTENCE * 4 + "\n\n",
}
LABEL = re.compile(r"^([^\n:]{1,80}): ", re.MULTILINE)
PEERS: dict[str, Callable[[bytes], object]] = {
    "a bare regex split": lambda data: LABEL.split(data.decode()),
    "charset-normalizer": from_bytes,
}


def made(unit: str, length: int) -> bytes:
    """A text of about `length` bytes in which the unit recurs."""
    return (HEADING + unit * (length // len(unit.encode()))).encode()


def seconds(work: Callable[[bytes], object], data: bytes) -> float:
    """The least processor time of some runs."""
    return min(_once(work, data) for _run in range(RUNS))


def _once(work: Callable[[bytes], object], data: bytes) -> float:
    began = time.process_time()
    work(data)
    return time.process_time() - began


def row(name: str, work: Callable[[bytes], object], unit: str) -> tuple[str, str, str]:
    """The name, MB/s of the longer text, and how many times as long it takes as the shorter."""
    short, long = made(unit, SHORTER), made(unit, SHORTER * TIMES)
    few, many = seconds(work, short), seconds(work, long)
    return name, f"{len(long) / many / 1e6:.1f}", f"{many / few * len(short) * TIMES / len(long):.1f}"


def main() -> int:
    """Print the table. 0, whatever the figures."""
    parse_source(made(ORDINARY, 20_000))  # what is loaded once a process is not the parser's time
    rows = [row(name, parse_source, unit) for name, unit in SHAPES.items()]
    rows += [row(f"{name}, ordinary turns", work, ORDINARY) for name, work in PEERS.items()]
    for name, speed, growth in [("text", "MB/s", "growth"), *rows]:
        print(f"{name:<36}{speed:>10}{growth:>10}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
