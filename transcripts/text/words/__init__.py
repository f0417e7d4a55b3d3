"""What transcripts are made of besides what was said, as data: one module a language."""

from transcripts.text.words.af import AFRIKAANS
from transcripts.text.words.ar import ARABIC
from transcripts.text.words.baltic import BALTIC
from transcripts.text.words.bg import BULGARIAN
from transcripts.text.words.cs import CZECH
from transcripts.text.words.de import GERMAN
from transcripts.text.words.el import GREEK
from transcripts.text.words.en import ENGLISH
from transcripts.text.words.es import SPANISH
from transcripts.text.words.fi import FINNISH
from transcripts.text.words.fr import FRENCH
from transcripts.text.words.he import HEBREW
from transcripts.text.words.hr import CROATIAN
from transcripts.text.words.hu import HUNGARIAN
from transcripts.text.words.id import INDONESIAN
from transcripts.text.words.it import ITALIAN
from transcripts.text.words.ja import JAPANESE
from transcripts.text.words.ko import KOREAN
from transcripts.text.words.nl import DUTCH
from transcripts.text.words.nordic import NORDIC
from transcripts.text.words.outlets import OUTLETS
from transcripts.text.words.pl import POLISH
from transcripts.text.words.pt import PORTUGUESE
from transcripts.text.words.ro import ROMANIAN
from transcripts.text.words.ru import RUSSIAN
from transcripts.text.words.titles import TITLES
from transcripts.text.words.tr import TURKISH
from transcripts.text.words.uk import UKRAINIAN
from transcripts.text.words.vi import VIETNAMESE
from transcripts.text.words.vocabulary import Vocabulary, merge
from transcripts.text.words.zh import CHINESE

__all__ = ["OUTLETS", "WORDS", "Vocabulary"]

# In Portuguese "entrevista coletiva" is no "entrevista", as it would be in Spanish: the surer words come first.
WESTERN = (ENGLISH, PORTUGUESE, SPANISH, FRENCH, GERMAN, ITALIAN, DUTCH, NORDIC, AFRIKAANS)
EASTERN = (UKRAINIAN, RUSSIAN, POLISH, GREEK, JAPANESE, CHINESE, ARABIC)
MORE = (
    BALTIC, BULGARIAN, CROATIAN, CZECH, FINNISH, HEBREW, HUNGARIAN, INDONESIAN, KOREAN, ROMANIAN, TURKISH, VIETNAMESE,
)  # fmt: skip
WORDS = merge((*WESTERN, *EASTERN, *MORE, TITLES))
