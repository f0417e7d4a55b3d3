"""One exchange has one link, that of its first question, and its page shows the whole of it."""

from dataclasses import replace

import pytest

from tests.views.corrected import TURNS, ferry, turn_saying

pytestmark = pytest.mark.django_db
LONG = "Nobody knows how long the ice will be, and the ministry does not either. " * 40


@pytest.fixture
def event():
    return ferry((*TURNS[:4], replace(TURNS[4], paragraphs=(LONG.strip(),)), TURNS[5]))


def page(client, turn):
    return client.get(turn.get_absolute_url())


def test_the_first_question_s_page_shows_every_turn_whole_from_the_hand_over_on(client, event):
    html = page(client, turn_saying(event, "When does")).content.decode()
    spoken = [turn for turn in event.turns.order_by("position") if turn.exchange_id]
    places = [html.index(f'id="t-{turn.public_id}"') for turn in spoken]
    assert places == sorted(places)
    assert all(turn.text in html for turn in spoken)
    assert "<summary>" not in html
    assert "Exchange 1, all 5 turns" in html


def test_every_turn_of_it_has_its_own_permalink_there(client, event):
    html = page(client, turn_saying(event, "When does")).content.decode()
    assert all(f'href="/t/{turn.public_id}/"' in html for turn in event.turns.filter(exchange__isnull=False))


@pytest.mark.parametrize("words", ["lady in", "comes in", "And if", "Nobody knows"])
def test_any_other_turn_shows_the_exchange_around_it_and_leads_there(client, event, words):
    question = turn_saying(event, "When does")
    response = page(client, turn_saying(event, words))
    html = response.content.decode()
    assert "When does the ferry come" in html
    assert f'<a href="/t/{question.public_id}/" rel="up">The whole exchange</a>' in html
    assert f'<http://testserver/t/{question.public_id}/>; rel="up"' in response.headers["Link"]


def test_a_turn_outside_of_any_exchange_leads_to_none(client, event):
    response = page(client, turn_saying(event, "coffee"))
    assert "exchange-line" not in response.content.decode()
    assert 'rel="up"' not in response.headers["Link"]


def test_programs_find_the_turns_from_the_exchange(client, event):
    links = page(client, turn_saying(event, "When does")).headers["Link"]
    assert links.count('rel="item"') == 5


def test_an_exchange_without_a_question_is_named_by_its_first_turn(client):
    event = ferry((TURNS[0], TURNS[2], TURNS[5]))
    html = page(client, turn_saying(event, "lady in")).content.decode()
    assert "Exchange 1, all 2 turns" in html


def test_the_transcript_links_each_exchange_by_its_permalink(client, event):
    html = page(client, event).content.decode()
    question = turn_saying(event, "When does")
    assert f'<a class="exchange-number" href="/t/{question.public_id}/"' in html


def test_the_data_names_the_exchange_by_its_link(client, event):
    question, answer = turn_saying(event, "When does"), turn_saying(event, "comes in")
    exchange = client.get(f"/t/{answer.public_id}.json").json()["exchange"]
    assert exchange["number"] == 1
    assert exchange["url"] == f"http://testserver/t/{question.public_id}/"
    assert len(exchange["turns"]) == 5
