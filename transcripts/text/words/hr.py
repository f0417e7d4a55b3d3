"""Croatian, with what Serbian in Latin letters, Bosnian and Slovene write otherwise."""

from transcripts.text.words.vocabulary import Vocabulary

# Words in lines, as in a dictionary.
# fmt: off
CROATIAN = Vocabulary(
    askers=frozenset({
        "novinar", "novinarka", "novinari", "pitanje", "novinarsko pitanje", "vprašanje", "novinarsko vprašanje",
    }),
    answerers=frozenset({"odgovor"}),
    moderators=frozenset({"voditelj", "voditeljica", "moderator", "moderatorica", "povezovalec", "povezovalka"}),
    bystanders=frozenset({"prevoditelj", "prevoditeljica", "prevodilac", "prevajalec"}),
    offices=frozenset({
        "predsjednik", "predsjednica", "predsednik", "predsednica", "ministar", "ministrica", "minister", "premijer",
        "premijerka", "premier", "premierka", "glasnogovornik", "glasnogovornica", "portparol", "veleposlanik",
        "ambasador", "gradonačelnik", "gradonačelnica", "župan", "županja", "direktor", "direktorica", "državni",
        "guverner", "tiskovni",
    }),
    moderating_offices=frozenset({"glasnogovornik", "glasnogovornica", "portparol", "voditelj", "voditeljica"}),
    honorifics=frozenset({"gospodin", "gospođa", "gospod", "gospa"}),
    no_labels=frozenset({"tema", "teme", "mjesto", "mesto", "kraj", "izvor", "vir", "napomena", "primjer", "primer"}),
    sentence_words=frozenset({"jest", "sam", "smo", "su", "bio", "bila", "ali", "jer", "nije"}),
    fields={"mjesto": "venue", "izvor": "source"},
    event_kinds={
        "konferencija za medije": "press conference", "konferencija za novinare": "press conference",
        "konferencije za medije": "press conference", "konferencije za novinare": "press conference",
        "novinarska konferenca": "press conference", "novinarske konference": "press conference",
        "intervju": "interview", "govor": "speech", "izjava za medije": "remarks", "izjava": "remarks",
    },
    salutations=frozenset({"dobar dan", "dobro jutro", "dobra večer", "dober dan", "poštovani", "spoštovani", "hvala"}),
    thanks=frozenset({"hvala"}),
    hand_overs=frozenset({"zadnje pitanje", "posljednje pitanje", "sljedeće pitanje", "izvolite", "zadnje vprašanje"}),
    weekdays=frozenset({"ponedjeljak", "ponedeljak", "utorak", "srijeda", "sreda", "četvrtak", "petak", "nedjelja"}),
    media=frozenset({"televizija", "novine", "dnevnik"}),
    reactions=frozenset({"smijeh", "smeh", "pljesak", "aplauz"}),
)
# fmt: on
