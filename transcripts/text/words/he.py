"""Hebrew."""

from transcripts.text.words.vocabulary import Vocabulary

# Words in lines, as in a dictionary.
# fmt: off
HEBREW = Vocabulary(
    askers=frozenset({"שאלה", "שאלות", "עיתונאי", "עיתונאית", "כתב", "כתבת", "מראיין", "מראיינת", "ש"}),
    answerers=frozenset({"תשובה", "ת"}),
    moderators=frozenset({"מנחה", "המנחה", "יו״ר", 'יו"ר', "היו״ר", 'היו"ר'}),
    bystanders=frozenset({"מתורגמן", "מתורגמנית", "קריאה"}),
    offices=frozenset({
        "שר", "השר", "שרת", "השרה", "נשיא", "הנשיא", "נשיאת", "דובר", "הדובר", "דוברת", "הדוברת", "מנכ״ל", 'מנכ"ל',
        "שגריר", "רמטכ״ל", 'רמטכ"ל', "מזכיר",
    }),
    moderating_offices=frozenset({"דובר", "דוברת"}),
    honorifics=frozenset({"מר", "גברת", "גב׳", "ד״ר", 'ד"ר', "פרופ׳"}),
    no_labels=frozenset({"נושא", "תאריך", "מקום", "מקור", "הערה", "לדוגמה", "דוגמה"}),
    fields={"נושא": "title", "תאריך": "date", "מקום": "venue", "מקור": "source"},
    event_kinds={
        "מסיבת עיתונאים": "press conference", "תדרוך": "briefing", "ראיון": "interview", "נאום": "speech",
        "הצהרה": "remarks", "הצהרת": "remarks", "דיון": "debate",
    },
    salutations=frozenset({"ערב טוב", "בוקר טוב", "צהריים טובים", "שלום", "תודה"}),
    thanks=frozenset({"תודה"}),
    hand_overs=frozenset({"שאלה אחרונה", "שאלה ראשונה", "בבקשה"}),
    inaudible=frozenset({"לא ברור", "לא נשמע"}),
    reactions=frozenset({"צחוק", "מחיאות כפיים"}),
)
# fmt: on
