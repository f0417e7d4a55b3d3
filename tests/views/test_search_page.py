import re
from datetime import date
from pathlib import Path

import pytest
from haystack import connections

from tests.views.harbour import HARBOUR
from transcripts.views.turns_at import TurnsAt

pytestmark = pytest.mark.django_db


def html(client, address, **headers):
    response = client.get(address, headers=headers)
    assert response.status_code == 200
    return response.content.decode()


def hits(text):
    return re.findall(r'<li class="hit">.*?</li>', text, re.DOTALL)


def test_an_answer_is_found_under_its_question(client, harbour):
    (hit,) = hits(html(client, "/search/?q=laughter"))
    assert hit.index("Is the breakwater finished?") < hit.index("<mark>laughter</mark>")
    answer = harbour.turns.get(kind="answer")
    assert f'href="/t/{answer.public_id}/" data-copy="link"' in hit


def test_what_was_typed_is_escaped_wherever_it_is_shown(client, harbour):
    assert "<b>" not in html(client, "/search/?q=<b>x</b>").replace("<b></b>", "")


def test_a_snippet_is_escaped_before_it_is_marked(client, harbour):
    (hit,) = hits(html(client, "/search/?q=harbour&kind=remarks"))
    assert "&lt;open&gt;" in hit


def test_a_filter_shows_as_a_ticked_box_and_as_a_chip_that_removes_it(client, harbour):
    text = html(client, "/search/?q=breakwater&speaker=jane-roe&from=2020")
    assert re.search(r'name="speaker" value="jane-roe" checked', text)
    assert 'href="/search/?q=breakwater&amp;from=2020-01-01" aria-label="Remove Speaker: Jane Roe"' in text
    assert len(hits(text)) == 1


def test_a_filter_that_finds_nothing_can_be_unticked(client, harbour):
    assert 'name="series" value="none-such" checked' in html(client, "/search/?series=none-such")


def test_bars_lead_to_the_results_of_that_year(client, publish):
    publish()
    publish(date=date(2013, 1, 1))
    text = html(client, "/search/?q=breakwater")
    assert 'href="/search/?q=breakwater&amp;from=2013-01-01&amp;to=2013-12-31"' in text
    assert 'data-since="2013-01-01" data-until="2013-12-31" data-name="2013"' in text


def test_bars_of_few_years_are_months(client, publish):
    publish()
    publish(date=date(2020, 2, 1))
    text = html(client, "/search/?q=breakwater")
    assert 'href="/search/?q=breakwater&amp;from=2020-02-01&amp;to=2020-02-29" aria-label="February 2020: 2"' in text


def test_hits_can_be_shown_by_event(client, publish):
    publish(turns=HARBOUR.turns * 3)
    publish(title="Statement", turns=HARBOUR.turns[:1])
    text = html(client, "/search/?q=harbour OR breakwater&group=event")
    assert text.count('<li class="group">') == 2
    assert "in 2 events" in text
    assert len(hits(text)) == 4  # three of the one, the only one of the other
    assert re.search(r'href="/search/\?q=harbour\+OR\+breakwater&amp;event=[-\w]+">All 9 of this event', text)
    assert 'id="group" name="group" value="event" checked' in text


def test_a_misspelt_word_is_put_right_with_one_that_was_said(client, harbour):
    text = html(client, "/search/?q=braekwater&kind=answer")
    assert 'Did you mean <a href="/search/?q=breakwater&amp;kind=answer">breakwater</a>?' in text


def test_a_half_remembered_sentence_leads_to_strictly_all_words(client, harbour):
    text = html(client, "/search/?q=the breakwater is completed nearly")
    assert "(laughter)" in hits(text)[0]
    assert "turns with most of them" in text
    strictly = "/search/?q=the+breakwater+is+completed+nearly&strict=1"
    assert strictly.replace("&", "&amp;") in text
    assert hits(html(client, strictly)) == []


def test_pages_lead_on_and_keep_the_search(client, publish):
    publish(turns=HARBOUR.turns * 30)
    first = html(client, "/search/?q=breakwater&kind=answer")
    assert 'rel="next" href="/search/?q=breakwater&amp;kind=answer&amp;page=2"' in first
    assert len(hits(first)) == 20
    assert len(hits(html(client, "/search/?q=breakwater&kind=answer&page=2"))) == 10


def test_nothing_found_helps_on(client, harbour):
    text = html(client, "/search/?q=zebra&kind=answer")
    assert hits(text) == []
    assert "Nothing that was said here matches." in text
    assert ways_out(text) == ["No filter stands in the way: nothing is found without them either."]
    assert 'href="/quote/?text=zebra"' in text


def ways_out(text):
    items = re.findall(r'<li class="way-out">(.*?)</li>', text, re.DOTALL)
    return [re.sub(r"<[^>]+>", "", item).strip() for item in items]


def test_each_filter_of_an_empty_result_says_how_much_there_is_without_it(client, harbour):
    text = html(client, "/search/?q=breakwater&kind=question&speaker=jane-roe&to=2000-01-01")
    assert ways_out(text) == [
        "Without Speaker: Jane Roe alone: nothing",
        "Without Kind of turn: Question alone: nothing",
        "Without Until: 1 January 2000 alone: nothing",
        "Without any filter 2 turns",
    ]
    text = html(client, "/search/?q=breakwater&kind=question&speaker=jane-roe")
    assert ways_out(text)[:2] == ["Without Speaker: Jane Roe 1 turn", "Without Kind of turn: Question 1 turn"]


def test_a_number_behind_a_way_out_is_the_one_that_its_page_tells(client, harbour):
    text = html(client, "/search/?q=the breakwater is completed nearly&kind=moderation")
    (address,) = re.findall(r'<li class="way-out"><a href="([^"]+)"', text)
    told = re.search(r'<h2 id="total" tabindex="-1">(\d+ turns?) ', html(client, address.replace("&amp;", "&")))[1]
    assert ways_out(text) == [f"Without Kind of turn: Moderation {told}"]


def test_of_many_filters_some_are_counted_and_all_are_led_out_of(client, harbour):
    filters = "&".join(f"speaker=nobody-{number}" for number in range(12))
    found = ways_out(html(client, f"/search/?q=breakwater&{filters}"))
    assert len(found) == 13
    assert [way.endswith("alone: nothing") for way in found] == [True] * 5 + [False] * 8
    assert found[-1] == "Without any filter 2 turns"


def test_a_page_that_has_no_time_left_counts_nothing_and_says_not_that_it_is_nothing(harbour):
    assert TurnsAt()["/search/?q=breakwater"] == 2
    assert TurnsAt(seconds=0)["/search/?q=breakwater"] is None


def test_what_was_not_understood_is_said(client, harbour):
    assert "A quotation mark had no partner" in html(client, '/search/?q="breakwater')


def test_htmx_gets_the_part_that_changes_and_a_reload_the_whole(client, harbour):
    part = html(client, "/search/?q=breakwater", **{"HX-Request": "true"})
    assert "<html" not in part
    assert len(hits(part)) == 2
    assert "<title>breakwater · Search" in part
    restored = html(client, "/search/?q=x", **{"HX-Request": "true", "HX-History-Restore-Request": "true"})
    assert "<html" in restored


@pytest.mark.parametrize(
    "typed", ['"', "AND OR NOT", "((((", "\x00", "*", "a" * 10_000, "“ „ «", "-", "\ud800".encode("utf-8", "replace")]
)
def test_no_search_is_an_error(client, harbour, typed):
    assert client.get("/search/", {"q": typed}).status_code == 200
    assert client.get("/search.json", {"q": typed}).status_code == 200


@pytest.mark.parametrize("odd", ["page=0", "page=99999999", "page=x", "from=never", "sort=?", "kind=%00", "to=2020-99"])
def test_no_parameter_is_an_error(client, harbour, odd):
    assert client.get(f"/search/?q=breakwater&{odd}").status_code == 200


def test_the_data_say_the_same_as_the_page(client, harbour):
    record = client.get("/search.json?q=laughter").json()
    (hit,) = record["hits"]
    assert (record["total"], record["page"], record["pages"]) == (1, 1, 1)
    assert hit["speaker"]["name"] == "Jane Roe"
    assert hit["question"]["text"] == "Is the breakwater finished?"
    assert hit["event"]["date"] == "2021-03-04"


@pytest.mark.parametrize("address", ["/search/?q=x", "/search.json?q=x"])
def test_a_broken_index_is_said_and_not_shown_as_nothing_found(client, harbour, address):
    path = Path(connections.connections_info["default"]["PATH"])
    for file in path.rglob("*"):
        if file.is_file():
            file.write_bytes(b"broken")
    connections.reload("default")
    response = client.get(address)
    assert response.status_code == 503
    assert response["Retry-After"]
    assert "out of order" in response.content.decode()


@pytest.mark.parametrize("times", [1, 20])
def test_the_number_of_queries_does_not_grow_with_the_hits(client, publish, django_assert_max_num_queries, times):
    publish(turns=HARBOUR.turns * times)
    with django_assert_max_num_queries(9):
        client.get("/search/?q=breakwater")
