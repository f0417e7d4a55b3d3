"""Vietnamese."""

from transcripts.text.words.vocabulary import Vocabulary

# Words in lines, as in a dictionary. A word here is a syllable, so that labels are given whole.
# fmt: off
VIETNAMESE = Vocabulary(
    askers=frozenset({"phóng viên", "câu hỏi", "nhà báo", "hỏi"}),
    answerers=frozenset({"trả lời", "đáp", "người phát ngôn"}),
    moderators=frozenset({"người dẫn chương trình", "chủ tọa"}),
    no_labels=frozenset({"thời gian", "địa điểm", "nguồn", "ghi chú", "ví dụ"}),
    event_kinds={
        "họp báo": "press conference", "phỏng vấn": "interview", "bài phát biểu": "speech", "phát biểu": "speech",
    },
    salutations=frozenset({"xin chào", "kính thưa", "thưa", "cảm ơn", "xin cảm ơn"}),
    thanks=frozenset({"cảm ơn"}),
    reactions=frozenset({"cười", "vỗ tay"}),
)
# fmt: on
