"""German."""

from transcripts.text.words.vocabulary import Vocabulary

# Words in lines, as in a dictionary.
# fmt: off
GERMAN = Vocabulary(
    askers=frozenset({
        "frage", "fragen", "zusatzfrage", "zusatz", "nachfrage", "journalist", "journalistin", "presse", "zuruf",
    }),
    answerers=frozenset({"antwort"}),
    moderators=frozenset({"moderator", "moderatorin", "vorsitzender", "vorsitzende", "vors."}),
    bystanders=frozenset({"dolmetscher", "dolmetscherin", "übersetzer", "übersetzerin"}),
    voices=frozenset({
        "sprecherstimme", "stimme aus dem off", "einspieler",
    }),
    offices=frozenset({
        "präsident", "präsidentin", "bundespräsident", "bundespräsidentin", "minister", "ministerin",
        "bundesminister", "bundesministerin", "kanzler", "kanzlerin", "bundeskanzler", "bundeskanzlerin",
        "staatssekretär", "staatssekretärin", "generalsekretär", "generalsekretärin", "sprecher", "sprecherin",
        "regierungssprecher", "regierungssprecherin", "kommissar", "kommissarin", "botschafter", "botschafterin",
        "direktor", "direktorin", "bürgermeister", "bürgermeisterin", "oberbürgermeister", "oberbürgermeisterin",
        "leiter", "leiterin", "vorsitzender", "vorsitzende", "ministerpräsident", "ministerpräsidentin", "senator",
        "senatorin",
    }),
    office_tails=frozenset({"des auswärtigen", "des innern", "der finanzen", "der verteidigung"}),
    office_starts=frozenset({"ehemaliger", "ehemalige", "stellvertretender", "stellvertretende"}),
    moderating_offices=frozenset({
        "sprecher", "sprecherin", "moderator", "moderatorin", "regierungssprecher", "vorsitzender", "vorsitzende",
    }),
    presiding=frozenset({
        "präsident", "präsidentin", "vizepräsident", "vizepräsidentin", "vorsitzender", "vorsitzende",
        "alterspräsident",
    }),
    manners=frozenset({
        "übersetzt", "übersetzung", "dolmetscher", "per video", "zugeschaltet", "fortsetzung", "auf englisch",
    }),
    honorifics=frozenset({
        "herr", "frau", "dr", "prof", "sts", "stsin", "sts'in", "sts’in", "bk",
        "bk'in", "bk’in", "bm", "bm'in", "bm’in",
        "pm'in", "pm’in", "mp'in", "mp’in",
    }),
    particles=frozenset({"der", "die", "das", "vom", "im", "am", "beim"}),
    no_labels=frozenset({
        "betreff", "thema", "themen", "kontakt", "datum", "ort", "hinweis", "titel", "untertitel", "quelle", "sprache",
        "stand", "zum beispiel", "beispiel", "status", "artikel", "abschnitt", "kapitel", "absatz", "schritt", "teil",
        "abbildung", "tabelle", "anhang", "tag", "punkt", "anlage", "paragraf",
    }),
    sentence_words=frozenset({
        "ist", "sind", "war", "dass", "aber", "weil", "wenn", "wie", "mein", "meine", "ich", "wir", "sie", "es",
        "nicht", "folgende", "folgendes",
    }),
    statuses=frozenset({"es gilt das gesprochene wort", "mitschrift", "protokoll", "wortprotokoll", "unkorrigiert"}),
    updated=frozenset({"zuletzt aktualisiert", "aktualisiert", "letzte änderung", "geändert"}),
    releases=frozenset({"veröffentlicht", "erschienen", "veröffentlichungsdatum"}),
    fields={
        "sprecher": "creators",
        "titel": "title", "untertitel": "subtitle", "datum": "date", "ort": "venue", "quelle": "source",
        "sprache": "language", "zuletzt aktualisiert": "updated", "aktualisiert": "updated",
    },
    event_kinds={
        "pressekonferenz": "press conference", "regierungspressekonferenz": "press conference",
        "pressebriefing": "briefing", "interview": "interview", "debatte": "debate", "rede": "speech",
        "ansprache": "speech", "pressestatement": "remarks", "erklärung": "remarks",
    },
    venues=frozenset({
        "saal", "rathaus", "haus", "kanzleramt", "bundeskanzleramt", "ministerium", "schloss", "halle",
    }),
    prefaces=frozenset({"im folgenden", "mitschrift der"}),
    principals=frozenset({"von", "mit", "der", "des"}),
    salutations=frozenset({
        "guten morgen", "guten tag", "guten abend", "meine damen und herren", "sehr geehrte", "liebe", "danke",
        "vielen dank", "herzlich willkommen",
    }),
    thanks=frozenset({"danke", "vielen dank", "dankeschön"}),
    hand_overs=frozenset({
        "bitte schön", "nächste frage", "letzte frage", "sie haben das wort", "das wort hat", "bitte,",
    }),
    follow_ups=frozenset({"und", "aber", "also", "noch eine nachfrage", "nachfrage", "zusatzfrage"}),
    seconds=frozenset({
        "zweite frage", "zweitens", "meine andere frage", "meine zweite",
    }),
    interjections=frozenset({
        "ja", "nein", "danke", "gut", "genau", "vielen", "doch", "bitte", "richtig", "nie", "niemand", "nichts",
        "vielleicht", "weiter", "hallo", "eben", "klar", "stimmt", "so", "jetzt", "beide", "keiner",
    }),
    continuers=frozenset({"zusatzfrage", "zusatz", "nachfrage"}),
    weekdays=frozenset({"montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"}),
    links=frozenset({"von", "vom", "für"}),
    trades=frozenset({
        "korrespondent", "korrespondentin", "journalist", "journalistin", "reporter", "reporterin", "redakteur",
        "redakteurin",
    }),
    media=frozenset({
        "zeitung", "zeitschrift", "nachrichtenagentur",
    }),
    introductions=frozenset({"ich bin", "mein name ist"}),
    ends=frozenset({"ende", "ende der mitschrift"}),
    closings=frozenset({"siehe auch", "weitere informationen", "pressekontakt", "mehr zum thema"}),
    inaudible=frozenset({"unverständlich", "akustisch unverständlich", "ohne mikrofon"}),
    reactions=frozenset({"lachen", "heiterkeit", "beifall", "applaus", "pause", "zuruf"}),
)
# fmt: on
