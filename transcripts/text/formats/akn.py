"""Transcript ↔ Akoma Ntoso 3.0, the form that parliaments exchange debates in.

Source: http://docs.oasis-open.org/legaldocml/akn-core/v1.0/akn-core-v1.0-part1-vocabulary.html

`write` gives a `debate` whose speeches say by whom, as what and, in attributes of our own namespace, what the standard
has no place for: kind, exchange, body spoken for, seconds from the start. `parse` reads that without any inference, so
that `parse(write(t)) == t` for every transcript that canonical.is_valid accepts, and reads debates that others wrote.
"""

from __future__ import annotations

from transcripts.text.formats.akn_reading import parse
from transcripts.text.formats.akn_writing import write

__all__ = ["parse", "write"]
