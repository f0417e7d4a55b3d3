"""Finnish."""

from transcripts.text.words.vocabulary import Vocabulary

# Words in lines, as in a dictionary.
# fmt: off
FINNISH = Vocabulary(
    askers=frozenset({"kysymys", "toimittaja", "kysyjä", "haastattelija"}),
    answerers=frozenset({"vastaus"}),
    moderators=frozenset({"juontaja", "puheenjohtaja", "moderaattori"}),
    bystanders=frozenset({"tulkki"}),
    offices=frozenset({
        "ministeri", "pääministeri", "ulkoministeri", "valtiovarainministeri", "puolustusministeri", "presidentti",
        "tiedottaja", "suurlähettiläs", "johtaja", "pääjohtaja", "kaupunginjohtaja",
    }),
    moderating_offices=frozenset({"tiedottaja", "juontaja"}),
    no_labels=frozenset({"aihe", "päivämäärä", "paikka", "lähde", "huomautus", "esimerkki", "esimerkiksi"}),
    sentence_words=frozenset({"että", "mutta", "koska", "tämä", "olen", "olemme"}),
    fields={"aihe": "title", "päivämäärä": "date", "paikka": "venue", "lähde": "source"},
    event_kinds={
        "tiedotustilaisuus": "press conference", "lehdistötilaisuus": "press conference", "haastattelu": "interview",
        "puhe": "speech", "lausunto": "remarks",
    },
    salutations=frozenset({"hyvää päivää", "hyvää huomenta", "hyvää iltaa", "hyvät", "kiitos", "tervetuloa"}),
    thanks=frozenset({"kiitos"}),
    hand_overs=frozenset({"viimeinen kysymys", "ensimmäinen kysymys", "seuraava kysymys", "ole hyvä"}),
    weekdays=frozenset({"maanantai", "tiistai", "keskiviikko", "torstai", "perjantai", "lauantai", "sunnuntai"}),
    reactions=frozenset({"naurua", "suosionosoituksia"}),
)
# fmt: on
