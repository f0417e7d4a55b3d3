import csv
import io
import re
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from haystack import connections
from lxml import html as markup

from tests.views.harbour import HARBOUR, LIND, ROE
from transcripts.text.transcript import Turn, TurnKind

pytestmark = pytest.mark.django_db
SVG = "//*[local-name()='svg'][@data-strip]"


def said(words, **by):
    return Turn(TurnKind.STATEMENT, (words,), **(by or ROE))


@pytest.fixture
def years(publish):
    """The ferry is said once in 2020, twice in 2021, and once in 2023 by another; the bridge once in 2023."""
    publish(date=date(2020, 2, 1), turns=(said("A ferry."), said("A tunnel.")))
    publish(date=date(2021, 5, 1), turns=(said("The ferry."), said("Our ferries.")))
    publish(date=date(2023, 11, 1), turns=(said("That ferry.", **LIND), said("That bridge.")))


def page(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def tree(client, address):
    return markup.fromstring(page(client, address))


def labels(client, address):
    strips = tree(client, address).xpath(SVG)
    return {strip.get("aria-label"): [bar.get("aria-label") for bar in strip.xpath(".//a")] for strip in strips}


def table(client, address):
    text = client.get(address).content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    columns = rows[rows.index([]) + 1]
    return [dict(zip(columns, row, strict=True)) for row in rows[rows.index([]) + 2 :]]


def test_bars_count_the_turns_of_each_year_for_each_term(client, years):
    assert labels(client, "/trends/?q=ferry,bridge") == {
        "ferry": ["2020: 1 turn", "2021: 2 turns", "2023: 1 turn"],
        "bridge": ["2023: 1 turn"],
    }


def test_a_bar_leads_to_just_the_turns_that_it_counts(client, years):
    for bar in tree(client, "/trends/?q=ferry,bridge&by=speaker&per=quarter").xpath(SVG + "//a"):
        count = int(re.search(r": (\d+) turn", bar.get("aria-label"))[1])
        record = client.get(bar.get("href").replace("/search/", "/search.json")).json()
        assert record["total"] == count


@pytest.mark.parametrize(
    ("per", "names"),
    [
        ("year", ["2020", "2021", "2023"]),
        ("quarter", ["Q1 2020", "Q2 2021", "Q4 2023"]),
        ("month", ["Feb. 2020", "May 2021", "Nov. 2023"]),
    ],
)
def test_counts_are_per_year_quarter_or_month(client, years, per, names):
    (bars,) = labels(client, f"/trends/?q=ferry&per={per}").values()
    assert [bar.split(":")[0].replace(".", "") for bar in bars] == [name.replace(".", "") for name in names]


def test_by_speaker_each_has_a_strip_of_their_own(client, years):
    assert labels(client, "/trends/?q=ferry&by=speaker") == {
        "Jane Roe": ["2020: 1 turn", "2021: 2 turns"],
        "Per Lind": ["2023: 1 turn"],
    }


def test_by_outlet_only_those_who_speak_for_one_are_drawn(client, years):
    assert labels(client, "/trends/?q=ferry&by=outlet") == {"The Beacon": ["2023: 1 turn"]}


def test_a_filter_by_name_says_whose_strips_are_drawn(client, years):
    assert list(labels(client, "/trends/?q=ferry&by=speaker&speaker=per-lind")) == ["Per Lind"]


def test_a_share_is_of_all_turns_of_the_period(client, years):
    (bars,) = labels(client, "/trends/?q=ferry&share=1").values()
    assert bars == ["2020: 1 turn, 50.0 %", "2021: 2 turns, 100.0 %", "2023: 1 turn, 50.0 %"]


def test_a_share_by_speaker_is_of_what_they_said_themselves(client, years):
    rows = table(client, "/trends.csv?q=ferry&by=speaker")
    lind = {row["period"]: (row["turns"], row["of"], row["percent"]) for row in rows if row["speaker"] == "Per Lind"}
    assert lind["2023"] == ("1", "1", "100.0000")
    assert lind["2020"] == ("0", "0", "0.0000")


def test_the_table_says_the_same_as_the_bars_and_the_spreadsheet(client, years):
    text = page(client, "/trends/?q=ferry,bridge")
    cells = [
        [td.text_content().strip() for td in tr.xpath("./td")] for tr in markup.fromstring(text).xpath("//tbody/tr")
    ]
    rows = table(client, "/trends.csv?q=ferry,bridge")
    sheet = [[row["turns"] for row in rows if row["period"] == year] for year in ("2020", "2021", "2022", "2023")]
    assert cells == sheet == [["1", "0"], ["2", "0"], ["0", "0"], ["1", "1"]]


def test_the_spreadsheet_has_the_terms_the_address_and_the_time_above_it(client, years):
    text = client.get("/trends.csv?q==ferry&per=month").content.decode("utf-8-sig")
    head = dict(row for row in csv.reader(io.StringIO(text)) if len(row) == 2)
    assert head["address"].startswith("http://testserver/trends/?q=")
    assert head["made"].endswith("Z")
    assert head["terms"].startswith("'=")
    assert client.get("/trends.csv?q=ferry&head=no").content.decode("utf-8-sig").startswith("term,period,from,to")


def test_a_turn_without_a_date_is_in_no_bar_and_the_page_says_so(client, years, publish):
    publish(date=None, turns=(said("The undated ferry."),))
    assert "1 turn without a date is not drawn." in page(client, "/trends/?q=ferry")


def test_terms_and_names_are_escaped(client, publish):
    publish(turns=(said("<b>ferry</b>", speaker="<i>Eve</i>", label="<i>Eve</i>"),))
    text = page(client, "/trends/?q=%3Cscript%3Eferry&by=speaker")
    assert "<script>ferry" not in text
    assert "<i>Eve" not in text


def test_each_strip_has_a_name_a_description_and_bars_that_say_what_they_are(client, years):
    for strip in tree(client, "/trends/?q=ferry,bridge").xpath(SVG):
        assert strip.get("role") == "group"
        assert strip.get("aria-label")
        (described,) = strip.xpath(f".//*[@id='{strip.get('aria-describedby')}']")
        assert described.text_content().startswith("Most in ")
        for bar in strip.xpath(".//a"):
            assert bar.xpath("./*[local-name()='title']")[0].text == bar.get("aria-label")


def test_strips_differ_by_pattern_and_not_by_colour_alone(client, years):
    strips = tree(client, "/trends/?q=ferry,bridge").xpath(SVG)
    fills = [strip.xpath(".//*[local-name()='rect'][contains(@class, 'trend-bar')]/@fill")[0] for strip in strips]
    assert len(set(fills)) == len(fills)


def test_no_style_or_script_is_in_the_page_itself(client, years):
    text = page(client, "/trends/?q=ferry")
    assert " style=" not in text
    assert not re.search(r"<script(?![^>]+src=)", text)


def test_nothing_found_says_what_to_do(client, years):
    text = page(client, "/trends/?q=zeppelin&speaker=jane-roe")
    assert "Nothing that was said here matches." in text
    assert "Count without the filters" in text


def test_without_terms_the_page_says_what_it_is_for(client, harbour):
    assert "How often was it said" in page(client, "/trends/")
    assert client.get("/trends.csv").status_code == 200


@pytest.mark.parametrize(
    "odd",
    [
        "q=%00",
        "q=%22",
        "q=,,,",
        "q=a,b,c,d,e,f,g",
        "per=x&q=a",
        "by=%00&q=ferry",
        "from=2030&to=2020&q=ferry",
        "share=?&q=a",
        "q=ferry&from=0001-01-01&to=9999-12-31",
        "q=ferry&sort=oldest&page=9&group=event",
    ],
)
def test_no_parameter_is_an_error(client, years, odd):
    assert client.get(f"/trends/?{odd}").status_code == 200
    assert client.get(f"/trends.csv?{odd}").status_code == 200


def test_a_wrong_date_of_the_year_24_draws_no_thousands_of_bars(client, years, publish):
    publish(date=date(24, 4, 4), turns=(said("The ferry."),))
    rows = tree(client, "/trends/?q=ferry&per=month").xpath("//tbody/tr")
    assert 0 < len(rows) <= 360


@pytest.mark.parametrize("address", ["/trends/?q=x", "/trends.csv?q=x"])
def test_a_broken_index_is_said_and_not_drawn_as_nothing(client, harbour, address):
    for file in Path(connections.connections_info["default"]["PATH"]).rglob("*"):
        if file.is_file():
            file.write_bytes(b"broken")
    connections.reload("default")
    assert client.get(address).status_code == 503


def test_five_terms_by_speaker_ask_the_database_little(client, publish, django_assert_max_num_queries):
    publish(turns=HARBOUR.turns * 20)
    with django_assert_max_num_queries(20):
        unescape(page(client, "/trends/?q=breakwater,finished,nearly,harbour,open&by=speaker&share=1"))
