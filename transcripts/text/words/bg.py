"""Bulgarian, with what Serbian and Macedonian in Cyrillic letters write otherwise."""

from transcripts.text.words.vocabulary import Vocabulary

# Words in lines, as in a dictionary.
# fmt: off
BULGARIAN = Vocabulary(
    askers=frozenset({"въпрос", "репортер", "репортерка", "журналисти", "новинар", "новинарка", "питање", "прашање"}),
    answerers=frozenset({"отговор", "одговор"}),
    moderators=frozenset({"водещ", "водеща", "водитељ"}),
    bystanders=frozenset({"преводач", "преводилац"}),
    offices=frozenset({
        "министър", "министърът", "министър-председател", "премиерът", "говорител", "председник", "председател",
        "министар", "портпарол", "кмет", "посланик",
    }),
    moderating_offices=frozenset({"говорител", "портпарол"}),
    no_labels=frozenset({"място", "източник", "забележка", "пример"}),
    event_kinds={
        "пресконференция": "press conference", "конференција за медије": "press conference",
        "прес-конференција": "press conference", "реч": "speech", "изявление": "remarks",
    },
    salutations=frozenset({"добър ден", "добро утро", "добър вечер", "добар дан", "уважаеми", "поштовани",
    "благодаря", "хвала"}),
    thanks=frozenset({"благодаря", "хвала"}),
    reactions=frozenset({"смях", "аплодисменти"}),
)
# fmt: on
