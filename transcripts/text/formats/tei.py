"""Transcript ↔ TEI, as ParlaMint and Parla-CLARIN write spoken proceedings.

Sources: https://clarin-eric.github.io/parla-clarin/ and https://tei-c.org/release/doc/tei-p5-doc/en/html/TS.html

`write` uses the standard's own elements alone: `u` with `who` for a person of the list, the label as a note of type
"speaker", kind and exchange as categories of a taxonomy, times on a timeline. `parse` reads that without inference, so
that `parse(write(t)) == t` for every transcript that canonical.is_valid accepts, and reads corpora that others wrote.
"""

from __future__ import annotations

from transcripts.text.formats.tei_reading import parse
from transcripts.text.formats.tei_writing import write

__all__ = ["parse", "write"]
