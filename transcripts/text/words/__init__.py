"""What transcripts are made of besides what was said, as data: one module a language."""

from transcripts.text.words.de import GERMAN
from transcripts.text.words.en import ENGLISH
from transcripts.text.words.es import SPANISH
from transcripts.text.words.fr import FRENCH
from transcripts.text.words.outlets import OUTLETS
from transcripts.text.words.vocabulary import Vocabulary, merge

__all__ = ["OUTLETS", "WORDS", "Vocabulary"]

WORDS = merge((ENGLISH, SPANISH, FRENCH, GERMAN))
