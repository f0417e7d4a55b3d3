"""Hungarian."""

from transcripts.text.words.vocabulary import Vocabulary

# Words in lines, as in a dictionary.
# fmt: off
HUNGARIAN = Vocabulary(
    askers=frozenset({"kérdés", "újságíró", "riporter", "tudósító"}),
    answerers=frozenset({"válasz"}),
    moderators=frozenset({"moderátor", "műsorvezető", "elnök"}),
    bystanders=frozenset({"tolmács"}),
    offices=frozenset({
        "miniszter", "miniszterelnök", "köztársasági", "elnök", "szóvivő", "kormányszóvivő", "államtitkár", "nagykövet",
        "polgármester", "főpolgármester", "igazgató",
    }),
    moderating_offices=frozenset({"szóvivő", "moderátor"}),
    no_labels=frozenset({"téma", "dátum", "helyszín", "forrás", "megjegyzés", "például"}),
    sentence_words=frozenset({"hogy", "vagy", "nem", "volt", "ez", "azt"}),
    fields={"dátum": "date", "helyszín": "venue", "forrás": "source"},
    event_kinds={
        "sajtótájékoztató": "press conference", "kormányinfó": "briefing", "interjú": "interview", "beszéd": "speech",
        "nyilatkozat": "remarks",
    },
    salutations=frozenset({"jó napot", "jó reggelt", "jó estét", "tisztelt", "köszönöm"}),
    thanks=frozenset({"köszönöm", "köszönjük"}),
    hand_overs=frozenset({"utolsó kérdés", "első kérdés", "következő kérdés", "tessék"}),
    weekdays=frozenset({"hétfő", "kedd", "szerda", "csütörtök", "péntek", "szombat", "vasárnap"}),
    reactions=frozenset({"nevetés", "taps"}),
)
# fmt: on
