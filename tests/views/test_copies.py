"""A copy that is still good is not sent again, and a page that is sent asks little of the database."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone, translation

from tests.views.corrected import correct, corrected_ferry, ferry, turn_saying
from transcripts.models import Event
from transcripts.publishing import mark_stale_where_named

pytestmark = pytest.mark.django_db
TURN = (
    "/",
    "/?rev=1",
    "/?rev=99",
    "/?quote=ferry",
    "/embed/",
    ".json",
    ".json?rev=1",
    ".txt",
    ".bib",
    ".ris",
    ".csl.json",
)
EVENT = ("/", ".json", ".txt", ".csv", ".akn.xml", ".tei.xml", "/revisions/", "/revisions/1/", "/revisions/1..3/")
PAGES = (*(f"turn{form}" for form in TURN), *(f"event{form}" for form in EVENT))


@pytest.fixture
def event() -> Event:
    event = corrected_ferry()
    # As if it had been published a while ago: the header counts whole seconds.
    past = timezone.now() - timezone.timedelta(hours=1)
    Event.objects.update(updated_at=past, published_at=past)
    event.revisions.update(created_at=past)
    return event


@pytest.fixture
def address(event, request) -> str:
    turn = turn_saying(event, "autumn").public_id
    return request.param.replace("turn", f"/t/{turn}", 1).replace("event", f"/events/{event.slug}", 1)


every_page = pytest.mark.parametrize("address", PAGES, indirect=True)


@every_page
def test_a_copy_is_still_good_by_its_tag(client, address):
    first = client.get(address)
    assert first.status_code == 200
    assert client.get(address, headers={"If-None-Match": first["ETag"]}).status_code == 304


@every_page
def test_a_copy_is_still_good_by_its_date(client, address):
    first = client.get(address)
    assert client.get(address, headers={"If-Modified-Since": first["Last-Modified"]}).status_code == 304


@every_page
def test_a_copy_stays_good_when_another_event_is_published(client, address):
    first = client.get(address)
    correct(ferry(), 0, "Another one", paragraphs=("The gentleman in the third row.",))
    assert client.get(address, headers={"If-None-Match": first["ETag"]}).status_code == 304
    assert client.get(address, headers={"If-Modified-Since": first["Last-Modified"]}).status_code == 304


@every_page
def test_a_copy_stays_good_the_day_after(client, address, monkeypatch):
    first = client.get(address)
    monkeypatch.setattr(timezone, "localdate", lambda: date(2031, 1, 2))
    assert client.get(address, headers={"If-None-Match": first["ETag"]}).status_code == 304


@pytest.mark.parametrize(
    "address", [page for page in PAGES if "rev=1" not in page and "revisions/" not in page], indirect=True
)
def test_a_copy_is_no_longer_good_once_the_turn_was_corrected(client, event, address):
    first = client.get(address)
    correct(event, 2, "Not so soon", paragraphs=("It comes in the winter with the ferry pilot.",))
    assert client.get(address, headers={"If-None-Match": first["ETag"]}).status_code == 200
    assert client.get(address, headers={"If-Modified-Since": first["Last-Modified"]}).status_code == 200


@every_page
def test_no_page_asks_more_than_six_things_of_the_database(client, address, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        client.get(address)


def test_an_old_revision_of_many_costs_one_more_and_no_more(client, event, django_assert_max_num_queries):
    for count in range(25):
        correct(event, 2, "Again", paragraphs=(f"It comes in the year {count} and not before it.",))
    turn = turn_saying(event, "It comes in")
    with django_assert_max_num_queries(6):
        assert "spring" in client.get(f"/t/{turn.public_id}/?rev=1&quote=coffee").content.decode()


@every_page
def test_browsers_ask_before_they_show_a_copy(client, address):
    assert client.get(address)["Cache-Control"] == "no-cache"


def test_what_is_asked_for_has_its_own_tag(client, event):
    turn = turn_saying(event, "autumn")
    queries = ("", "?rev=1", "?rev=2", "?quote=autumn", "?quote=before")
    tags = [client.get(f"{turn.get_absolute_url()}{query}")["ETag"] for query in queries]
    assert len(set(tags)) == len(queries)


def test_another_language_has_its_own_tag(client, event, settings):
    settings.LANGUAGES = [("en", "English"), ("de", "Deutsch")]
    address = turn_saying(event, "autumn").get_absolute_url()
    tags = {client.get(address, headers={"Accept-Language": code})["ETag"] for code in ("en", "de")}
    translation.deactivate()
    assert len(tags) == 2
    assert "Accept-Language" in client.get(address)["Vary"]


def test_a_copy_from_before_a_speaker_was_renamed_is_good_no_more_by_its_date(client, event):
    turn = turn_saying(event, "autumn")
    address = f"/t/{turn.public_id}/"
    before = client.get(address)["Last-Modified"]

    turn.speaker.name = "Magda Oselund of Low Quay"
    turn.speaker.save()
    mark_stale_where_named(turn.speaker)

    assert client.get(address, headers={"If-Modified-Since": before}).status_code == 200
