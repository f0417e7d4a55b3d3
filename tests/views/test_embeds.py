"""A turn goes to other sites as a card, and they learn how from oEmbed."""

from xml.etree import ElementTree as ET

import pytest

from tests.views.corrected import corrected_ferry, turn_saying
from transcripts.models import Turn

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    return corrected_ferry()


@pytest.fixture
def turn(event) -> Turn:
    return turn_saying(event, "autumn")


def ask(client, turn, rest="", **more):
    return client.get("/oembed", {"url": f"http://testserver/t/{turn.public_id}/{rest}", **more})


def test_the_card_shows_the_words_who_said_them_where_and_the_way_here(client, turn):
    html = client.get(f"/t/{turn.public_id}/embed/").content.decode()
    for shown in (
        turn.text,
        "Ada Quill",
        "Minister of Ferries",
        "On the ferry",
        f'href="http://testserver/t/{turn.public_id}/"',
    ):
        assert shown in html
    assert "corrected since" in html


def test_the_card_alone_may_be_framed_and_sets_no_cookie(client, turn, event):
    card = client.get(f"/t/{turn.public_id}/embed/")
    assert "frame-ancestors *" in card["Content-Security-Policy"]
    assert "'none'" not in card["Content-Security-Policy"].split("frame-ancestors")[1].split(";")[0]
    assert "X-Frame-Options" not in card
    assert card["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert not card.cookies
    for address in (turn.get_absolute_url(), event.get_absolute_url(), "/"):
        page = client.get(address)
        assert "frame-ancestors 'none'" in page["Content-Security-Policy"]
        assert page["X-Frame-Options"] == "DENY"


def test_the_card_runs_no_script_and_opens_links_outside_of_its_frame(client, turn):
    html = client.get(f"/t/{turn.public_id}/embed/").content.decode()
    assert "<script" not in html
    assert html.count("<a ") == html.count('target="_blank" rel="noopener"')


def test_the_card_shows_the_quote_and_the_revision_that_were_asked_for(client, turn):
    html = client.get(f"/t/{turn.public_id}/embed/?rev=1&quote=spring").content.decode()
    assert '<mark id="quote">spring</mark>' in html
    assert f"/t/{turn.public_id}/?rev=1&amp;quote=spring" in html


def test_a_page_says_where_its_card_is_to_be_had(client, turn):
    html = client.get(turn.get_absolute_url()).content.decode()
    assert 'type="application/json+oembed"' in html
    assert f"/oembed?url=http%3A%2F%2Ftestserver%2Ft%2F{turn.public_id}%2F" in html


def test_oembed_answers_what_the_specification_wants(client, turn):
    answer = ask(client, turn)
    record = answer.json()
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert (record["version"], record["type"]) == ("1.0", "rich")
    assert record["author_name"] == "Ada Quill, Minister of Ferries"
    assert record["author_url"] == "http://testserver/people/ada-quill/"
    assert record["provider_name"] == "Verbatim"
    assert f'src="http://testserver/t/{turn.public_id}/embed/"' in record["html"]


def test_oembed_answers_in_xml_too(client, turn):
    root = ET.fromstring(ask(client, turn, format="xml").content)  # noqa: S314 - our own answer
    assert root.tag == "oembed"
    assert root.findtext("type") == "rich"
    assert "<iframe" in root.findtext("html")


@pytest.mark.parametrize(
    ("asked", "width", "height"),
    [
        ({}, 600, 320),
        ({"maxwidth": 320}, 320, 320),
        ({"maxwidth": 5000, "maxheight": 150}, 600, 150),
        ({"maxwidth": 90}, 90, 320),
    ],
)
def test_the_card_is_never_larger_than_was_asked(client, turn, asked, width, height):
    record = ask(client, turn, **asked).json()
    assert (record["width"], record["height"]) == (width, height)
    assert f'width="{width}" height="{height}"' in record["html"]


def test_quote_and_revision_go_with_the_card_and_nothing_else_does(client, turn):
    record = ask(client, turn, "?rev=1&quote=%22%3E%3Cscript%3E&utm_source=x").json()
    assert "embed/?rev=1&amp;quote=%22%3E%3Cscript%3E" in record["html"]
    assert "utm_source" not in record["html"]
    assert "<script" not in record["html"]


def test_a_merged_turn_s_card_is_that_of_the_one_it_is_part_of(client, event, turn):
    gone = turn_saying(event, "And if")
    Turn.objects.filter(pk=gone.pk).update(state="merged", merged_into=turn)
    assert f"/t/{turn.public_id}/embed/" in ask(client, gone).json()["html"]


@pytest.mark.parametrize(
    "url",
    [
        "http://testserver/t/zzzzzzzz/",
        "http://elsewhere.example/t/{id}/",
        "http://testserver/",
        "nonsense",
        "http://[/",
        "http://testserver/events/x/",
    ],
)
def test_an_address_that_is_none_of_ours_is_not_found(client, turn, url):
    answer = client.get("/oembed", {"url": url.format(id=turn.public_id)})
    assert answer.status_code == 404
    assert "No turn" in answer.content.decode()


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({"format": "yaml"}, 501),
        ({"maxwidth": "wide"}, 400),
        ({"maxwidth": "-1"}, 400),
        ({"maxheight": "²"}, 400),
        ({"maxwidth": "0"}, 400),
    ],
)
def test_what_cannot_be_answered_is_said_in_a_sentence(client, turn, asked, status):
    answer = ask(client, turn, **asked)
    assert answer.status_code == status
    assert answer.content.decode().endswith(".\n")


def test_without_an_address_it_is_said_what_is_missing(client):
    answer = client.get("/oembed")
    assert answer.status_code == 400
    assert "url=" in answer.content.decode()


def test_a_draft_has_no_card(client, event, turn):
    type(event).objects.update(state="draft")
    assert ask(client, turn).status_code == 404
    assert client.get(f"/t/{turn.public_id}/embed/").status_code == 404
