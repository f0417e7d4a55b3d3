"""What a query's reader is told. Plain Python."""

from __future__ import annotations


def gettext_noop(message: str) -> str:
    """Mark a sentence for translation, which whoever shows it does: this module knows no Django."""
    return message


class Remarks:
    """Sentences for the reader, each once, in the order in which they came up."""

    def __init__(self) -> None:
        self._sentences: dict[str, None] = {}

    def add(self, sentence: str) -> None:
        self._sentences[sentence] = None

    def all(self) -> tuple[str, ...]:
        return tuple(self._sentences)
