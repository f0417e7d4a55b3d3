"""Bytes → characters: which encoding, and what is no text at all."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from transcripts.text.transcript import ParseWarning, UnreadableSource

# The longer marks come first: UTF-32's begins with UTF-16's.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SAMPLE = 65536
FEWEST_ZEROS = 4
MOST_BLOCKS = 6
WESTERN = ["cp1252", "cp1250", "cp1254", "cp1257", "mac_roman"]
HIGH_RUNS = re.compile(rb"[\x80-\xff]+")
BINARY = "This is not text but a binary file. Save the transcript as plain text and try again."
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f]")


def decode_text(data: bytes, declared: str = "") -> tuple[str, tuple[ParseWarning, ...]]:
    """The text with "\\n" for every line end, and a warning where the encoding is a guess.

    `declared` is the encoding that the source itself names; a byte order mark and sound UTF-8 win over it.
    Raises UnreadableSource for what is empty or binary.
    """
    text, warnings = _characters(data, declared)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise UnreadableSource("The file is empty. Choose a file that holds the transcript.")
    return _without_controls(text, warnings)


def _characters(data: bytes, declared: str) -> tuple[str, tuple[ParseWarning, ...]]:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding), ()
    if b"\0" in data:
        return _without_mark(data)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _declared(data, declared) or _guessed(data)


def _declared(data: bytes, encoding: str) -> tuple[str, tuple[ParseWarning, ...]] | None:
    try:
        return (data.decode(encoding), ()) if encoding else None
    except (UnicodeDecodeError, LookupError):
        return None


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableSource(
            f"The file begins like {encoding.upper()} text and is broken at byte {error.start}. Save it again as UTF-8."
        ) from error


def _without_mark(data: bytes) -> tuple[str, tuple[ParseWarning, ...]]:
    """UTF-16 without its mark: one half of its units is zero, in Latin text nearly always, in all else for spaces."""
    halves = (data[:SAMPLE:2].count(0), data[1:SAMPLE:2].count(0))
    fewer, more = sorted(halves)
    if more < FEWEST_ZEROS or more * 40 < min(len(data), SAMPLE) or fewer * 20 > more:
        raise UnreadableSource(BINARY)
    encoding = "utf-16-be" if halves[0] > halves[1] else "utf-16-le"
    if more * 5 < min(len(data), SAMPLE) and not _is_of_one_script(data[:SAMPLE].decode(encoding, "replace")):
        raise UnreadableSource(BINARY)
    return _strictly(data, encoding), (_guess_warning(encoding),)


def _is_of_one_script(text: str) -> bool:
    """Whether the characters stand in few blocks of 256, as those of all scripts do but for the largest."""
    return len({ord(character) >> 8 for character in text}) <= MOST_BLOCKS


def _guess_warning(encoding: str) -> ParseWarning:
    message = f"The encoding is a guess: {encoding}. Check names and quotation marks, or save the file as UTF-8."
    return ParseWarning(0, "encoding-guessed", message)


def _guessed(data: bytes) -> tuple[str, tuple[ParseWarning, ...]]:
    encoding = _likely_encoding(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        # Latin-1 has a character for each byte, so nothing is lost before a person has looked.
        encoding, text = "latin-1", data.decode("latin-1")
    return text, (_guess_warning(encoding),)


def _likely_encoding(data: bytes) -> str:
    """charset-normalizer's answer; Windows-1252 where that is as likely, since it is what most old files are."""
    first = next(index for index, byte in enumerate(data) if byte > 127)
    sample = data[max(0, first - SAMPLE // 2) : first + SAMPLE // 2]
    matches = from_bytes(sample, cp_isolation=WESTERN if _stands_alone(sample) else None)
    best = matches.best()
    if best is None:
        raise UnreadableSource("This is not text in any known encoding. Save the transcript as UTF-8 and try again.")
    likely = [match for match in matches if match.chaos <= best.chaos]
    return "cp1252" if any("cp1252" in match.could_be_from_charset for match in likely) else best.encoding


def _stands_alone(sample: bytes) -> bool:
    """Whether bytes beyond ASCII come singly, as accents do among Latin letters, and not in runs as other scripts'."""
    runs = HIGH_RUNS.findall(sample)
    return sum(len(run) == 1 for run in runs) >= len(runs) * 0.5


def _without_controls(text: str, warnings: tuple[ParseWarning, ...]) -> tuple[str, tuple[ParseWarning, ...]]:
    controls = len(CONTROLS.findall(text))
    if not controls:
        return text, warnings
    if "\0" in text or controls * 100 > len(text):
        raise UnreadableSource(BINARY)
    message = f"{controls} invisible control characters were left out. Check the text around them."
    return CONTROLS.sub("", text), (*warnings, ParseWarning(0, "control-characters", message))
