"""Lithuanian, Latvian and Estonian."""

from transcripts.text.words.vocabulary import Vocabulary

# Words in lines, as in a dictionary.
# fmt: off
BALTIC = Vocabulary(
    askers=frozenset({
        "žurnalistas", "žurnalistė", "žurnalistai", "klausimas", "žurnālists", "žurnāliste", "jautājums", "ajakirjanik",
        "küsimus",
    }),
    answerers=frozenset({"atsakymas", "atbilde", "vastus"}),
    moderators=frozenset({"moderatorius", "moderatorė", "vedėjas", "vedėja", "moderators", "moderatore",
    "modereerija"}),
    bystanders=frozenset({"vertėjas", "vertėja", "tulks", "tõlk"}),
    offices=frozenset({
        "ministras", "ministrė", "pirmininkas", "pirmininkė", "prezidentas", "prezidentė", "atstovas", "atstovė",
        "ministrs", "ministre", "prezidents", "prezidente", "premjers", "peaminister", "välisminister",
        "pressiesindaja",
    }),
    moderating_offices=frozenset({"atstovas", "atstovė", "pressiesindaja"}),
    no_labels=frozenset({"vieta", "šaltinis", "pastaba", "pavyzdžiui", "datums", "avots", "kuupäev", "allikas"}),
    event_kinds={
        "spaudos konferencija": "press conference", "preses konference": "press conference",
        "pressikonverents": "press conference", "interviu": "interview", "intervija": "interview", "kalba": "speech",
        "runa": "speech", "kõne": "speech",
    },
    salutations=frozenset({
        "laba diena", "labas rytas", "labas vakaras", "labdien", "labrīt", "tere", "ačiū", "paldies", "aitäh",
        "gerbiami",
    }),
    thanks=frozenset({"ačiū", "paldies", "aitäh"}),
    hand_overs=frozenset({"paskutinis klausimas", "pēdējais jautājums", "viimane küsimus"}),
    reactions=frozenset({"juokas", "plojimai", "smiekli", "naer"}),
)
# fmt: on
