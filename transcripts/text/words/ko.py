"""Korean."""

from transcripts.text.words.vocabulary import Vocabulary

# Words in lines, as in a dictionary.
# fmt: off
KOREAN = Vocabulary(
    askers=frozenset({"질문", "기자", "질의", "질문자", "취재진"}),
    answerers=frozenset({"답변", "대답", "답"}),
    moderators=frozenset({"사회자", "진행자", "사회"}),
    bystanders=frozenset({"통역", "통역사"}),
    offices=frozenset({
        "장관", "차관", "대통령", "총리", "국무총리", "대변인", "부대변인", "위원장", "시장", "도지사", "청장", "국장",
        "본부장", "대사", "수석", "실장", "부총리",
    }),
    moderating_offices=frozenset({"사회자", "진행자"}),
    no_labels=frozenset({"일시", "장소", "제목", "출처", "참고", "예", "주제"}),
    fields={"일시": "date", "장소": "venue", "제목": "title", "출처": "source"},
    event_kinds={
        "기자회견": "press conference", "기자간담회": "press conference", "브리핑": "briefing", "인터뷰": "interview",
        "토론회": "debate", "연설": "speech", "기조연설": "speech", "담화": "remarks", "성명": "remarks",
    },
    salutations=frozenset({"안녕하십니까", "안녕하세요", "감사합니다", "존경하는"}),
    thanks=frozenset({"감사합니다"}),
    hand_overs=frozenset({"마지막 질문", "다음 질문", "첫 질문"}),
    ends=frozenset({"끝", "이상"}),
    inaudible=frozenset({"청취 불가", "안 들림"}),
    reactions=frozenset({"웃음", "박수"}),
)
# fmt: on
