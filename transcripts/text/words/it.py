"""Italian."""

from transcripts.text.words.vocabulary import Vocabulary

# Words in lines, as in a dictionary.
# fmt: off
ITALIAN = Vocabulary(
    askers=frozenset({
        "domanda", "domande", "giornalista", "giornalisti", "cronista", "stampa", "intervistatore",
        "intervistatrice", "dal pubblico",
    }),
    answerers=frozenset({"risposta", "risposte"}),
    moderators=frozenset({
        "moderatore", "moderatrice", "la moderatrice", "il moderatore", "presentatore", "presentatrice",
        "conduttore", "conduttrice",
    }),
    bystanders=frozenset({"interprete", "traduttore", "traduttrice", "voce", "voci", "pubblico"}),
    offices=frozenset({
        "presidente", "presidentessa", "ministro", "ministra", "sottosegretario", "sottosegretaria", "segretario",
        "segretaria", "portavoce", "sindaco", "sindaca", "commissario", "commissaria", "ambasciatore",
        "ambasciatrice", "direttore", "direttrice", "governatore", "governatrice", "assessore", "assessora",
        "prefetto", "cancelliere", "senatore", "senatrice", "deputato", "deputata", "generale", "questore",
    }),
    office_tails=frozenset({
        "del consiglio", "della repubblica", "degli esteri", "dell'interno", "della difesa", "dell'economia",
    }),
    moderating_offices=frozenset({"portavoce", "moderatore", "moderatrice"}),
    presiding=frozenset({
        "presidente", "vicepresidente",
    }),
    manners=frozenset({
        "tramite interprete", "traduzione", "in collegamento",
    }),
    honorifics=frozenset({"sig", "sig.ra", "dott", "dott.ssa", "avv", "on", "ing", "signor", "signora"}),
    particles=frozenset({"dell'", "dei", "degli", "delle", "dello", "nel", "d'"}),
    no_labels=frozenset({
        "oggetto", "argomento", "argomenti", "contatto", "contatti", "data", "luogo", "nota", "note", "titolo",
        "sottotitolo", "fonte", "lingua", "esempio", "per esempio", "aggiornamento", "ufficio stampa", "articolo",
        "sezione", "capitolo", "passo", "parte", "tabella", "allegato", "giorno", "punto", "comma",
    }),
    sentence_words=frozenset({
        "sono", "era", "che", "questo", "questa", "perché", "come", "mio", "mia", "noi", "voi", "io", "lui", "lei",
        "anche", "c'è", "cosa",
    }),
    statuses=frozenset({
        "trascrizione", "fa fede il testo pronunciato", "testo non rivisto", "resoconto stenografico",
    }),
    updated=frozenset({"aggiornato", "ultimo aggiornamento", "ultima modifica", "modificato"}),
    releases=frozenset({"pubblicato", "data di pubblicazione"}),
    fields={
        "titolo": "title", "sottotitolo": "subtitle", "data": "date", "luogo": "venue", "fonte": "source",
        "lingua": "language", "ultimo aggiornamento": "updated",
    },
    event_kinds={
        "conferenza stampa": "press conference", "punto stampa": "briefing", "intervista": "interview",
        "dibattito": "debate", "seduta": "debate", "discorso": "speech",
        "dichiarazioni": "remarks", "dichiarazione": "remarks",
    },
    venues=frozenset({"sala", "palazzo", "sede", "ministero", "municipio", "teatro", "piazza", "aula"}),
    prefaces=frozenset({"di seguito", "trascrizione di", "trascrizione della"}),
    principals=frozenset({"di", "del", "della", "con"}),
    salutations=frozenset({
        "buongiorno", "buonasera", "buon pomeriggio", "signore e signori", "grazie", "cari", "gentili", "benvenuti",
    }),
    hand_overs=frozenset({"prego", "ultima domanda", "prossima domanda", "prima domanda", "la parola a", "a lei"}),
    follow_ups=frozenset({"ma", "quindi", "allora", "anche", "scusi"}),
    interjections=frozenset({"sì", "no", "grazie", "prego", "bene", "allora", "certo"}),
    weekdays=frozenset({"lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"}),
    trades=frozenset({"corrispondente", "giornalista", "inviato", "inviata", "cronista"}),
    media=frozenset({"giornale", "quotidiano", "rivista", "agenzia", "telegiornale"}),
    introductions=frozenset({"sono", "mi chiamo"}),
    ends=frozenset({"fine", "fine della trascrizione"}),
    closings=frozenset({"leggi anche", "vedi anche", "ufficio stampa", "per maggiori informazioni"}),
    inaudible=frozenset({"incomprensibile", "inudibile", "fuori microfono"}),
    reactions=frozenset({"risate", "applausi", "ride", "pausa", "silenzio"}),
)
# fmt: on
