"""Quote check: where words were really said, or the nearest to them, with what differs."""

from transcripts.search.quotes.checking import Answer, Checked, Place, Searched, Verdict, answer, check, searched
from transcripts.search.quotes.matching import Difference, Match, Stretch
from transcripts.search.quotes.pasted import LONGEST, Quotation

__all__ = [
    "LONGEST",
    "Answer",
    "Checked",
    "Difference",
    "Match",
    "Place",
    "Quotation",
    "Searched",
    "Stretch",
    "Verdict",
    "answer",
    "check",
    "searched",
]
