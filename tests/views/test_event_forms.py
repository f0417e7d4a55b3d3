"""An event in every form that other programs read says what its page says, and says it back."""

import pytest
from django.urls import reverse

from transcripts.importing import Wishes, import_source
from transcripts.projection import transcript_of
from transcripts.publishing import add_event, withdraw_event
from transcripts.text.formats import akn, canonical, json, tei
from transcripts.text.transcript import Transcript, Turn, TurnKind

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clean_data")]
FORMS = ("event-json", "event-text", "event-csv", "event-akn", "event-tei")


@pytest.fixture
def event(nato):
    return import_source(nato, name="nato.txt", wishes=Wishes(publish=True)).event


def get(client, name, event):
    return client.get(reverse(name, args=[event.slug]))


@pytest.mark.parametrize(
    ("name", "parse"),
    [("event-json", json.parse), ("event-text", canonical.parse), ("event-akn", akn.parse), ("event-tei", tei.parse)],
)
def test_what_a_form_says_can_be_read_back_to_the_letter(client, event, name, parse):
    assert parse(get(client, name, event).content.decode()) == transcript_of(event)


def test_the_table_has_a_row_for_every_turn(client, event):
    answer = get(client, "event-csv", event)
    assert answer.headers["Content-Type"].startswith("text/csv")
    assert "dig deeper" in answer.content.decode()


@pytest.mark.parametrize("name", FORMS)
def test_every_form_answers_304_while_nothing_changed(client, event, name):
    first = get(client, name, event)
    again = client.get(first.request["PATH_INFO"], headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize("name", FORMS)
def test_no_form_shows_a_draft(client, name):
    draft = add_event(Transcript(title="X", turns=(Turn(kind=TurnKind.REMARKS, paragraphs=("Not yet.",)),)))
    assert get(client, name, draft).status_code == 404


@pytest.mark.parametrize("name", FORMS)
def test_no_form_shows_what_was_withdrawn(client, event, name):
    withdraw_event(event, reason="By order of the court.")
    answer = get(client, name, event)
    assert answer.status_code == 410
    assert "battlefield" not in answer.content.decode()


def test_every_form_is_linked_from_the_page(client, event):
    page = client.get(event.get_absolute_url()).content.decode()
    assert all(reverse(name, args=[event.slug]) in page for name in FORMS)
