"""Whether two names as printed are names of one: compared as values, with a reason for the editor."""

from transcripts.text.naming.keys import name_key
from transcripts.text.naming.likeness import Likeness, Reason
from transcripts.text.naming.outlets import compare_outlets, outlet_clues
from transcripts.text.naming.people import compare_people, is_surname, person_clues

__all__ = [
    "Likeness",
    "Reason",
    "compare_outlets",
    "compare_people",
    "is_surname",
    "name_key",
    "outlet_clues",
    "person_clues",
]
