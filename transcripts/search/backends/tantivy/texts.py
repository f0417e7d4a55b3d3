"""The words of indexed texts, read from where tantivy keeps them."""

from __future__ import annotations

from tantivy import DocAddress

from transcripts.search.backends.tantivy.snapshot import Snapshot


def text_of(snapshot: Snapshot, address: DocAddress) -> str:
    """Folded words, as terms, with a space between."""
    return str(snapshot.searcher.doc(address).get_first("exact") or "")


def words_of(snapshot: Snapshot, address: DocAddress) -> list[str]:
    """Folded, in order, as terms."""
    return text_of(snapshot, address).split(" ")
