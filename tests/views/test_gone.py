"""What is no more is said to be so in every form, with the reason and where to look now."""

import pytest

from tests.views.corrected import corrected_ferry, turn_saying
from transcripts.models import Turn
from transcripts.publishing import withdraw_event

pytestmark = pytest.mark.django_db
FORMS = ("/", ".json", ".txt", ".bib", ".ris", ".csl.json", "/embed/")
every_form = pytest.mark.parametrize("form", FORMS)


@pytest.fixture
def event():
    return corrected_ferry()


@pytest.fixture
def removed(event) -> Turn:
    return turn_saying(event, "coffee")


@every_form
def test_a_removed_turn_answers_410_with_its_last_wording(client, removed, form):
    answer = client.get(f"/t/{removed.public_id}{form}")
    assert answer.status_code == 410
    assert "there is coffee in the hall" in answer.content.decode()


@pytest.mark.parametrize("form", ["/", ".txt", ".bib", ".ris"])
def test_a_removed_turn_says_what_removed_it_and_what_stands_there_now(client, event, removed, form):
    shown = client.get(f"/t/{removed.public_id}{form}").content.decode()
    assert "Removed by revision 4 on" in shown
    assert "Said after the end" in shown
    assert f"/t/{turn_saying(event, 'ice has to wait').public_id}/" in shown


@pytest.mark.parametrize("form", [".json", ".csl.json"])
def test_the_data_of_a_removed_turn_say_the_same(client, event, removed, form):
    record = client.get(f"/t/{removed.public_id}{form}").json()
    assert (record["error"], record["id"], record["revision"]) == ("removed", removed.public_id, 4)
    assert record["text"] == removed.text
    assert record["note"] == "Said after the end"
    assert record["successor"].endswith(f"/t/{turn_saying(event, 'ice has to wait').public_id}/")
    assert record["difference"].endswith(f"/revisions/3..4/#t-{removed.public_id}")


@pytest.mark.parametrize("form", ["/", "/embed/"])
def test_a_quote_of_a_removed_turn_is_marked_in_its_last_wording(client, removed, form):
    shown = client.get(f"/t/{removed.public_id}{form}?quote=coffee+in").content.decode()
    assert '<mark id="quote">coffee in</mark>' in shown


def test_a_turn_that_no_revision_removed_is_still_told(client, event):
    turn = turn_saying(event, "And if")
    Turn.objects.filter(pk=turn.pk).update(state="removed")
    record = client.get(f"/t/{turn.public_id}.json").json()
    assert (record["revision"], record["successor"]) == (None, None)
    assert client.get(turn.get_absolute_url()).status_code == 410


@every_form
def test_a_merged_turn_leads_to_the_same_form_of_the_other(client, event, form):
    gone, kept = turn_saying(event, "And if"), turn_saying(event, "When does")
    Turn.objects.filter(pk=gone.pk).update(state="merged", merged_into=kept)
    answer = client.get(f"/t/{gone.public_id}{form}?rev=1")
    assert answer.status_code == 301
    assert answer["Location"] == f"/t/{kept.public_id}{form}?rev=1"


@every_form
def test_an_id_copied_by_hand_leads_to_the_same_form(client, event, form):
    turn = turn_saying(event, "And if")
    Turn.objects.filter(pk=turn.pk).update(public_id="1a0b1c0d")
    assert client.get(f"/t/IAoBLCOD{form}")["Location"] == f"/t/1a0b1c0d{form}"


@every_form
def test_what_is_not_published_is_not_found(client, event, form):
    type(event).objects.update(state="draft")
    assert client.get(f"/t/{turn_saying(event, 'And if').public_id}{form}").status_code == 404


WITHDRAWN = (
    *(f"turn{form}" for form in FORMS),
    *(f"turn{form}" for form in ("/?rev=1", "/?quote=ferry", ".json?rev=1", "/embed/?quote=ferry")),
    *(f"removed{form}" for form in FORMS),
    *(f"event{form}" for form in ("/", ".json", ".txt", ".csv", ".akn.xml", ".tei.xml")),
    *(f"event/revisions/{rest}" for rest in ("", "1/", "1..3/")),
)
WORDS = ("the ferry", "comes in", "autumn", "spring", "has to wait", "coffee", "Quill", "Lind")


@pytest.mark.parametrize("asked", WITHDRAWN)
def test_what_was_withdrawn_answers_410_with_the_reason_and_none_of_the_text(client, event, removed, asked):
    withdraw_event(event, reason="By order of the court.")
    turn = turn_saying(event, "autumn").public_id
    paths = {"turn": f"/t/{turn}", "removed": f"/t/{removed.public_id}", "event": f"/events/{event.slug}"}
    name = next(name for name in paths if asked.startswith(name))
    answer = client.get(asked.replace(name, paths[name], 1))
    shown = answer.content.decode()
    assert answer.status_code == 410
    assert "By order of the court." in shown
    assert not any(word in shown for word in WORDS)


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/events/",
        "/people/",
        "/outlets/",
        "/search/?q=ferry",
        "/search.json?q=autumn",
        "/sitemap-turns.xml",
        "/sitemap-events.xml",
        "/sitemap-people.xml",
    ],
)
def test_what_was_withdrawn_shows_nowhere_else(client, event, path):
    turn = turn_saying(event, "autumn").public_id
    withdraw_event(event, reason="By order of the court.")
    shown = client.get(path).content.decode()
    assert not any(word in shown for word in (turn, event.slug, "Quill", "in the autumn"))


@pytest.mark.parametrize("path", ["/people/ada-quill/", "/outlets/the-beacon/"])
def test_the_people_of_a_withdrawn_event_show_none_of_it(client, event, path):
    withdraw_event(event, reason="By order of the court.")
    shown = client.get(path).content.decode()
    assert "autumn" not in shown
    assert event.slug not in shown


def test_what_was_withdrawn_has_no_card(client, event):
    turn = turn_saying(event, "autumn")
    withdraw_event(event, reason="By order of the court.")
    answer = client.get("/oembed", {"url": f"http://testserver{turn.get_absolute_url()}"})
    assert answer.status_code == 404
    assert "autumn" not in answer.content.decode()
