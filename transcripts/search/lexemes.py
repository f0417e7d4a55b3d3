"""What was typed → tokens: words, phrases, filters and operators, one by one. Plain Python; never raises."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from transcripts.search.nodes import And, Fuzzy, Near, Node, Pattern, Phrase, Prefix, Word
from transcripts.search.remarks import Remarks, gettext_noop
from transcripts.search.typed_filters import FILTER_NAMES, typed_filter
from transcripts.search.words import folded_pattern, folded_words

MIN_LETTERS = 2
MIN_FUZZY = 3
MOST_PATTERNS = 6
MOST_PHRASES = 12
MOST_FILTERS = 20

SHORT_PREFIX = gettext_noop("A beginning of a word with * needs at least two letters; it was searched as a word.")
SHORT_FUZZY = gettext_noop("A word with ~ needs at least three letters; it was searched as it stands.")
STRAY_STAR = gettext_noop(
    "A * or ? stands for letters of one word with at least two others; elsewhere it was left out."
)
TOO_MANY = gettext_noop(
    "There were more phrases, patterns or filters than one search can have: the last were searched as words."
)
UNKNOWN_FILTER = gettext_noop("A word before a colon was no filter and was searched as a word.")

_LEXEME = re.compile(
    r'(?P<minus>(?<![^\s(])-+(?=["(\w*?]))'
    r'|(?<![^\s(-])(?P<filter>[A-Za-z]+(?:-[A-Za-z]+)?):(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s()"]+))'
    r'|"(?P<phrase>[^"]*)"(?:~(?P<within>[0-9]{1,3})(?!\w))?'
    r"|(?P<paren>[()])"
    r'|(?P<word>[^\s()"]+)'
)
_FUZZY = re.compile(r"(?P<word>.*[^~])~(?P<edits>[12])?")


@dataclass(frozen=True, slots=True)
class Token:
    """`mark` is "(", ")", "AND", "OR" or "NOT"; empty for a leaf. `text` is what was typed."""

    mark: str = ""
    leaf: Node | None = None
    text: str = ""

    @property
    def opens(self) -> bool:
        """Whether an operand can begin here."""
        return self.mark in ("", "(", "NOT")

    @property
    def closes(self) -> bool:
        """Whether an operand can end here."""
        return self.mark in ("", ")")


def tokens(text: str, remarks: Remarks) -> list[Token]:
    """The tokens of a text in which every quotation mark has its partner."""
    return list(_Lexer(remarks).tokens(text))


class _Lexer:
    """Counts what costs an engine much, so that no query costs it more than it should."""

    def __init__(self, remarks: Remarks) -> None:
        self._remarks = remarks
        self._left = {"patterns": MOST_PATTERNS, "phrases": MOST_PHRASES, "filters": MOST_FILTERS}

    def tokens(self, text: str) -> Iterator[Token]:
        for match in _LEXEME.finditer(text):
            kind, matched = match.lastgroup, match.group()
            if kind == "minus":
                yield Token("NOT")
            elif kind == "paren" or matched in ("AND", "OR", "NOT"):
                yield Token(matched, text=matched)
            else:
                yield from (Token(leaf=leaf) for leaf in self._leaves(match))

    def _leaves(self, match: re.Match[str]) -> list[Node]:
        if match["filter"]:
            return self._filtered(match)
        if match["phrase"] is not None:
            return self._phrase(match["phrase"].strip(), match["within"])
        return self._word(match["word"])

    def _affords(self, what: str) -> bool:
        self._left[what] -= 1
        if self._left[what] < 0:
            self._remarks.add(TOO_MANY)
        return self._left[what] >= 0

    def _filtered(self, match: re.Match[str]) -> list[Node]:
        name, value = match["filter"].lower(), match["quoted"] if match["bare"] is None else match["bare"]
        if name not in FILTER_NAMES:
            self._remarks.add(UNKNOWN_FILTER)
            return _one(self._word(match["filter"]) + self._value(match))
        if not self._affords("filters"):
            return self._value(match)
        return [typed] if (typed := typed_filter(name, value, self._remarks)) else self._value(match)

    def _value(self, match: re.Match[str]) -> list[Node]:
        return self._word(match["bare"]) if match["bare"] is not None else self._phrase(match["quoted"], None)

    def _phrase(self, text: str, within: str | None) -> list[Node]:
        words = folded_words(text)
        if not words:
            return []
        if len(words) > 1 and not self._affords("phrases"):
            return _plain(text)
        if within and int(within) and len(set(words)) > 1:
            return [Near(text, int(within))]
        return [Phrase(text)]

    def _word(self, text: str) -> list[Node]:
        if not any(character.isalnum() for character in text):
            return []
        stripped = text.rstrip(".,;:!?'")
        if fuzzy := _FUZZY.fullmatch(stripped):
            return self._fuzzy(fuzzy["word"], fuzzy["edits"])
        if "*" in stripped or "?" in stripped:
            return self._pattern(stripped)
        if len(folded_words(text)) > 1 and not self._affords("phrases"):
            return _plain(text)
        return [Word(text)]

    def _fuzzy(self, text: str, edits: str | None) -> list[Node]:
        words = folded_words(text)
        if len(words) != 1 or len(words[0]) < MIN_FUZZY:
            self._remarks.add(SHORT_FUZZY)
            return _plain(text)
        if not self._affords("patterns"):
            return _plain(text)
        return [Fuzzy(text, int(edits) if edits else default_edits(words[0]))]

    def _pattern(self, text: str) -> list[Node]:
        """A beginning, or any other pattern of one word."""
        bare = text.rstrip("*")
        if "*" not in bare and "?" not in bare:
            return self._prefix(bare)
        pattern = folded_pattern(text)
        if pattern is None or sum(character.isalnum() for character in pattern) < MIN_LETTERS:
            self._remarks.add(STRAY_STAR)
            return _plain(text)
        return [Pattern(text)] if self._affords("patterns") else _plain(text)

    def _prefix(self, bare: str) -> list[Node]:
        if sum(character.isalnum() for character in bare) < MIN_LETTERS or not bare[-1].isalnum():
            self._remarks.add(SHORT_PREFIX)
            return _plain(bare)
        return [Prefix(bare)] if self._affords("patterns") else _plain(bare)


def default_edits(folded: str) -> int:
    """How many letters of a word may be wrong where nobody said."""
    return 1 if len(folded) < 6 else 2


def _plain(text: str) -> list[Node]:
    return _one([Word(word) for word in folded_words(text)])


def _one(leaves: list[Node]) -> list[Node]:
    """As one operand, so that what stands before them is of them all."""
    return leaves if len(leaves) < 2 else [And(tuple(leaves))]
