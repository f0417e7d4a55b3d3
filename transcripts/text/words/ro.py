"""Romanian."""

from transcripts.text.words.vocabulary import Vocabulary

# Words in lines, as in a dictionary.
# fmt: off
ROMANIAN = Vocabulary(
    askers=frozenset({"întrebare", "jurnalist", "jurnalistă", "ziarist", "ziaristă", "reporter", "presa"}),
    answerers=frozenset({"răspuns"}),
    moderators=frozenset({"moderator", "moderatoare", "purtător de cuvânt"}),
    bystanders=frozenset({"traducător", "interpret", "traducere"}),
    offices=frozenset({
        "președintele", "președinte", "ministrul", "ministru", "ministra", "premierul", "purtătorul", "purtător",
        "secretarul", "ambasadorul", "primarul", "guvernatorul", "prim-ministrul", "prim-ministru",
    }),
    office_tails=frozenset({"de cuvânt"}),
    moderating_offices=frozenset({"purtător", "purtătorul", "moderator"}),
    honorifics=frozenset({"domnul", "doamna", "dl", "dna"}),
    no_labels=frozenset({"subiect", "dată", "loc", "sursă", "notă", "exemplu", "de exemplu"}),
    sentence_words=frozenset({"este", "sunt", "că", "dar", "pentru", "acest", "această"}),
    fields={"sursă": "source", "dată": "date"},
    event_kinds={
        "conferință de presă": "press conference", "conferința de presă": "press conference",
        "briefing de presă": "briefing", "declarații de presă": "remarks", "declarație de presă": "remarks",
        "interviu": "interview", "discursul": "speech", "discurs": "speech",
    },
    salutations=frozenset({
        "bună ziua", "bună seara", "bună dimineața", "doamnelor și domnilor", "mulțumesc", "stimați",
    }),
    thanks=frozenset({"mulțumesc", "mulțumim"}),
    hand_overs=frozenset({"ultima întrebare", "prima întrebare", "următoarea întrebare", "vă rog"}),
    weekdays=frozenset({"luni", "marți", "miercuri", "joi", "vineri", "sâmbătă", "duminică"}),
    reactions=frozenset({"râsete", "aplauze"}),
)
# fmt: on
