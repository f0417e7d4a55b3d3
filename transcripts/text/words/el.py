"""Greek; capitals are printed without accents, and both forms stand here."""

from transcripts.text.words.vocabulary import Vocabulary

# Words in lines, as in a dictionary.
# fmt: off
GREEK = Vocabulary(
    askers=frozenset({"ερώτηση", "ερωτηση", "ερωτήσεισ", "δημοσιογράφοσ", "δημοσιογραφοσ", "δημοσιογράφοι"}),
    answerers=frozenset({"απάντηση", "απαντηση"}),
    moderators=frozenset({"συντονιστήσ", "συντονιστησ", "συντονίστρια", "συντονιστρια"}),
    bystanders=frozenset({"διερμηνέασ", "διερμηνεασ"}),
    offices=frozenset({
        "πρόεδροσ", "προεδροσ", "υπουργόσ", "υπουργοσ", "πρωθυπουργόσ", "πρωθυπουργοσ", "εκπρόσωποσ", "εκπροσωποσ",
        "δήμαρχοσ", "δημαρχοσ", "επίτροποσ",
    }),
    moderating_offices=frozenset({"εκπρόσωποσ", "εκπροσωποσ"}),
    honorifics=frozenset({"κ", "κύριοσ", "κυρία"}),
    particles=frozenset({"τησ", "του", "των", "και"}),
    no_labels=frozenset({"θέμα", "θεμα", "ημερομηνία", "τόποσ", "πηγή", "γλώσσα", "παράδειγμα"}),
    sentence_words=frozenset({"είναι", "ήταν", "ότι", "αυτό", "αλλά", "γιατί", "αν", "πώσ", "εμείσ", "εσείσ", "δεν"}),
    event_kinds={
        "συνέντευξη τύπου": "press conference", "ενημέρωση": "briefing", "συνέντευξη": "interview",
        "ομιλία": "speech", "δήλωση": "remarks",
    },
    salutations=frozenset({"καλημέρα", "καλησπέρα", "κυρίεσ και κύριοι", "ευχαριστώ"}),
    interjections=frozenset({"ναι", "όχι", "ευχαριστώ"}),
    ends=frozenset({"τέλοσ", "τελοσ"}),
    inaudible=frozenset({"δεν ακούγεται"}),
    reactions=frozenset({"γέλια", "χειροκροτήματα"}),
)
# fmt: on
