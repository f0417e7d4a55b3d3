"""Dutch."""

from transcripts.text.words.vocabulary import Vocabulary

# Words in lines, as in a dictionary.
# fmt: off
DUTCH = Vocabulary(
    askers=frozenset({
        "vraag", "vragen", "journalist", "journaliste", "journalisten", "pers", "verslaggever", "verslaggeefster",
        "vragensteller", "uit de zaal",
    }),
    answerers=frozenset({"antwoord"}),
    moderators=frozenset({
        "gespreksleider", "voorzitter", "de voorzitter", "moderator", "presentator", "presentatrice",
    }),
    bystanders=frozenset({"tolk", "vertaler", "vertaalster", "zaal"}),
    offices=frozenset({
        "minister", "minister-president", "premier", "staatssecretaris", "secretaris-generaal", "woordvoerder",
        "woordvoerster", "burgemeester", "wethouder", "commissaris", "ambassadeur", "directeur", "voorzitter",
        "gouverneur", "kanselier", "gedeputeerde", "senator",
    }),
    office_tails=frozenset({
        "van financiën", "van defensie", "van buitenlandse zaken", "van binnenlandse zaken", "van staat",
    }),
    moderating_offices=frozenset({"woordvoerder", "woordvoerster", "gespreksleider"}),
    honorifics=frozenset({"dhr", "mevr", "mevrouw", "meneer", "mw", "drs", "ir"}),
    particles=frozenset({"het", "'t"}),
    no_labels=frozenset({
        "onderwerp", "onderwerpen", "contact", "datum", "plaats", "locatie", "noot", "titel", "ondertitel", "bron",
        "taal", "bijvoorbeeld", "voorbeeld", "artikel", "hoofdstuk", "stap", "deel", "tabel", "bijlage", "dag", "punt",
        "paragraaf", "lid",
    }),
    sentence_words=frozenset({
        "zijn", "waren", "dat", "dit", "maar", "omdat", "als", "hoe", "mijn", "wij", "jullie", "ik", "hij", "zij",
        "niet", "volgende",
    }),
    statuses=frozenset({"letterlijke weergave", "verslag", "alleen het gesproken woord geldt", "uitgesproken tekst"}),
    updated=frozenset({"bijgewerkt", "laatst bijgewerkt", "laatst gewijzigd"}),
    releases=frozenset({"gepubliceerd", "publicatiedatum"}),
    fields={
        "titel": "title", "ondertitel": "subtitle", "datum": "date", "plaats": "venue", "locatie": "venue",
        "bron": "source", "taal": "language", "laatst bijgewerkt": "updated",
    },
    event_kinds={
        "persconferentie": "press conference", "persbriefing": "briefing", "interview": "interview",
        "debat": "debate", "toespraak": "speech", "rede": "speech", "verklaring": "remarks",
    },
    venues=frozenset({"zaal", "stadhuis", "paleis", "ministerie", "gebouw", "raadzaal"}),
    prefaces=frozenset({"hieronder volgt", "letterlijke tekst"}),
    principals=frozenset({"van", "met", "door"}),
    salutations=frozenset({
        "goedemorgen", "goedemiddag", "goedenavond", "dames en heren", "beste", "dank", "bedankt", "welkom",
        "geachte",
    }),
    hand_overs=frozenset({"laatste vraag", "volgende vraag", "eerste vraag", "ga uw gang", "het woord is aan"}),
    follow_ups=frozenset({"en", "maar", "dus", "ook", "nog een"}),
    interjections=frozenset({"ja", "nee", "dank", "bedankt", "goed"}),
    weekdays=frozenset({"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"}),
    trades=frozenset({"correspondent", "verslaggever", "redacteur"}),
    media=frozenset({"krant", "dagblad", "tijdschrift", "persbureau", "omroep"}),
    introductions=frozenset({"ik ben", "mijn naam is"}),
    ends=frozenset({"einde", "einde verslag"}),
    closings=frozenset({"zie ook", "meer informatie", "perscontact"}),
    inaudible=frozenset({"onverstaanbaar", "niet te verstaan"}),
    reactions=frozenset({"gelach", "applaus", "stilte", "lacht"}),
)
# fmt: on
