"""Every page, text and record says where its words are from, and what has been corrected in them."""

import pytest
from django.urls import reverse

from tests.views.corrected import correct, corrected_ferry, ferry, turn_saying

pytestmark = pytest.mark.django_db
FACTS = (
    "Check against delivery",
    "https://ministry.example/ferry",
    "https://media.example/ferry.mp4#t=754.5",
    "0:12:34",
)


@pytest.fixture
def event():
    return corrected_ferry()


def read(client, address):
    return client.get(address).content.decode()


@pytest.mark.parametrize("form", ["/", ".txt", ".bib", ".ris", ".csl.json"])
def test_a_turn_says_status_source_moment_and_version_in_every_form(client, event, form):
    question = turn_saying(event, "When does")
    shown = read(client, f"/t/{question.public_id}{form}").replace("\\_", "_").replace("\\#", "#")
    assert all(fact in shown for fact in FACTS)
    assert "Revision 4" in shown
    assert str(event.revisions.get(number=4).created_at.year) in shown


def test_the_data_of_a_turn_say_the_same(client, event):
    question = turn_saying(event, "When does")
    told = client.get(f"/t/{question.public_id}.json").json()["provenance"]
    assert told["status"] == FACTS[0]
    assert told["source"] == FACTS[1]
    assert told["recording"] == FACTS[2]
    assert told["start"] == 754.5
    assert told["revision"]["number"] == 4
    assert told["revision"]["sha256"] == event.revisions.get(number=4).sha256


def test_a_recording_whose_address_has_a_fragment_already_keeps_it(client, event):
    type(event).objects.update(media_url="https://media.example/ferry#chapter-2")
    assert 'href="https://media.example/ferry#chapter-2"' in read(client, turn_saying(event, "When").get_absolute_url())


def test_a_correction_shows_on_the_turn_that_it_touched_with_its_note_and_on_no_other(client, event):
    touched, other = turn_saying(event, "autumn"), turn_saying(event, "And if")
    html = read(client, touched.get_absolute_url())
    assert "A slip of the pen" in html
    assert f"revisions/1..2/#t-{touched.public_id}" in html
    assert "corrected since it was first published" in html
    assert "A slip of the pen" not in read(client, other.get_absolute_url())
    assert "Corrected on" not in read(client, other.get_absolute_url())


def test_the_link_to_what_changed_leads_to_the_turn(client, event):
    touched = turn_saying(event, "autumn")
    html = read(client, f"{event.get_absolute_url()}revisions/1..2/")
    assert f'id="t-{touched.public_id}"' in html


def test_the_transcript_marks_the_turns_that_were_corrected(client, event):
    html = read(client, event.get_absolute_url())
    assert f"revisions/1..2/#t-{turn_saying(event, 'autumn').public_id}" in html
    assert f"revisions/2..3/#t-{turn_saying(event, 'When does').public_id}" in html
    assert html.count('class="corrected"') == 2


def test_a_transcript_that_was_never_corrected_marks_nothing(client):
    event = ferry()
    assert 'class="corrected"' not in read(client, event.get_absolute_url())
    assert "orrected" not in read(client, turn_saying(event, "spring").get_absolute_url())


def test_an_unnamed_speaker_who_was_identified_keeps_the_address_and_it_is_said_when(client):
    event = ferry()
    question = turn_saying(event, "When does")
    assert "<h1>Unnamed journalist</h1>" in read(client, question.get_absolute_url())
    correct(event, 1, "Found on the recording", speaker="Per Lind")
    html = read(client, question.get_absolute_url())
    assert ">Per Lind</a></h1>" in html
    assert "Speaker identified as Per Lind on" in html
    assert "in revision 2" in html
    told = client.get(f"/t/{question.public_id}.json").json()["provenance"]["corrections"]
    assert [(one["revision"], one["identified"]) for one in told] == [(2, "Per Lind")]


@pytest.mark.parametrize("name", ["event-json", "event-text", "event-csv", "event-akn", "event-tei"])
def test_every_form_of_an_event_names_the_revision_that_it_is(client, event, name):
    links = client.get(reverse(name, args=[event.slug])).headers["Link"]
    assert f'{event.get_absolute_url()}revisions/4/>; rel="memento"' in links


def test_an_event_says_status_source_recording_and_version(client, event):
    html = read(client, event.get_absolute_url())
    assert all(fact in html for fact in (FACTS[0], FACTS[1], "https://media.example/ferry.mp4", "Revision 4"))
    told = client.get(reverse("event-json", args=[event.slug])).json()["provenance"]
    assert (told["status"], told["source"], told["revision"]["number"]) == (FACTS[0], FACTS[1], 4)


def test_a_revision_says_status_source_and_digest(client, event):
    html = read(client, f"{event.get_absolute_url()}revisions/2/")
    digest = event.revisions.get(number=2).sha256
    assert all(fact in html for fact in (FACTS[0], FACTS[1], digest, "A slip of the pen"))


@pytest.mark.parametrize(("form", "says"), [(".json", "spring"), (".txt", "spring"), ("/", "spring")])
def test_the_wording_of_a_revision_is_shown_in_every_form(client, event, form, says):
    answer = turn_saying(event, "autumn")
    assert says in read(client, f"/t/{answer.public_id}{form}?rev=1")


@pytest.mark.parametrize("form", [".json", ".txt", "/"])
def test_a_revision_that_never_was_is_said_to_be_none_in_every_form(client, event, form):
    answer = turn_saying(event, "autumn")
    shown = read(client, f"/t/{answer.public_id}{form}?rev=99")
    assert "The event has no such revision" in shown
    assert "autumn" in shown


def test_who_was_unnamed_then_is_said_to_have_been_where_that_wording_is_shown(client, event):
    question = turn_saying(event, "When does")
    html = read(client, f"{question.get_absolute_url()}?rev=1")
    assert "It was then given as said by Unnamed journalist." in html
    assert "— Unnamed journalist\n" in read(client, f"/t/{question.public_id}.txt?rev=1")
    record = client.get(f"/t/{question.public_id}.json?rev=1").json()
    assert (record["speaker"], record["label"]) == (None, "Q")
    assert client.get(f"/t/{question.public_id}.json").json()["speaker"]["name"] == "Per Lind"


def test_a_name_that_a_revision_had_and_nobody_has_today_has_no_address(client, event):
    answer = turn_saying(event, "autumn")
    answer.speaker.name = "Ada Q. Quill"
    answer.speaker.save()
    record = client.get(f"/t/{answer.public_id}.json?rev=1").json()
    assert record["speaker"] == {"slug": None, "name": "Ada Quill", "url": None}


@pytest.mark.parametrize("path", ["event", "turn", "revision"])
def test_a_source_or_recording_that_is_no_web_address_is_never_a_link(client, path):
    event = ferry(source="javascript:alert(1)", media="JavaScript:alert(2)")
    paths = {"event": event.get_absolute_url(), "turn": turn_saying(event, "When does").get_absolute_url()}
    paths["revision"] = f"{paths['event']}revisions/1/"
    html = read(client, paths[path])
    assert "javascript:alert(1)" in html
    assert 'href="javascript:' not in html.lower()
