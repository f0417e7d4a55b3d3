"""Which files a path names, and what the sidecar files beside them say."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from transcripts.text.transcript import UnreadableSource

SIDECAR = ".toml"
SERIES_FILE = "series.toml"
NOT_TRANSCRIPTS = ("readme", "license", "copying", "changelog", "notice")


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
    hidden = any(part.startswith(".") for part in below.parts)
    if hidden or path.suffix == SIDECAR or path.stem.lower() in NOT_TRANSCRIPTS:
        return False
    return path.suffix != ".json" or b'"paragraphs"' in path.read_bytes()


def own_fields(path: Path) -> dict[str, str]:
    """What NAME.toml beside NAME.txt says of the event: title, date, venue … Raises UnreadableSource."""
    return _read(path.with_suffix(SIDECAR))


def series_fields(path: Path) -> dict[str, str]:
    """What series.toml in the file's folder says: name, institution, language … Raises UnreadableSource."""
    return _read(path.parent / SERIES_FILE)


def _read(path: Path) -> dict[str, str]:
    if not path.is_file():
        return {}
    try:
        return {key: str(value) for key, value in tomllib.loads(path.read_text(encoding="utf-8")).items()}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UnreadableSource(f"{path.name} beside it is not valid TOML ({error}). Mend or remove it.") from error
