"""What was typed → nodes. Plain Python; never raises: what is no operator here is a word."""

from __future__ import annotations

import re

from transcripts.search.lexemes import Token, tokens
from transcripts.search.nodes import And, Node, Not, Or, Word
from transcripts.search.remarks import Remarks, gettext_noop

MAX_LENGTH = 1000
MAX_DEPTH = 30

TOO_LONG = gettext_noop("The search was longer than 1,000 characters: its beginning was searched.")
UNBALANCED_QUOTES = gettext_noop("A quotation mark had no partner and was left out.")
UNBALANCED_PARENTHESES = gettext_noop("The parentheses did not match and were left out.")
TOO_DEEP = gettext_noop("The parentheses were too deep and were left out.")
STRAY_OPERATOR = gettext_noop(
    "AND, OR and NOT stand before or between words; those that did not were searched as words."
)
NO_WORDS = gettext_noop("There were no words in the search, so these are all turns.")

_QUOTES = dict.fromkeys("“”„‟«»″〝〞「」『』＂", '"')
_APOSTROPHES = dict.fromkeys("‘’‚‛′´`ʼ＇", "'")
_DASHES = dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")
_TYPOGRAPHY = str.maketrans(_QUOTES | _APOSTROPHES | _DASHES)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_NO_TEXT = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def normalised(text: str) -> str:
    """With straight quotes, plain hyphens, single spaces, and without what cannot be seen."""
    visible = _NO_TEXT.sub(" ", _INVISIBLE.sub("", text))
    return " ".join(visible.translate(_TYPOGRAPHY).split())


def shortened(text: str) -> str:
    """At most MAX_LENGTH characters, cut between words."""
    if len(text) <= MAX_LENGTH:
        return text
    return text[: MAX_LENGTH + 1].rpartition(" ")[0] or text[:MAX_LENGTH]


def parse(text: str) -> tuple[Node | None, tuple[str, ...]]:
    """The node, None where there are no words, and notes for the reader. `text` is as `normalised` gives it."""
    remarks = Remarks()
    tidy = _tidied(_paired(tokens(_closed(text, remarks), remarks), remarks), remarks)
    node = _Reader(tidy).whole() if tidy else None
    if text and node is None:
        remarks.add(NO_WORDS)
    return node, remarks.all()


def _closed(text: str, remarks: Remarks) -> str:
    if text.count('"') % 2 == 0:
        return text
    remarks.add(UNBALANCED_QUOTES)
    before, _, after = text.rpartition('"')
    return f"{before} {after}"


def _paired(tokens: list[Token], remarks: Remarks) -> list[Token]:
    """Without parentheses where they do not match or go too deep; without those that hold nothing."""
    depths = [0]
    for token in tokens:
        depths.append(depths[-1] + (token.mark == "(") - (token.mark == ")"))
    if min(depths) < 0 or depths[-1] != 0:
        remarks.add(UNBALANCED_PARENTHESES)
    elif max(depths) > MAX_DEPTH:
        remarks.add(TOO_DEEP)
    else:
        return _without_empty(tokens)
    return [token for token in tokens if token.mark not in ("(", ")")]


def _without_empty(tokens: list[Token]) -> list[Token]:
    kept: list[Token] = []
    for token in tokens:
        if token.mark == ")" and kept and kept[-1].mark == "(":
            kept.pop()
        else:
            kept.append(token)
    return kept


def _tidied(tokens: list[Token], remarks: Remarks) -> list[Token]:
    """With operators only where they have operands; an operator without is a word, a minus without is nothing.

    What is left out may have been another's operand, so it goes on until nothing is.
    """
    while len(tidier := _tidier(tokens, remarks)) < len(tokens):
        tokens = tidier
    return tidier


def _tidier(tokens: list[Token], remarks: Remarks) -> list[Token]:
    tidy: list[Token] = []
    for token, following in zip(tokens, [*tokens[1:], None], strict=False):
        if token.mark in ("AND", "OR", "NOT") and not _has_operands(token, tidy[-1:], following):
            if token.text:
                remarks.add(STRAY_OPERATOR)
                tidy.append(Token(leaf=Word(token.text)))
        else:
            tidy.append(token)
    return tidy


def _has_operands(token: Token, before: list[Token], following: Token | None) -> bool:
    if following is None or not following.opens:
        return False
    return token.mark == "NOT" or (bool(before) and before[0].closes)


class _Reader:
    """Recursive descent over tidy tokens: or := and (OR and)*; and := not (AND? not)*; not := NOT* (leaf | group)."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._at = 0

    def whole(self) -> Node:
        return self._either()

    def _mark(self) -> str | None:
        return self._tokens[self._at].mark if self._at < len(self._tokens) else None

    def _take(self, mark: str) -> bool:
        taken = self._mark() == mark
        self._at += taken
        return taken

    def _either(self) -> Node:
        parts = [self._both()]
        while self._take("OR"):
            parts.append(self._both())
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def _both(self) -> Node:
        parts = [self._negated()]
        while self._take("AND") or self._mark() in ("", "(", "NOT"):
            parts.append(self._negated())
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def _negated(self) -> Node:
        negations = 0
        while self._take("NOT"):
            negations += 1
        operand = self._operand()
        return Not(operand) if negations % 2 else operand

    def _operand(self) -> Node:
        if self._take("("):
            inner = self._either()
            self._take(")")
            return inner
        leaf = self._tokens[self._at].leaf
        self._at += 1
        if leaf is None:  # tidy tokens have operands: this is a mistake in this module and not in the query
            raise AssertionError(self._tokens)
        return leaf
