"""Which files a path names, and what the sidecar files beside them say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from transcripts.text.reading.limits import bytes_of
from transcripts.text.sidecars import is_other_json, may_be_transcript, own_sidecar, parse_sidecar, series_sidecar
from transcripts.text.transcript import UnreadableSource

LARGEST_SIDECAR = 100_000  # bytes


def transcript_files(path: Path) -> Iterator[Path]:
    """`path` itself, or every transcript in the folder and those below it, by name.

    A folder's sidecars, hidden files and notes such as README.md are not transcripts, nor is JSON of another kind.
    """
    if not path.is_dir():
        yield path
        return
    for found in sorted(path.rglob("*")):
        if found.is_file() and _is_transcript(found, found.relative_to(path)):
            yield found


def _is_transcript(path: Path, below: Path) -> bool:
    if not may_be_transcript(below):
        return False
    if path.suffix.lower() != ".json":
        return True
    try:
        return not is_other_json(path, bytes_of(path, settings.MAX_SOURCE_BYTES))
    except UnreadableSource:  # the import says that it is too large
        return True


def own_fields(path: Path) -> dict[str, str]:
    """What NAME.toml beside NAME.txt says of the event: title, date, venue … Raises UnreadableSource."""
    return _read(own_sidecar(path))


def series_fields(path: Path) -> dict[str, str]:
    """What series.toml in the file's folder says: name, institution, language … Raises UnreadableSource."""
    return _read(series_sidecar(path))


def _read(path: Path) -> dict[str, str]:
    return parse_sidecar(bytes_of(path, LARGEST_SIDECAR), path.name) if path.is_file() else {}
