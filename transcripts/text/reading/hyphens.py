"""A hyphen at the end of a line of plain text: did it break the word, or is it the word's own, or the speaker's?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

STEM = re.compile(r"([^\W\d_]{2,30})-$")
REST = re.compile(r"[^\W\d_]{2,30}")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
FEWEST = 3  # words known to be broken, which show that lines are broken so


class Hyphens:
    """The words of a document, by which a broken one is known: "govern-" and "ment" where "government" stands too."""

    def __init__(self, lines: Iterable[str]) -> None:
        shown = list(lines)
        ends = ((b.rstrip(), a) for b, a in pairwise(shown) if b.rstrip().endswith("-"))
        pairs = [parts for before, after in ends if (parts := _parts(before, after))]
        self.words = frozenset(WORD.findall("\n".join(shown).casefold())) if pairs else frozenset()
        self.usual = sum(f"{stem}{rest}" in self.words for stem, rest in pairs) >= FEWEST

    def joint(self, before: str, after: str) -> str:
        """What stands between two lines: nothing where the hyphen broke the word, "-" where it is the word's own.

        A word that nothing shows to be broken keeps its hyphen and the space behind it: " ".
        """
        parts = _parts(before, after) if before.endswith("-") else None
        if not parts:
            return " "
        stem, rest = parts
        if f"{stem}-{rest}" in self.words:
            return "-"
        return "" if self.usual or f"{stem}{rest}" in self.words else " "


def _parts(before: str, after: str) -> tuple[str, str] | None:
    stem, rest = STEM.search(before[-32:].rstrip()), REST.match(after.lstrip()[:32])
    return (stem[1].casefold(), rest[0]) if stem and rest and rest[0].islower() else None
