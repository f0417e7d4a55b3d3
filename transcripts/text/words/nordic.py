"""Swedish, with what Danish and Norwegian write otherwise."""

from transcripts.text.words.vocabulary import Vocabulary

# Words in lines, as in a dictionary.
# fmt: off
NORDIC = Vocabulary(
    askers=frozenset({
        "fråga", "frågor", "journalist", "reporter", "spørgsmål", "spørsmål", "spørger", "spørgeren", "utfrågare",
        "intervjuare",
    }),
    answerers=frozenset({"svar"}),
    moderators=frozenset({"moderator", "ordförande", "programledare", "ordstyrer", "mødeleder", "møteleder"}),
    bystanders=frozenset({"tolk", "publik", "publikum"}),
    offices=frozenset({
        "statsminister", "statsråd", "minister", "utrikesminister", "udenrigsminister", "utenriksminister",
        "talesperson", "talsperson", "talsmand", "talsmann", "generalsekreterare", "generalsekretær", "ordförande",
        "borgmästare", "borgmester", "kansler", "ambassadör", "landshövding",
    }),
    moderating_offices=frozenset({"talesperson", "talsperson", "moderator", "pressekreterare"}),
    honorifics=frozenset({"herr", "fru"}),
    particles=frozenset({"för", "med", "til", "och"}),
    no_labels=frozenset({
        "ämne", "datum", "plats", "dato", "sted", "källa", "kilde", "språk", "sprog", "kontakt", "exempel",
        "eksempel", "till exempel", "for eksempel",
    }),
    sentence_words=frozenset({
        "är", "var", "att", "det", "detta", "men", "eftersom", "vi", "jag", "inte", "ikke", "jeg", "denna",
    }),
    statuses=frozenset({"det talade ordet gäller", "utskrift"}),
    updated=frozenset({"uppdaterad", "senast uppdaterad", "opdateret", "oppdatert"}),
    fields={
        "ämne": "title", "datum": "date", "plats": "venue", "dato": "date", "sted": "venue", "källa": "source",
        "språk": "language", "senast uppdaterad": "updated",
    },
    event_kinds={
        "presskonferens": "press conference", "pressträff": "press conference", "pressemøde": "press conference",
        "pressekonferanse": "press conference", "pressekonference": "press conference", "intervju": "interview",
        "debatt": "debate",
    },
    venues=frozenset({"salen", "slottet", "rådhus", "rådhuset"}),
    salutations=frozenset({
        "god morgon", "god morgen", "god dag", "god kväll", "god aften", "mina damer och herrar", "tack", "tak",
        "takk", "välkomna", "velkommen",
    }),
    hand_overs=frozenset({"sista frågan", "nästa fråga", "varsågod", "værsgo"}),
    follow_ups=frozenset({"och", "men", "så", "og"}),
    interjections=frozenset({"ja", "nej", "nei", "tack", "tak", "takk"}),
    weekdays=frozenset({
        "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag", "mandag", "tirsdag", "lørdag",
        "søndag",
    }),
    trades=frozenset({"korrespondent", "reporter"}),
    media=frozenset({"tidningen", "nyhetsbyrån"}),
    introductions=frozenset({"jag heter", "jeg heter", "mit navn er"}),
    ends=frozenset({"slut"}),
    inaudible=frozenset({"ohörbart", "uhørligt", "uhørlig"}),
    reactions=frozenset({"skratt", "applåder", "latter", "bifald"}),
)
# fmt: on
