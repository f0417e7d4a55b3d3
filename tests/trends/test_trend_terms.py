import pytest

from transcripts.trends.asking import TOO_MANY, UNKNOWN_GROUP, UNKNOWN_PERIOD, parse_wish, wish_params
from transcripts.trends.periods import Per, Period, period_of


def terms(*typed):
    return [term.text for term in parse_wish({"q": list(typed)}).terms]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("ferry", ["ferry"]),
        ("ferry, bridge", ["ferry", "bridge"]),
        ('"well, yes", no', ['"well, yes"', "no"]),
        ("(ferry OR boat, small), bridge", ["(ferry OR boat, small)", "bridge"]),
        (" , ,ferry,, ferry ,", ["ferry"]),
        ('"half, open', ['"half', "open"]),
        ("", []),
        ("," * 5000, []),
        ('"' * 4999, ['"' * 1000]),
    ],
)
def test_commas_part_terms_but_not_within_quotation_marks_or_parentheses(typed, expected):
    assert [term[:1000] for term in terms(typed)] == expected


def test_curly_quotation_marks_hold_a_term_together_too():
    assert len(terms("“well, yes”, no")) == 2


def test_a_sixth_term_is_left_out_and_a_note_says_so():
    wish = parse_wish({"q": ["a1,b1,c1,d1,e1,f1"]})
    assert len(wish.terms) == 5
    assert TOO_MANY in wish.notes


def test_what_is_not_known_is_left_out_with_a_note():
    wish = parse_wish({"q": ["ferry"], "per": ["week"], "by": ["hair"], "from": ["2020"]})
    assert (wish.per, wish.by) == (Per.YEAR, "")
    assert {UNKNOWN_PERIOD, UNKNOWN_GROUP} <= set(wish.notes)


def test_an_address_says_all_that_was_asked_for():
    params = {"q": ["ferry, bridge"], "per": ["month"], "by": ["outlet"], "share": ["1"], "outlet": ["reuters"]}
    wish = parse_wish(params)
    again = {}
    for name, value in wish_params(wish):
        again.setdefault(name, []).append(value)
    assert parse_wish(again) == wish


@pytest.mark.parametrize(
    ("month", "per", "code", "first", "last"),
    [
        (202402, Per.YEAR, "2024", "2024-01-01", "2024-12-31"),
        (202402, Per.QUARTER, "2024-Q1", "2024-01-01", "2024-03-31"),
        (202412, Per.QUARTER, "2024-Q4", "2024-10-01", "2024-12-31"),
        (202402, Per.MONTH, "2024-02", "2024-02-01", "2024-02-29"),
        (202312, Per.MONTH, "2023-12", "2023-12-01", "2023-12-31"),
        (101, Per.MONTH, "0001-01", "0001-01-01", "0001-01-31"),
        (999912, Per.YEAR, "9999", "9999-01-01", "9999-12-31"),
    ],
)
def test_a_period_knows_its_days(month, per, code, first, last):
    period = Period(per, period_of(month, per))
    assert (period.code, period.since.isoformat(), period.until.isoformat()) == (code, first, last)
