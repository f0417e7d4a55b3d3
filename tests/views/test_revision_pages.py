"""Every published version has an address, and what changed between two is plain to see."""

from dataclasses import replace

import pytest

from transcripts.models import Event
from transcripts.projection import transcript_of
from transcripts.publishing import add_event, correct_event, publish_event, withdraw_event
from transcripts.text.transcript import Transcript, Turn, TurnKind

pytestmark = pytest.mark.django_db


@pytest.fixture
def event() -> Event:
    """An event in three revisions: as published, one word changed, the last turn taken out."""
    turns = (
        Turn(kind=TurnKind.QUESTION, label="Ben Oake", paragraphs=("When does the ferry come to this harbour?",)),
        Turn(kind=TurnKind.ANSWER, label="Ada Quill", paragraphs=("It comes in the spring, & not before it.",)),
        Turn(kind=TurnKind.MODERATION, label="Usher", paragraphs=("Thank you, that is all that we have time for.",)),
    )
    event = add_event(Transcript(title="On the ferry", turns=turns))
    publish_event(event, note="As the harbour sent it")
    later = replace(turns[1], paragraphs=("It comes in the autumn, & not before it.",))
    correct_event(event, replace(transcript_of(event), turns=(turns[0], later, turns[2])), note="The season")
    correct_event(event, replace(transcript_of(event), turns=(turns[0], later)))
    return event


def page(client, event, rest):
    return client.get(f"{event.get_absolute_url()}revisions/{rest}")


def test_the_history_names_every_revision_with_its_note(client, event):
    shown = page(client, event, "").content.decode()
    assert shown.index("Revision 3") < shown.index("Revision 2") < shown.index("Revision 1")
    assert "The season" in shown


def test_a_revision_shows_the_words_as_they_were(client, event):
    shown = page(client, event, "1/").content.decode()
    assert "in the spring, &amp; not" in shown
    assert "autumn" not in shown
    assert "revisions/1..3/" in shown


def test_a_difference_marks_words_for_eyes_and_screen_readers(client, event):
    shown = page(client, event, "1..3/").content.decode()
    assert "<del>spring</del><ins>autumn</ins>" in shown
    assert "Removed" in shown
    assert "<del>Thank you, that is all" in shown
    assert "1 turn as it was" in shown


def test_a_difference_can_be_read_backwards(client, event):
    assert "<del>autumn</del><ins>spring</ins>" in page(client, event, "3..1/").content.decode()


@pytest.mark.parametrize("rest", ["9/", "0/", "1..9/", "99999999999999999999/"])
def test_a_revision_that_never_was_is_not_found(client, event, rest):
    assert page(client, event, rest).status_code == 404


@pytest.mark.parametrize("rest", ["", "1/", "1..2/"])
def test_a_second_visit_gets_no_page_when_nothing_changed(client, event, rest):
    first = page(client, event, rest)
    again = client.get(first.request["PATH_INFO"], headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize("rest", ["", "1/", "1..2/"])
def test_no_page_needs_more_than_six_queries(client, event, rest, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        page(client, event, rest)


@pytest.mark.parametrize("rest", ["", "1/", "1..2/"])
def test_a_withdrawn_event_shows_none_of_its_versions(client, event, rest):
    withdraw_event(event, reason="By order of the court.")
    answer = page(client, event, rest)
    assert answer.status_code == 410
    assert "spring" not in answer.content.decode()


def test_a_draft_has_no_history_for_readers(client):
    draft = add_event(Transcript(title="X", turns=(Turn(kind=TurnKind.REMARKS, paragraphs=("Not yet.",)),)))
    assert page(client, draft, "").status_code == 404


def test_a_permalink_with_a_revision_shows_that_wording_and_says_that_it_changed(client, event):
    answer = event.turns.get(position=2)
    shown = client.get(f"/t/{answer.public_id}/?rev=1").content.decode()
    assert "It comes in the spring, &amp; not before it." in shown
    assert "It has changed since" in shown
    assert "<del>spring</del><ins>autumn</ins>" in shown


def test_a_permalink_with_the_newest_revision_says_that_nothing_changed(client, event):
    answer = event.turns.get(position=2)
    assert "It is today’s wording too" in client.get(f"/t/{answer.public_id}/?rev=3").content.decode()


@pytest.mark.parametrize("typed", ["9", "x", "-1", "1e9", "²", "%00"])
def test_a_revision_that_never_was_shows_today_s_wording_and_says_so(client, event, typed):
    answer = event.turns.get(position=2)
    shown = client.get(f"/t/{answer.public_id}/?rev={typed}").content.decode()
    assert "autumn" in shown
    assert "no such revision" in shown


def quoting(client, event, quote, **more):
    answer = event.turns.get(position=2)
    return client.get(f"/t/{answer.public_id}/", {"quote": quote, **more}).content.decode()


def test_a_quote_in_the_link_is_marked(client, event):
    shown = quoting(client, event, "comes in the AUTUMN")
    assert '<mark id="quote">comes in the autumn</mark>' in shown
    assert "not said here" not in shown


def test_a_quote_that_is_nearly_right_is_marked_with_its_difference(client, event):
    shown = quoting(client, event, "It comes in the autumn & never before it")
    assert '<mark id="quote">' in shown
    assert "<del>never</del><ins>not</ins>" in shown


def test_a_quote_of_an_older_wording_leads_to_the_revision_that_had_it(client, event):
    shown = quoting(client, event, "in the spring, & not before it")
    assert "rev=1" in shown
    assert '<mark id="quote">in the spring, &amp; not before it</mark>' in quoting(
        client, event, "in the spring, & not before it", rev=1
    )


def test_words_that_were_never_said_are_said_not_to_be_there(client, event):
    shown = quoting(client, event, "<script>The barley is excellent</script>")
    assert "are not said here" in shown
    assert "<script>The barley" not in shown
    assert "<mark" not in shown


@pytest.mark.parametrize("quote", ["", " ", "\0", "x" * 9_000])
def test_no_quote_spoils_the_page(client, event, quote):
    assert "autumn" in quoting(client, event, quote)


def test_programs_find_their_way_from_a_turn(client, event):
    answer = event.turns.get(position=2)
    links = client.get(f"/t/{answer.public_id}/").headers["Link"]
    assert f'<http://testserver/t/{answer.public_id}/>; rel="cite-as"' in links
    assert f'<http://testserver{event.get_absolute_url()}>; rel="collection"' in links
    assert f'<http://testserver/t/{answer.public_id}.json>; rel="describedby"; type="application/json"' in links
    assert 'revisions/>; rel="version-history"' in links


def test_programs_find_their_way_between_revisions(client, event):
    links = {number: page(client, event, f"{number}/").headers["Link"] for number in (1, 2, 3)}
    assert 'revisions/2/>; rel="successor-version"' in links[1]
    assert "predecessor-version" not in links[1]
    assert 'revisions/1/>; rel="predecessor-version"' in links[2]
    assert "successor-version" not in links[3]
    assert all('rel="latest-version"' in link for link in links.values())


def test_programs_find_an_event_s_other_forms(client, event):
    links = client.get(event.get_absolute_url()).headers["Link"]
    assert f'{event.slug}.json>; rel="describedby"' in links
    assert f'{event.slug}.txt>; rel="alternate"' in links
