"""Transcript ↔ canonical text: the markup that an editor reads and writes.

    Title: Press conference
    Date: 2024-04-04

    Good afternoon.

    @moderation #7k3m9x2a NATO Spokesperson: Thank you. Second row.

    Andrew Gray (Reuters): Thank you.

    A further paragraph of his.

A blank line ends the heading, then blank lines part paragraphs. A paragraph that begins with `Label: ` begins a turn.
So does one that begins with `@`: after it may stand the kind, `#` and the turn's id, and in braces what cannot be
inferred (`{speaker: …; role: …; affiliation: …; exchange: 3; start: 754.2}`), then the label and its colon;
`@note: (Laughter.)` has no label. A backslash takes the meaning from the character behind it.

What a turn does not say is inferred as for a source text: speaker, role and affiliation first, kinds from them,
exchanges from the kinds. `write` says just what inference would get wrong, so `parse(write(t)) == t` for every
transcript that `is_valid` accepts.
"""

from __future__ import annotations

from transcripts.text.formats.canonical_reading import is_canonical, parse
from transcripts.text.formats.canonical_writing import is_valid, write

__all__ = ["is_canonical", "is_valid", "parse", "write"]
