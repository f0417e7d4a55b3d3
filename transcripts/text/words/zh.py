"""Chinese."""

from transcripts.text.words.vocabulary import Vocabulary

# Words in lines, as in a dictionary.
# fmt: off
CHINESE = Vocabulary(
    askers=frozenset({"记者", "記者", "问", "問", "提问", "提問"}),
    answerers=frozenset({"答", "回答"}),
    moderators=frozenset({"主持人", "主持", "主席"}),
    bystanders=frozenset({"翻译", "翻譯", "译员"}),
    offices=frozenset({
        "部长", "部長", "总理", "總理", "主席", "总统", "總統", "外长", "发言人", "發言人", "秘书长", "省长", "市长",
        "大使", "局长",
    }),
    moderating_offices=frozenset({"主持人"}),
    no_labels=frozenset({
        "时间", "時間", "地点", "地點", "主题", "主題", "日期", "来源", "來源", "备注", "注", "例如", "例",
    }),
    fields={
        "主题": "title", "主題": "title", "时间": "date", "時間": "date", "日期": "date", "地点": "venue",
        "地點": "venue", "来源": "source", "來源": "source",
    },
    event_kinds={
        "新闻发布会": "press conference", "新聞發布會": "press conference", "记者会": "press conference",
        "記者會": "press conference", "发布会": "press conference", "吹风会": "briefing", "采访": "interview",
        "採訪": "interview", "专访": "interview", "辩论": "debate", "演讲": "speech", "讲话": "speech",
        "声明": "remarks",
    },
    ends=frozenset({"完", "结束", "（完）"}),
    inaudible=frozenset({"听不清", "聽不清"}),
    reactions=frozenset({"笑声", "掌声", "笑聲", "掌聲"}),
)
# fmt: on
