"""The bytes of files that wait: in DATA_DIR/imports, each under its SHA-256, until the file is in."""

from __future__ import annotations

import hashlib
import os
import re
import threading
import time
from pathlib import Path

from django.conf import settings

from transcripts.models import ImportedFile

DAY = 24 * 60 * 60
# What failed or was cancelled can be tried again for so long after it was given or was tried last.
KEPT_DAYS = 30
DIGEST = re.compile(r"[0-9a-f]{64}")


def folder() -> Path:
    """Made where it is not there."""
    place: Path = settings.DATA_DIR / "imports"
    place.mkdir(parents=True, exist_ok=True)
    return place


def lay_aside(data: bytes) -> str:
    """All of the bytes or none, so that a crash leaves nothing under a digest that is not its; returns the digest."""
    digest = hashlib.sha256(data).hexdigest()
    partial = folder() / f"{digest}.{os.getpid()}.{threading.get_ident()}.part"
    with partial.open("wb") as opened:
        opened.write(data)
        opened.flush()
        os.fsync(opened.fileno())
    partial.replace(folder() / digest)
    return digest


def read(digest: str) -> bytes:
    """Raises OSError where they are there no more."""
    return (folder() / digest).read_bytes()


def keep_longer(digests: list[str]) -> None:
    """Their days are counted from now on."""
    for digest in digests:
        if (path := folder() / digest).exists():
            path.touch()


def forget(digest: str) -> None:
    """Unless a file of any import still needs them."""
    needed = (*ImportedFile.UNFINISHED, *ImportedFile.RETRIED)
    if not ImportedFile.objects.filter(sha256=digest, state__in=needed).exists():
        (folder() / digest).unlink(missing_ok=True)


def sweep() -> int:
    """Remove what nobody has tried again for KEPT_DAYS, and what a crash left half-written; how many files."""
    old = [path for path in folder().iterdir() if _is_over(path)]
    digests = {path.name for path in old}
    waiting = set(ImportedFile.objects.unfinished().values_list("sha256", flat=True)) if digests else set()
    gone = [path for path in old if path.name not in waiting]
    for path in gone:
        path.unlink(missing_ok=True)
    return len(gone)


def _is_over(path: Path) -> bool:
    days = KEPT_DAYS if DIGEST.fullmatch(path.name) else 1 if path.suffix == ".part" else None
    try:
        return days is not None and time.time() - path.stat().st_mtime > days * DAY
    except FileNotFoundError:  # another process sweeps as well
        return False
