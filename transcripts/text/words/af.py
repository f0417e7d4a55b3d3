"""Afrikaans."""

from transcripts.text.words.vocabulary import Vocabulary

# Words in lines, as in a dictionary.
# fmt: off
AFRIKAANS = Vocabulary(
    askers=frozenset({"joernalis", "joernaliste"}),
    bystanders=frozenset({"tolk"}),
    honorifics=frozenset({"mnr", "mev", "mej", "adv"}),
    salutations=frozenset({"goeiemôre", "goeiemiddag", "goeienaand", "dames en here", "dankie"}),
    event_kinds={
        "nuuskonferensie": "press conference", "mediakonferensie": "press conference", "toespraak": "speech",
    },
    ends=frozenset({"einde"}),
)
# fmt: on
