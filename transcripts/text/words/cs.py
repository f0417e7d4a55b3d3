"""Czech, with what Slovak writes otherwise."""

from transcripts.text.words.vocabulary import Vocabulary

# Words in lines, as in a dictionary.
# fmt: off
CZECH = Vocabulary(
    askers=frozenset({
        "otázka", "dotaz", "novinář", "novinářka", "redaktor", "redaktorka", "novinár", "novinárka", "dotaz z pléna",
    }),
    answerers=frozenset({"odpověď", "odpoveď"}),
    moderators=frozenset({"moderátor", "moderátorka", "předsedající", "predsedajúci"}),
    bystanders=frozenset({"tlumočník", "tlumočnice", "tlmočník"}),
    offices=frozenset({
        "ministr", "ministryně", "premiér", "premiérka", "prezident", "prezidentka", "předseda", "předsedkyně",
        "mluvčí", "velvyslanec", "ředitel", "ředitelka", "hejtman", "primátor", "náměstek", "náměstkyně", "guvernér",
        "predseda", "predsedníčka", "ministerka", "hovorca", "hovorkyňa", "riaditeľ",
    }),
    moderating_offices=frozenset({"mluvčí", "hovorca", "hovorkyňa", "moderátor", "moderátorka"}),
    honorifics=frozenset({"pán", "paní", "ing", "mgr", "judr", "mudr", "phdr"}),
    no_labels=frozenset({"téma", "témata", "místo", "miesto", "zdroj", "poznámka", "například", "napríklad"}),
    sentence_words=frozenset({"jsem", "jsme", "jsou", "byl", "byla", "že", "ale", "protože", "som", "sme", "sú"}),
    statuses=frozenset({"autorizovaný přepis", "přepis", "prepis"}),
    fields={"místo": "venue", "zdroj": "source"},
    event_kinds={
        "tisková konference": "press conference", "tiskové konference": "press conference",
        "tlačová konferencia": "press conference", "tlačovej konferencie": "press conference", "rozhovor": "interview",
        "projev": "speech", "prejav": "speech", "prohlášení": "remarks", "vyhlásenie": "remarks",
    },
    salutations=frozenset({
        "dobrý den", "dobré ráno", "dobré odpoledne", "dobrý večer", "dámy a pánové", "vážené", "vážení", "děkuji",
        "dobrý deň", "ďakujem",
    }),
    thanks=frozenset({"děkuji", "děkuju", "ďakujem"}),
    hand_overs=frozenset({"poslední otázka", "první otázka", "další otázka", "posledná otázka", "nech sa páči"}),
    weekdays=frozenset({"pondělí", "úterý", "středa", "čtvrtek", "pátek", "neděle", "pondelok", "utorok", "streda"}),
    media=frozenset({"noviny", "deník", "televize", "rozhlas", "agentura"}),
    inaudible=frozenset({"nesrozumitelné", "není slyšet"}),
    reactions=frozenset({"smích", "potlesk"}),
)
# fmt: on
