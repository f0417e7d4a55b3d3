"""Japanese."""

from transcripts.text.words.vocabulary import Vocabulary

# Words in lines, as in a dictionary.
# fmt: off
JAPANESE = Vocabulary(
    askers=frozenset({"記者", "質問", "問", "記者団", "質問者", "聞き手", "報道"}),
    answerers=frozenset({"答", "回答", "答え"}),
    moderators=frozenset({"司会", "司会者", "議長", "幹事"}),
    bystanders=frozenset({"通訳", "事務局"}),
    offices=frozenset({
        "大臣", "首相", "総理", "総理大臣", "官房長官", "長官", "知事", "市長", "報道官", "局長", "委員長", "副大臣",
        "会長", "社長",
    }),
    no_labels=frozenset({"日時", "場所", "件名", "題名", "出典", "備考", "注", "例", "日付"}),
    fields={"件名": "title", "題名": "title", "日時": "date", "日付": "date", "場所": "venue", "出典": "source"},
    event_kinds={
        "記者会見": "press conference", "会見": "press conference", "ブリーフィング": "briefing",
        "インタビュー": "interview", "討論": "debate", "演説": "speech", "講演": "speech", "談話": "remarks",
    },
    ends=frozenset({"以上", "以上です", "（以上）", "了"}),
    inaudible=frozenset({"聞き取れず", "聞き取り不能", "聴取不能"}),
    reactions=frozenset({"笑", "拍手", "笑い", "笑声"}),
)
# fmt: on
