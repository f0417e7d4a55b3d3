"""French."""

from transcripts.text.words.vocabulary import Vocabulary

# Words in lines, as in a dictionary.
# fmt: off
FRENCH = Vocabulary(
    askers=frozenset({"question", "questions", "journaliste", "journalistes", "presse", "la presse"}),
    answerers=frozenset({"réponse", "r", "r."}),
    moderators=frozenset({
        "modérateur", "modératrice", "le modérateur", "la modératrice", "animateur", "animatrice", "l'animateur",
        "l'animatrice", "présentateur", "présentatrice", "le président de séance", "la présidente de séance",
    }),
    bystanders=frozenset({"interprète", "traducteur", "traductrice", "intervenant", "intervenante"}),
    voices=frozenset({
        "voix off", "voix hors champ", "voix d'homme", "voix de femme", "narrateur", "narratrice",
    }),
    offices=frozenset({
        "président", "présidente", "ministre", "secrétaire", "général", "générale", "porte-parole", "commissaire",
        "ambassadeur", "ambassadrice", "directeur", "directrice", "maire", "gouverneur", "chef", "cheffe", "préfet",
        "préfète", "chancelier", "chancelière", "conseiller", "conseillère", "sénateur", "sénatrice", "député",
        "députée", "roi", "reine", "premier", "première",
    }),
    office_tails=frozenset({
        "de la république", "d'état", "des affaires étrangères", "de la défense", "de l'intérieur",
    }),
    office_starts=frozenset({"ancien", "ancienne"}),
    moderating_offices=frozenset({"porte-parole", "modérateur", "modératrice"}),
    presiding=frozenset({
        "président", "présidente", "vice-président", "vice-présidente",
    }),
    manners=frozenset({
        "par interprète", "interprétation", "traduction", "suite", "hors micro", "par téléphone", "en visioconférence",
    }),
    honorifics=frozenset({"m", "mme", "mlle", "me", "monsieur", "madame"}),
    particles=frozenset({"l'", "à", "d’", "l’"}),
    no_labels=frozenset({
        "objet", "sujet", "sujets", "thème", "thèmes", "contact presse", "lieu", "date", "note", "titre", "sous-titre",
        "source", "langue", "mise à jour", "par exemple", "exemple", "statut", "chapitre", "alinéa", "étape", "partie",
        "tableau", "annexe", "acte", "scène", "point", "jour",
    }),
    sentence_words=frozenset({
        "est", "sont", "était", "que", "qui", "quoi", "ceci", "cela", "mais", "parce", "comme", "mon", "ma", "mes",
        "nous", "vous", "je", "il", "elle", "ils", "c'est", "c’est", "suivante", "suivant", "ce", "cette",
    }),
    statuses=frozenset({"seul le prononcé fait foi", "transcription", "verbatim", "sous réserve"}),
    updated=frozenset({"mis à jour", "mise à jour", "dernière mise à jour", "modifié"}),
    releases=frozenset({"publié", "mis en ligne", "date de publication", "diffusé"}),
    fields={
        "titre": "title", "sous-titre": "subtitle", "lieu": "venue", "langue": "language", "mise à jour": "updated",
        "dernière mise à jour": "updated", "mis à jour": "updated", "statut": "status",
    },
    event_kinds={
        "conférence de presse": "press conference", "point de presse": "briefing", "entretien": "interview",
        "interview": "interview", "débat": "debate", "discours": "speech", "allocution": "speech",
        "déclaration": "remarks",
    },
    venues=frozenset({"salle", "siège", "palais", "hôtel", "ministère", "place", "maison", "gare", "mairie", "port"}),
    prefaces=frozenset({"voici", "transcription de"}),
    principals=frozenset({"par", "de", "du", "avec"}),
    salutations=frozenset({"bonjour", "bonsoir", "mesdames et messieurs", "mesdames", "merci", "chers", "chères"}),
    thanks=frozenset({"merci"}),
    hand_overs=frozenset({
        "la parole est à", "question suivante", "dernière question", "première question", "allez-y", "à vous",
        "je vous en prie", "une question de",
    }),
    follow_ups=frozenset({"et", "mais", "donc", "alors", "aussi", "une relance", "juste pour"}),
    seconds=frozenset({
        "deuxième question", "deuxièmement", "ma deuxième", "seconde question", "mon autre question",
    }),
    interjections=frozenset({
        "oui", "non", "merci", "bonjour", "pardon", "bien", "alors", "exactement", "jamais", "rien", "personne",
        "voilà", "absolument", "bonsoir", "madame", "monsieur", "suivante", "suivant", "peut-être", "tout", "ici",
    }),
    continuers=frozenset({"même journaliste", "le même", "la même"}),
    weekdays=frozenset({"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"}),
    links=frozenset({"de", "du", "pour"}),
    trades=frozenset({
        "correspondant", "correspondante", "journaliste", "envoyé spécial", "envoyée spéciale",
    }),
    media=frozenset({
        "journal", "quotidien", "magazine", "chaîne", "agence",
    }),
    introductions=frozenset({"je suis", "je m'appelle", "je m’appelle"}),
    ends=frozenset({"fin", "fin de la transcription", "- fin -"}),
    closings=frozenset({"voir aussi", "à lire aussi", "contact presse", "contacts presse", "pour en savoir plus"}),
    inaudible=frozenset({"inaudible", "inintelligible", "hors micro"}),
    reactions=frozenset({"rires", "rire", "applaudissements", "silence", "pause"}),
)
# fmt: on
