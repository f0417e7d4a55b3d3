"""Arabic."""

from transcripts.text.words.vocabulary import Vocabulary

# Words in lines, as in a dictionary.
# fmt: off
ARABIC = Vocabulary(
    askers=frozenset({
        "سؤال", "سوال", "صحفي", "صحفية", "الصحفي", "الصحفية", "صحافي", "صحافية", "مراسل", "المراسل", "س",
    }),
    answerers=frozenset({"جواب", "الجواب", "إجابة", "ج"}),
    moderators=frozenset({"مدير الجلسة", "المنسق", "المذيع", "المذيعة", "مقدم", "مقدمة"}),
    bystanders=frozenset({"المترجم", "المترجمة", "مترجم"}),
    offices=frozenset({
        "الرئيس", "رئيس", "الوزير", "الوزيرة", "وزير", "وزيرة", "الأمين", "أمين", "المتحدث", "المتحدثة", "متحدث",
        "السفير", "سفير", "المدير", "الملك", "الأمير", "الرسمي", "الرسمية",
    }),
    moderating_offices=frozenset({"المتحدث", "المتحدثة"}),
    honorifics=frozenset({"السيد", "السيدة", "الدكتور", "الدكتورة"}),
    no_labels=frozenset({"الموضوع", "التاريخ", "المكان", "المصدر", "ملاحظة", "مثال", "اللغة"}),
    fields={"الموضوع": "title", "التاريخ": "date", "المكان": "venue", "المصدر": "source"},
    event_kinds={
        "المؤتمر الصحفي": "press conference", "المؤتمر الصحافي": "press conference",
        "مؤتمر صحفي": "press conference", "مؤتمر صحافي": "press conference", "إحاطة": "briefing",
        "مقابلة": "interview", "حوار": "interview", "مناظرة": "debate", "خطاب": "speech", "كلمة": "speech",
        "بيان": "remarks",
    },
    salutations=frozenset({"صباح الخير", "مساء الخير", "السلام عليكم", "شكرا"}),
    ends=frozenset({"انتهى", "النهاية"}),
    inaudible=frozenset({"غير مسموع"}),
    reactions=frozenset({"ضحك", "تصفيق"}),
)
# fmt: on
