"""Files of a folder by their paths: which are transcripts, and which say something of the transcripts beside them."""

from __future__ import annotations

import tomllib
from pathlib import PurePath
from typing import TypeVar

from transcripts.text.transcript import UnreadableSource

SIDECAR = ".toml"
SERIES_FILE = "series.toml"
NOT_TRANSCRIPTS = ("readme", "license", "copying", "changelog", "notice")

APath = TypeVar("APath", bound=PurePath)


def may_be_transcript(path: PurePath) -> bool:
    """By its path below the folder that was given: no sidecar, nothing hidden, no note such as README.md."""
    hidden = any(part.startswith(".") for part in path.parts)
    return not hidden and not is_sidecar(path) and path.stem.lower() not in NOT_TRANSCRIPTS


def is_sidecar(path: PurePath) -> bool:
    return path.suffix.lower() == SIDECAR


def is_other_json(path: PurePath, data: bytes) -> bool:
    """JSON that holds no transcript, such as the list of files that a downloader leaves behind."""
    return path.suffix.lower() == ".json" and b'"paragraphs"' not in data


def own_sidecar(path: APath) -> APath:
    """Where NAME.toml is that says what NAME.txt does not: title, date, venue …"""
    return path.with_suffix(SIDECAR)


def series_sidecar(path: APath) -> APath:
    """Where the series.toml is that says which series the files of a folder belong to: name, institution …"""
    return path.with_name(SERIES_FILE)


def parse_sidecar(data: bytes, name: str) -> dict[str, str]:
    """Its fields as text. Raises UnreadableSource where it is not TOML (https://toml.io/en/v1.0.0)."""
    try:
        return {key: str(value) for key, value in tomllib.loads(data.decode("utf-8-sig")).items()}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UnreadableSource(f"{name} beside it is not valid TOML ({error}). Mend or remove it.") from error
