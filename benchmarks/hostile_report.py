"""Does any file break the reader? `python -m benchmarks.hostile_report [PART OF A NAME]`: makes them, and reads each.

Each is given to `manage.py parse_transcript` in a process of its own. What it takes in seconds and in megabytes at its
peak is printed, with what was said: the number of turns, or the sentence that refuses it. Besides the files of
`hostile_files`, every format is cut off in ten places and given under the name of every other. Exits with 1 where one
takes more than SECONDS or MEGABYTES, ends in a traceback or says nothing.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing import Pipe, Process
from multiprocessing.connection import Connection
from pathlib import Path

from benchmarks.hostile_files import Named, all_files
from benchmarks.sound_files import sound_files

SECONDS, MEGABYTES = 10.0, 500.0
GIVEN_UP = 60  # seconds
CUTS = 10
MANAGE = Path(__file__).resolve().parent.parent / "manage.py"


@dataclass(frozen=True)
class Outcome:
    """What became of one file."""

    name: str
    seconds: float
    megabytes: float
    said: str
    sound: bool

    @property
    def within_bar(self) -> bool:
        return self.sound and self.seconds <= SECONDS and self.megabytes <= MEGABYTES


def cut_files() -> Iterator[Named]:
    """Each format cut off in ten places, always the same."""
    chance = random.Random(7)
    for name, data in sound_files():
        for length in sorted(chance.sample(range(1, len(data)), CUTS)):
            yield f"cut-at-{length}-{name}", data[:length]


def misnamed_files() -> Iterator[Named]:
    """Each format under the extension of each other."""
    sound = list(sound_files())
    for name, data in sound:
        for other in sorted({Path(another).suffix for another, _data in sound} - {Path(name).suffix}):
            yield f"{name}{other}", data


def made(folder: Path, part: str) -> Iterator[Path]:
    """The files, one at a time. Another process makes them: what it takes would count as its children's memory."""
    ours, theirs = Pipe()
    maker = Process(target=_make, args=(folder, part, theirs), daemon=True)
    maker.start()
    theirs.close()
    with contextlib.suppress(EOFError):
        while True:
            yield folder / ours.recv()
            ours.send("next")
    maker.join()


def _make(folder: Path, part: str, pipe: Connection) -> None:
    for name, data in (file for kind in (all_files, cut_files, misnamed_files) for file in kind()):
        if part in name:
            (folder / name).write_bytes(data)
            pipe.send(name)
            pipe.recv()


def read(path: Path) -> Outcome:
    """Give one file to the command."""
    folder = path.parent
    begun = time.perf_counter()
    with (folder / "out").open("wb") as out, (folder / "err").open("wb") as err:
        child = subprocess.Popen([sys.executable, str(MANAGE), "parse_transcript", str(path)], stdout=out, stderr=err)
        code, peak = _wait(child, begun)
    seconds = time.perf_counter() - begun
    path.unlink()
    said, sound = _said(code, (folder / "out").read_bytes(), (folder / "err").read_text("utf-8", "replace"), path.name)
    return Outcome(path.name, seconds, peak, said, sound)


def _wait(child: subprocess.Popen[bytes], begun: float) -> tuple[int, float]:
    """The exit code, -9 where it took too long, and the peak of memory in MB."""
    killed = False
    while True:
        pid, status, usage = os.wait4(child.pid, os.WNOHANG)
        if pid:
            child.returncode = os.waitstatus_to_exitcode(status)
            return (-9 if killed else child.returncode), _megabytes(usage)
        if time.perf_counter() - begun > GIVEN_UP and not killed:
            child.kill()
            killed = True
        time.sleep(0.01)


def _megabytes(usage: resource.struct_rusage) -> float:
    return usage.ru_maxrss / 1024  # Linux counts in KB


def _said(code: int, out: bytes, err: str, name: str) -> tuple[str, bool]:
    lines = err.strip().splitlines()
    if "Traceback" in err or code not in {0, 1} or (code == 1 and not lines):
        return f"BROKEN: exit {code}: {lines[-1][:200] if lines else 'nothing said'}", False
    if code:
        return lines[-1].partition(f"{name}: ")[2][:160], len(lines) == 1
    transcript = json.loads(out)
    codes = sorted({warning["code"] for warning in transcript["warnings"]})
    return f"{len(transcript['turns'])} turns; {', '.join(codes) or 'no warnings'}", True


def main(part: str = "") -> int:
    """Print the table; 1 where a file is over the bar."""
    worst: list[Outcome] = []
    with tempfile.TemporaryDirectory() as folder:
        for path in made(Path(folder), part):
            outcome = read(path)
            mark = " " if outcome.within_bar else "!"
            print(
                f"{mark} {outcome.seconds:6.1f} s {outcome.megabytes:6.0f} MB  {path.name:<32} {outcome.said}",
                flush=True,
            )
            worst += [] if outcome.within_bar else [outcome]
    print(f"{len(worst)} over the bar of {SECONDS:.0f} s and {MEGABYTES:.0f} MB, or broken.")
    return 1 if worst else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
