"""Source → Transcript: the heading, the labels, the people, the exchanges."""

from __future__ import annotations

from transcripts.text.parsing.documents import parse
from transcripts.text.parsing.sources import FORMATS, parse_source, recognise_source, source_text

__all__ = ["FORMATS", "parse", "parse_source", "recognise_source", "source_text"]
