"""Uploaded files that wait between preview and save: a browser does not send a file twice by itself."""

from __future__ import annotations

import hashlib
import re
import time
from pathlib import Path

from django.conf import settings
from django.core import signing

from transcripts.publishing import Received

SALT = "transcripts.waiting"
DAY = 24 * 60 * 60
DIGEST = re.compile(r"[0-9a-f]{64}")


def keep(received: Received) -> str:
    """Lay the file aside for a day; returns the token that gives it back. What is older goes."""
    folder = _folder()
    folder.mkdir(parents=True, exist_ok=True)
    _clear(folder)
    digest = hashlib.sha256(received.data).hexdigest()
    (folder / digest).write_bytes(received.data)
    return signing.dumps([digest, received.name, received.media_type], salt=SALT)


def take(token: str) -> Received | None:
    """The file again; None when the token is not ours or the day is over. It stays until then."""
    try:
        digest, name, media_type = signing.loads(token, salt=SALT, max_age=DAY)
        return Received((_folder() / digest).read_bytes(), name, media_type)
    except (signing.BadSignature, OSError):
        return None


def _folder() -> Path:
    return settings.DATA_DIR / "waiting"


def _clear(folder: Path) -> None:
    for path in folder.iterdir():
        if DIGEST.fullmatch(path.name) and time.time() - path.stat().st_mtime > DAY:
            path.unlink(missing_ok=True)
