"""Indonesian and Malay."""

from transcripts.text.words.vocabulary import Vocabulary

# Words in lines, as in a dictionary.
# fmt: off
INDONESIAN = Vocabulary(
    askers=frozenset({"pertanyaan", "wartawan", "wartawati", "jurnalis", "soalan", "penanya"}),
    answerers=frozenset({"jawaban", "jawapan"}),
    moderators=frozenset({"pembawa acara", "pengacara majlis"}),
    bystanders=frozenset({"penerjemah", "penterjemah"}),
    offices=frozenset({
        "presiden", "menteri", "gubernur", "juru", "perdana", "jubir", "panglima", "duta", "wali",
    }),
    moderating_offices=frozenset({"juru bicara", "jubir"}),
    honorifics=frozenset({"bapak", "ibu"}),
    no_labels=frozenset({"tanggal", "tempat", "sumber", "catatan", "contoh"}),
    fields={"tanggal": "date", "tempat": "venue", "sumber": "source"},
    event_kinds={
        "konferensi pers": "press conference", "sidang media": "press conference", "keterangan pers": "remarks",
        "wawancara": "interview", "pidato": "speech", "sambutan": "speech",
    },
    salutations=frozenset({
        "selamat pagi", "selamat siang", "selamat sore", "selamat malam", "terima kasih", "assalamualaikum",
    }),
    thanks=frozenset({"terima kasih"}),
    weekdays=frozenset({"senin", "selasa", "rabu", "kamis", "jumat", "sabtu"}),
    reactions=frozenset({"tertawa", "tepuk tangan"}),
)
# fmt: on
