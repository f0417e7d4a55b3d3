"""From what was typed, and what stands in an address, to a Query."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcripts.search import lexemes, syntax, typed_filters
from transcripts.search import query as notes_of_query
from transcripts.search.query import (
    FILTERS,
    And,
    Between,
    Field,
    Fuzzy,
    Near,
    Not,
    Or,
    Pattern,
    Phrase,
    Prefix,
    Query,
    Sort,
    Word,
    parse_query,
    to_params,
)


def typed(text: str) -> Query:
    return parse_query({"q": [text]})


def again(query: Query) -> Query:
    params: dict[str, list[str]] = {}
    for name, value in to_params(query):
        params.setdefault(name, []).append(value)
    return parse_query(params)


A, B, C, D = map(Word, "abcd")


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("", None),
        ("a", A),
        ("a b", And((A, B))),
        ("a AND b", And((A, B))),
        ("a OR b c", Or((A, And((B, C))))),
        ("a b OR c d", Or((And((A, B)), And((C, D))))),
        ("(a OR b) c", And((Or((A, B)), C))),
        ("((a OR (b AND (c OR d))))", Or((A, And((B, Or((C, D))))))),
        ("a OR b OR c", Or((A, B, C))),
        ("-a b", And((Not(A), B))),
        ("a NOT b", And((A, Not(B)))),
        ("a AND NOT b", And((A, Not(B)))),
        ("NOT a", Not(A)),
        ("NOT NOT a", A),
        ("-(a b)", Not(And((A, B)))),
        ('-"a b"', Not(Phrase("a b"))),
        ('"a AND b"', Phrase("a AND b")),
        ("“a b”", Phrase("a b")),
        ("a–b", Word("a-b")),
        ("a - b", And((A, B))),
        ("ferr*", Prefix("ferr")),
        ("a and b", And((A, Word("and"), B))),
        ("a\u00a0\u2009b", And((A, B))),
        ("a & b", And((A, B))),
        ("() a", A),
        ('"a b"~5', Near("a b", 5)),
        ("“a b”~5 c", And((Near("a b", 5), C))),
        ('"a b"~0', Phrase("a b")),
        ('"a"~5', Phrase("a")),
        ("w?ld", Pattern("w?ld")),
        ("w*ld", Pattern("w*ld")),
        ("*ld", Pattern("*ld")),
        ("what?", Word("what?")),
        ("ferry~", Fuzzy("ferry", 1)),
        ("ferries~", Fuzzy("ferries", 2)),
        ("ferries~1", Fuzzy("ferries", 1)),
        ("-ferry~", Not(Fuzzy("ferry", 1))),
        ("speaker:quill a", And((Field("speaker", ("quill",)), A))),
        ('SPEAKER:"ada quill"', Field("speaker", ("ada quill",))),
        ("speaker:“ada quill”", Field("speaker", ("ada quill",))),
        ("-outlet:gazette", Not(Field("outlet", ("gazette",)))),
        ("(role:minister OR series:ossen)", Or((Field("role", ("minister",)), Field("series", ("ossen",))))),
        ("event:ferry language:en", And((Field("event", ("ferry",)), Field("language", ("en",))))),
        ("asked-by:quill", Field("askers", ("quill",))),
        ("answered-by:quill", Field("answerers", ("quill",))),
        ("kind:Answer", Field("kind", ("answer",))),
        ("in:question a", And((Field("kind", ("question",)), A))),
        ("in:questions", Field("kind", ("question",))),
        ("year:2024", Field("year", ("2024",))),
        ("date:2024-02", Between(date(2024, 2, 1), date(2024, 2, 29))),
        ("date:2024-01..2024-04", Between(date(2024, 1, 1), date(2024, 4, 30))),
        ("date:2024-01..", Between(date(2024, 1, 1), None)),
        ("date:..2024-01-05", Between(None, date(2024, 1, 5))),
        ("10:30", Word("10:30")),
        ("Reuters: a", And((Word("Reuters:"), A))),
    ],
)
def test_what_is_typed_is_understood_without_notes(text, node):
    query = typed(text)
    assert query.node == node
    assert query.notes == ()


@pytest.mark.parametrize(
    ("text", "node", "note"),
    [
        ('"a b', And((A, B)), syntax.UNBALANCED_QUOTES),
        ('"a b" "c', And((Phrase("a b"), C)), syntax.UNBALANCED_QUOTES),
        ("(a b", And((A, B)), syntax.UNBALANCED_PARENTHESES),
        (")a(", A, syntax.UNBALANCED_PARENTHESES),
        ("AND", Word("AND"), syntax.STRAY_OPERATOR),
        ("a OR", And((A, Word("OR"))), syntax.STRAY_OPERATOR),
        ("OR AND", And((Word("OR"), Word("AND"))), syntax.STRAY_OPERATOR),
        ("a*", A, lexemes.SHORT_PREFIX),
        ("*a", A, lexemes.STRAY_STAR),
        ("a-*b", And((A, B)), lexemes.STRAY_STAR),
        ("a~", A, lexemes.SHORT_FUZZY),
        ("long-term~", And((Word("long"), Word("term"))), lexemes.SHORT_FUZZY),
        ("author:a", And((Word("author"), A)), lexemes.UNKNOWN_FILTER),
        ("-author:a", Not(And((Word("author"), A))), lexemes.UNKNOWN_FILTER),
        ("kind:speech", Word("speech"), typed_filters.UNKNOWN_KIND),
        ("year:soon", Word("soon"), typed_filters.UNKNOWN_YEAR),
        ("date:soon", Word("soon"), typed_filters.UNKNOWN_DAYS),
        ("date:2024..2023", Word("2024..2023"), typed_filters.UNKNOWN_DAYS),
        ("date:..", None, typed_filters.UNKNOWN_DAYS),
        ("!?", None, syntax.NO_WORDS),
        ("a AND -(", And((A, Word("AND"))), syntax.STRAY_OPERATOR),
        ("(" * 60 + "a" + ")" * 60, A, syntax.TOO_DEEP),
    ],
)
def test_what_is_not_understood_is_searched_as_words_and_said(text, node, note):
    query = typed(text)
    assert query.node == node
    assert note in query.notes


@pytest.mark.parametrize("costly", ["fe*", "f?r", "ferry~", '"a b"', "a-b", '"a b"~3', "speaker:ada"])
def test_what_costs_much_is_bounded_and_said(costly):
    few, many = typed(f"{costly} " * 3), typed(f"{costly} " * 40)
    assert lexemes.TOO_MANY not in few.notes
    assert lexemes.TOO_MANY in many.notes
    assert sum(part == few.node.parts[0] for part in many.node.parts) <= lexemes.MOST_FILTERS


def test_a_very_long_query_is_cut_between_words_and_said():
    query = typed("ferry " * 2000)
    assert len(query.text) <= syntax.MAX_LENGTH
    assert again(query).node == query.node
    assert set(query.node.parts) == {Word("ferry")}
    assert syntax.TOO_LONG in query.notes


@given(st.text(alphabet=st.sampled_from(list('ab"()*-“ \x00ANDORT\ud800é?~:2')), max_size=80) | st.text(max_size=200))
def test_nothing_that_can_be_typed_raises(text):
    query = typed(text)
    assert again(query).node == query.node


@given(
    st.dictionaries(st.sampled_from([*FILTERS, "from", "to", "sort", "page", "q", "x"]), st.lists(st.text(max_size=30)))
)
def test_no_parameters_raise_and_an_address_gives_its_query_back(params):
    query = parse_query(params)
    assert replace(again(query), notes=()) == replace(query, notes=())


@pytest.mark.parametrize(
    ("since", "until", "days"),
    [
        ("2024", "2024", (date(2024, 1, 1), date(2024, 12, 31))),
        ("2024-02", "2024-02", (date(2024, 2, 1), date(2024, 2, 29))),
        ("2024-02-03", "", (date(2024, 2, 3), None)),
        ("2025", "2024", (date(2024, 1, 1), date(2025, 12, 31))),
    ],
)
def test_a_year_a_month_or_a_day_bounds_a_search(since, until, days):
    query = parse_query({"from": [since], "to": [until]})
    assert (query.since, query.until) == days


@pytest.mark.parametrize("text", ["2024-13", "2024-02-30", "0000", "soon", "20240101", "٢٠٢٤"])
def test_a_date_that_is_none_is_left_out_and_said(text):
    query = parse_query({"from": [text]})
    assert query.since is None
    assert notes_of_query.UNKNOWN_DATE in query.notes


@pytest.mark.parametrize(("text", "page"), [("3", 3), ("0", 1), ("-1", 1), ("x", 1), ("9" * 30, 1), ("²", 1)])
def test_an_absurd_page_is_the_first(text, page):
    assert parse_query({"page": [text]}).page == page


def test_a_changed_search_starts_at_its_first_page():
    query = parse_query({"q": ["ferry"], "page": ["4"], "speaker": ["ada", "ben"], "sort": ["newest"]})
    assert query.without(speaker="ada").speaker == ("ben",)
    changed = (
        query.without(speaker="ada"),
        query.sorted_by(Sort.OLDEST),
        query.unfiltered(),
    )
    assert {each.page for each in changed} == {1}
    assert query.on_page(5).page == 5
    assert query.sort is Sort.NEWEST
    assert not query.unfiltered().is_filtered
