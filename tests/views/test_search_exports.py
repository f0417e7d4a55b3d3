import csv
import io
import json
import re
from datetime import date

import pytest
from django.core.signals import request_finished
from django.db import close_old_connections
from django.urls import reverse

from tests.views.harbour import HARBOUR
from transcripts.exports.lanes import LANES, entered
from transcripts.publishing import withdraw_event
from transcripts.text.transcript import Turn, TurnKind

pytestmark = pytest.mark.django_db
JSON = "application/json"


def body(response):
    assert response.status_code == 200
    return b"".join(response) if response.streaming else response.content


def sheet(client, address):
    text = body(client.get(address)).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


def table(client, address):
    rows = sheet(client, address)
    columns = rows[rows.index([]) + 1]
    return [dict(zip(columns, row, strict=True)) for row in rows[rows.index([]) + 2 :]]


def test_the_sheet_says_above_its_rows_what_was_searched_how_much_was_found_and_when(client, harbour):
    rows = sheet(client, "/search.csv?q=breakwater&speaker=jane-roe")
    head = dict(rows[: rows.index([])])
    assert head["search"] == "breakwater"
    assert head["address"] == "http://testserver/search/?q=breakwater&speaker=jane-roe"
    assert head["turns"] == "1"
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", head["made"])


def test_the_head_can_be_left_out_for_programs(client, harbour):
    assert sheet(client, "/search.csv?q=breakwater&head=no")[0][:2] == ["id", "address"]


def test_an_answer_stands_in_its_row_behind_its_question_with_the_addresses_of_both(client, harbour):
    (row,) = table(client, "/search.csv?q=laughter")
    answer, question = harbour.turns.get(kind="answer"), harbour.turns.get(kind="question")
    assert row["text"] == answer.text
    assert row["question"] == "Is the breakwater finished?"
    assert row["question by"] == "Per Lind, The Beacon"
    assert row["address"] == f"http://testserver/t/{answer.public_id}/"
    assert row["question address"] == f"http://testserver/t/{question.public_id}/"
    assert row["event address"] == f"http://testserver/events/{harbour.slug}/"
    assert list(row).index("question") < list(row).index("text")


def test_a_turn_that_begins_like_a_formula_is_defused_and_a_search_too(client, publish):
    publish(turns=(Turn(TurnKind.STATEMENT, ("=HYPERLINK is dangerous",), label="@evil", speaker="@evil"),))
    rows = sheet(client, "/search.csv?q==HYPERLINK")
    assert rows[0] == ["search", "'=HYPERLINK"]
    assert rows[-1][-1] == "'=HYPERLINK is dangerous"
    assert "'@evil" in rows[-1]


def test_a_long_result_is_streamed_and_has_every_hit_once_in_the_order_of_the_page(client, publish):
    publish(turns=HARBOUR.turns * 250, date=date(2020, 1, 1))
    publish(turns=HARBOUR.turns * 100)
    response = client.get("/search.json?q=breakwater&kind=answer&sort=oldest")
    assert response.streaming
    record = json.loads(body(response))
    ids = [hit["id"] for hit in record["hits"]]
    assert record["total"] == len(ids) == len(set(ids)) == 350
    address = "/search.json?q=breakwater&kind=answer&sort=oldest&page={}"
    pages = [json.loads(body(client.get(address.format(number)))) for number in range(1, 19)]
    assert ids == [hit["id"] for page in pages for hit in page["hits"]]


def test_a_page_of_the_result_is_had_by_its_number(client, publish):
    publish(turns=HARBOUR.turns * 30)
    record = client.get("/search.json?q=breakwater&kind=answer&page=2").json()
    assert (len(record["hits"]), record["page"], record["pages"], record["total"]) == (10, 2, 2, 30)


def test_the_data_say_when_they_were_made_and_where_the_search_is(client, harbour):
    record = client.get("/search.json?q=laughter").json()
    assert record["address"] == "http://testserver/search/?q=laughter"
    assert record["made"].endswith("Z")
    assert list(record)[-1] == "hits"


@pytest.mark.parametrize("times", [100, 500])
def test_queries_grow_with_batches_and_not_with_rows(client, publish, django_assert_max_num_queries, times):
    publish(turns=HARBOUR.turns * times)
    with django_assert_max_num_queries(15):
        body(client.get("/search.csv?q=breakwater"))


@pytest.mark.parametrize("name", ["search-csv", "search-json"])
def test_a_download_has_a_speaking_name_in_any_script(client, harbour, name):
    disposition = client.get(reverse(name), {"q": "brücke"})["Content-Disposition"]
    assert "verbatim-br%C3%BCcke-" in disposition


@pytest.mark.parametrize("name", ["search-csv", "search-json"])
def test_the_headers_alone_read_no_turns(client, publish, name):
    publish(turns=HARBOUR.turns * 100)
    response = client.head(reverse(name), {"q": "breakwater"})
    assert response.status_code == 200
    assert body(response) == b""


def test_nothing_found_is_a_sheet_without_rows(client, harbour):
    assert table(client, "/search.csv?q=zeppelin") == []
    assert client.get("/search.json?q=zeppelin").json()["hits"] == []


@pytest.fixture
def crowd(settings):
    """As many long downloads as this machine works on at once; the first of them can be ended."""
    inside = [entered(settings.DATA_DIR / "downloads") for _number in range(LANES)]
    yield inside
    for release in inside:
        release()


@pytest.mark.parametrize(("name", "media_type"), [("search-csv", "text/plain; charset=utf-8"), ("search-json", JSON)])
def test_one_long_download_too_many_is_asked_to_come_again(client, publish, crowd, name, media_type):
    publish(turns=HARBOUR.turns * 150)
    address = reverse(name, query={"q": "breakwater"})
    refused = client.get(address)
    assert (refused.status_code, refused["Content-Type"]) == (503, media_type)
    assert int(refused["Retry-After"]) > 0
    assert "Other long downloads are being made just now. Try again in a minute." in refused.content.decode()
    crowd[0]()
    assert len(body(client.get(address))) > 1000
    assert len(body(client.get(address))) > 1000


def test_short_results_pages_and_headers_are_had_however_many_download(client, publish, crowd):
    publish(turns=HARBOUR.turns * 150)
    assert client.get("/search.csv?q=zeppelin").status_code == 200
    assert client.get("/search.json?q=breakwater&page=1").status_code == 200
    assert client.head("/search.csv?q=breakwater").status_code == 200


def test_a_reader_who_goes_away_leaves_room_for_the_next(client, publish, crowd):
    publish(turns=HARBOUR.turns * 150)
    crowd[0]()
    # The end of a request closes the database's connection, which is this test's too.
    request_finished.disconnect(close_old_connections)
    for _time in range(3):
        response = client.get("/search.csv?q=breakwater")
        assert response.status_code == 200
        response.close()
    request_finished.connect(close_old_connections)


def test_what_is_withdrawn_while_it_is_read_is_left_out(client, publish):
    first = publish(turns=HARBOUR.turns * 500, date=date(2020, 1, 1))
    last = publish(turns=HARBOUR.turns, date=date(2010, 1, 1))
    response = client.get("/search.csv?q=breakwater&sort=newest&head=no")
    pieces = iter(response)
    begun = [next(pieces), next(pieces), next(pieces)]
    withdraw_event(last, reason="It was another day.")
    text = b"".join([*begun, *pieces]).decode()
    assert first.slug in text
    assert last.slug not in text
