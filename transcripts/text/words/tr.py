"""Turkish."""

from transcripts.text.words.vocabulary import Vocabulary

# Words in lines, as in a dictionary. Capitals lose their dots when they are lowered, so both forms stand.
# fmt: off
TURKISH = Vocabulary(
    askers=frozenset({"soru", "sorular", "gazeteci", "muhabir", "basın", "basin", "basın mensubu"}),
    answerers=frozenset({"cevap", "yanıt", "yanit"}),
    moderators=frozenset({"moderatör", "sunucu", "oturum başkanı"}),
    bystanders=frozenset({"tercüman", "çevirmen"}),
    offices=frozenset({
        "bakan", "bakanı", "bakani", "başbakan", "başbakanı", "cumhurbaşkanı", "cumhurbaşkani", "sözcü", "sözcüsü",
        "başkan", "başkanı", "başkani", "büyükelçi", "vali", "müsteşar", "komutan", "komutanı",
    }),
    moderating_offices=frozenset({"sözcü", "moderatör", "sunucu"}),
    honorifics=frozenset({"sayın", "sayin"}),
    no_labels=frozenset({"konu", "tarih", "yer", "not", "kaynak", "örnek", "örneğin", "iletişim", "saat"}),
    sentence_words=frozenset({"bir", "bu", "şu", "değil", "için", "çünkü", "ama"}),
    statuses=frozenset({"tam metin", "deşifre"}),
    updated=frozenset({"güncelleme", "son güncelleme"}),
    fields={"konu": "title", "tarih": "date", "yer": "venue", "kaynak": "source"},
    event_kinds={
        "basın toplantısı": "press conference", "basın brifingi": "briefing", "röportaj": "interview",
        "mülakat": "interview", "konuşması": "speech", "basın açıklaması": "remarks", "açıklaması": "remarks",
    },
    salutations=frozenset({"değerli", "saygıdeğer", "günaydın", "iyi günler", "iyi akşamlar", "teşekkür", "merhaba"}),
    thanks=frozenset({"teşekkür"}),
    hand_overs=frozenset({"son soru", "ilk soru", "buyurun", "sıradaki soru"}),
    weekdays=frozenset({"pazartesi", "salı", "çarşamba", "perşembe", "cuma", "cumartesi", "pazar"}),
    media=frozenset({"ajansı", "gazetesi", "televizyonu"}),
    inaudible=frozenset({"duyulmuyor", "anlaşılmıyor"}),
    reactions=frozenset({"gülüşmeler", "alkışlar", "alkış"}),
)
# fmt: on
