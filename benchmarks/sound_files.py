"""One small press conference in every format that is read, made by the program's own writers and by hand."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date

import docx

from benchmarks.hostile_files import Named, pdf
from transcripts.text.formats import akn, canonical, csv, tei
from transcripts.text.formats import json as json_form
from transcripts.text.transcript import Transcript, Turn, TurnKind

ANSWER = "It is open to everybody who can walk, and shut to all who cannot swim; that is a matter of the tide, n° {}."
SPOKEN = [
    (f"Ruth Sandal (The Pier Post): Since when, for the {number}th time?", f"Ada Brill: {ANSWER.format(number)}")
    for number in range(1, 13)
]
LINES = ["Ada Brill: Good morning. " + ANSWER.format(0), *(line for pair in SPOKEN for line in pair)]


def transcript() -> Transcript:
    """The conference as a value."""
    turns = []
    for number, line in enumerate(LINES):
        label, _colon, said = line.partition(": ")
        kind = (TurnKind.ANSWER, TurnKind.QUESTION)[number % 2] if number else TurnKind.REMARKS
        turns.append(Turn(kind, (said,), label, exchange=(number + 1) // 2 or None))
    return Transcript(
        "Press conference on the pier",
        date=date(2011, 3, 3),
        language="en",
        kind="press conference",
        turns=tuple(turns),
    )


def sound_files() -> Iterator[Named]:
    """Name and bytes in each format."""
    made = transcript()
    yield "sound.txt", _text().encode()
    yield "sound-utf-16.txt", _text().encode("utf-16")
    yield "sound.html", _page().encode()
    yield "sound.docx", _word()
    yield "sound.pdf", pdf([_content(LINES[:13]), _content(LINES[13:])])
    yield "sound.vtt", f"WEBVTT\n\n{_cues('.')}".encode()
    yield "sound.srt", _cues(",").encode()
    yield "sound.csv", csv.write(made).encode()
    yield "sound.json", json_form.write(made).encode()
    yield "sound-canonical.txt", canonical.write(made).encode()
    yield "sound-akn.xml", akn.write(made).encode()
    yield "sound-tei.xml", tei.write(made).encode()


def _text() -> str:
    return "\n\n".join(["Press conference on the pier", "3 March 2011", *LINES])


def _page() -> str:
    said = "".join(f"<p><b>{label}:</b>{text}</p>" for label, _colon, text in (line.partition(":") for line in LINES))
    return f"<!doctype html><html lang=en><body><h1>Press conference on the pier</h1><main>{said}</main></body></html>"


def _word() -> bytes:
    document, out = docx.Document(), io.BytesIO()
    for line in ["Press conference on the pier", "3 March 2011", *LINES]:
        document.add_paragraph(line)
    document.save(out)
    return out.getvalue()


def _content(lines: list[str]) -> str:
    shown = (line.replace("\N{DEGREE SIGN}", "").replace("(", r"\(").replace(")", r"\)") for line in lines)
    return "".join(f"BT /F1 8 Tf 50 {780 - 20 * row} Td ({line}) Tj ET " for row, line in enumerate(shown))


def _cues(comma: str) -> str:
    times = (f"00:{n:02}:00{comma}000 --> 00:{n:02}:05{comma}000" for n in range(len(LINES)))
    return "".join(f"{n}\n{when}\n{line}\n\n" for n, (when, line) in enumerate(zip(times, LINES, strict=True), start=1))
