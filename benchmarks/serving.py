"""The archive as gunicorn serves it, for as long as it is measured."""

from __future__ import annotations

import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_PRIVATE = re.compile(r"^Private_(?:Clean|Dirty):\s+(\d+) kB", re.MULTILINE)


class Server:
    """gunicorn with the settings of `make run` on a port of its own. Raises RuntimeError where it does not answer."""

    def __init__(self, port: int, environment: Mapping[str, str]) -> None:
        self.address = f"http://127.0.0.1:{port}"
        command = [sys.executable, "-m", "gunicorn", "-c", "archive/serving.py", "--log-level", "error", "archive.wsgi"]
        self._process = subprocess.Popen(command, cwd=ROOT, env={**environment, "PORT": str(port)})
        try:
            self._wait()
        except BaseException:
            self.close()
            raise

    def _wait(self) -> None:
        for _attempt in range(300):
            if self._process.poll() is not None:
                raise RuntimeError(f"The server for {self.address} has ended: something else may answer there.")
            try:
                with urllib.request.urlopen(f"{self.address}/readyz"):  # noqa: S310 - our own server
                    return
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.1)
        raise RuntimeError(f"The server did not answer at {self.address}/readyz.")

    def private_memory(self) -> int:
        """Bytes of the largest worker that it shares with nobody."""
        children = Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children").read_text(encoding="ascii")
        return max(_private(int(child)) for child in children.split())

    def close(self) -> None:
        self._process.terminate()
        self._process.wait()


def _private(pid: int) -> int:
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    return sum(int(kilobytes) for kilobytes in _PRIVATE.findall(rollup)) * 1024
