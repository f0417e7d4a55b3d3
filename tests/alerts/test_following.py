import re
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.core import mail
from django.utils import timezone

from transcripts.models import Follow

pytestmark = pytest.mark.django_db
FOLLOW = "/follow/?q=breakwater"


def ask(client, address="ada@example.org", where=FOLLOW, cadence="daily"):
    return client.post(where, {"address": address, "cadence": cadence})


def link(kind, message):
    (found,) = set(re.findall(rf"https://archive\.example\.org(/follow/{kind}/\S+)", message.body))
    return found


def test_the_form_is_shown_where_mail_is_set_up_and_not_where_it_is_not(client, settings):
    assert 'name="address"' in client.get(FOLLOW).content.decode()
    settings.MAIL_IS_SET_UP = False
    text = client.get(FOLLOW).content.decode()
    assert 'name="address"' not in text
    assert "sends no mail" in text
    assert ask(client).status_code == 404


def test_asking_sends_one_mail_to_confirm_and_nothing_else(client):
    answer = ask(client)
    assert answer.status_code == 200
    assert '<a href="/search/?q=breakwater">Back to the results</a>' in answer.content.decode()
    (message,) = mail.outbox
    assert message.to == ["ada@example.org"]
    assert "breakwater" in message.subject
    assert [part[1] for part in message.alternatives] == ["text/html"]
    assert Follow.objects.confirmed().count() == 0


def test_opening_the_link_confirms_nothing_and_its_button_does(client):
    ask(client)
    address = link("confirm", mail.outbox[0])
    assert "Yes, follow it" in client.get(address).content.decode()
    assert Follow.objects.confirmed().count() == 0
    assert "You follow this search" in client.post(address).content.decode()
    assert Follow.objects.confirmed().count() == 1


def test_the_link_lapses_after_two_days(client):
    ask(client)
    Follow.objects.update(created_at=timezone.now() - timedelta(days=2, minutes=1))
    address = link("confirm", mail.outbox[0])
    assert client.post(address).status_code == 410
    assert Follow.objects.confirmed().count() == 0


@pytest.mark.parametrize("signed", ["x", "x:y", "%00", "a" * 500])
@pytest.mark.parametrize(("kind", "status"), [("confirm", 410), ("stop", 404)])
def test_a_link_that_was_not_made_here_does_nothing(client, signed, kind, status):
    ask(client)
    assert client.post(f"/follow/{kind}/{signed}/").status_code == status
    assert Follow.objects.count() == 1


def test_a_link_to_confirm_does_not_end_and_one_to_end_does_not_confirm(client):
    ask(client)
    signed = urlsplit(link("confirm", mail.outbox[0])).path.split("/")[3]
    assert client.post(f"/follow/stop/{signed}/").status_code == 404
    assert Follow.objects.count() == 1


@pytest.mark.parametrize("address", ["", "ada", "ada@", "ada@example.org\nBcc: all@example.org", "a" * 300 + "@b.org"])
def test_what_is_no_address_is_said_so(client, address):
    response = ask(client, address)
    assert response.status_code == 422
    assert 'role="alert"' in response.content.decode()
    assert mail.outbox == []


def test_how_often_is_one_of_two(client):
    assert ask(client, cadence="hourly").status_code == 422


def test_a_search_with_a_line_feed_makes_no_second_header(client):
    ask(client, where="/follow/?q=one%0aBcc:%20all@example.org")
    message = mail.outbox[0].message()
    assert message["Bcc"] is None
    assert "\n" not in mail.outbox[0].subject


def test_nobody_learns_whether_an_address_follows_something(client):
    first = ask(client).content
    again = ask(client).content
    assert first == again
    assert len(mail.outbox) == 1


def test_a_stranger_cannot_fill_a_mailbox(client):
    for number in range(10):
        assert ask(client, where=f"/follow/?q=word{number}").status_code == 200
    assert len(mail.outbox) == 3


def test_an_address_follows_so_many_searches_and_no_more(client, follow):
    for number in range(20):
        follow(f"word{number}")
    ask(client, where="/follow/?q=another")
    assert mail.outbox == []


def test_everybody_together_asks_so_often_an_hour_and_no_more(client, monkeypatch):
    monkeypatch.setattr("transcripts.alerts.following.MOST_ASKED", 2)
    assert [ask(client, f"a{number}@example.org").status_code for number in range(3)] == [200, 200, 503]


def test_a_search_too_long_for_mail_is_told_of_the_feeds(client):
    response = ask(client, where="/follow/?q=" + "é" * 900)
    assert "Its feeds know no such limit" in response.content.decode()
    assert Follow.objects.count() == 0


def test_a_mail_server_that_takes_nothing_leaves_nothing_behind(client, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    response = ask(client)
    assert response.status_code == 503
    assert "could not be sent" in response.content.decode()
    assert Follow.objects.count() == 0


def test_the_page_says_what_is_stored(client):
    assert "Stored are the address" in client.get(FOLLOW).content.decode()


@pytest.mark.parametrize(
    "where", ["/follow/", "/follow/?q=%00", "/follow/?speaker=jane-roe", "/follow/?q=" + "a" * 9000]
)
def test_any_search_has_a_page_to_follow_it(client, where):
    text = client.get(where).content.decode()
    assert "/search.atom" in text
    assert "/search.feed.json" in text


def test_the_pages_say_what_is_followed_by_name(client, publish):
    publish()
    where = "/follow/?q=breakwater&speaker=jane-roe&kind=answer&from=2020-01-01"
    named = "<q>breakwater</q> · Jane Roe · Answer · from 1 January 2020"
    assert named in client.get(where).content.decode()
    ask(client, where=where)
    assert named in client.get(link("confirm", mail.outbox[0])).content.decode()
    assert "Please confirm: follow breakwater, Jane Roe, Answer, from 1 January 2020" in mail.outbox[0].subject
    assert '<p class="lead">Jane Roe</p>' in client.get("/follow/?speaker=jane-roe").content.decode().replace("\n", "")
