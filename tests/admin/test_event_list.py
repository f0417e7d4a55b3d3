"""The list of events, and what can be done to several."""

from __future__ import annotations

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from transcripts.models import Event
from transcripts.publishing import add_event, publish_event
from transcripts.text.parsing import parse_source

LIST = "/admin/transcripts/event/"


@pytest.fixture
def embargoed(db, nato) -> Event:
    event = add_event(parse_source(nato, name="nato.txt"))
    publish_event(event, at=timezone.now() + datetime.timedelta(days=1))
    return event


def listed(client, **params) -> set[int]:
    return {event.pk for event in client.get(LIST, params).context["cl"].result_list}


def test_the_list_tells_state_and_number_of_turns(edda, draft, embargoed):
    page = edda.get(LIST).content.decode()
    assert "under embargo until" in page
    assert '<td class="field-turns_shown">25</td>' in page
    assert '<td class="field-turns_shown">4</td>' in page


def test_the_list_is_narrowed_by_state(edda, published, embargoed):
    assert listed(edda, state="published") == {published.pk}
    assert listed(edda, state="embargo") == {embargoed.pk}
    assert listed(edda, state="draft") == set()


def test_events_are_searched_by_subtitle(edda, draft, embargoed):
    assert listed(edda, q="lighthouse") == {draft.pk}


def test_the_selected_are_published(pia, draft):
    pia.post(LIST, {"action": "publish_selected", "_selected_action": [draft.pk]})
    assert Event.objects.published().get() == draft


def test_withdrawing_the_selected_asks_for_a_reason_first(pia, published):
    choice = {"action": "withdraw_selected", "_selected_action": [published.pk]}
    assert "Reason" in pia.post(LIST, choice).content.decode()
    published.refresh_from_db()
    assert published.is_public
    pia.post(LIST, {**choice, "reason": "A court said so."})
    published.refresh_from_db()
    assert published.withdrawn_reason == "A court said so."


def test_an_editor_is_offered_neither(edda, published):
    page = edda.get(LIST).content.decode()
    assert "publish_selected" not in page
    edda.post(LIST, {"action": "withdraw_selected", "_selected_action": [published.pk], "reason": "Mine"})
    published.refresh_from_db()
    assert published.is_public


def test_nobody_deletes_what_was_published(admin_client, published):
    assert admin_client.post(f"{LIST}{published.pk}/delete/", {"post": "yes"}).status_code == 403
    admin_client.post(LIST, {"action": "delete_selected", "_selected_action": [published.pk], "post": "yes"})
    assert Event.objects.filter(pk=published.pk).exists()


def test_a_draft_may_be_deleted(edda, draft):
    assert edda.get(f"{LIST}{draft.pk}/delete/").status_code == 200
    edda.post(f"{LIST}{draft.pk}/delete/", {"post": "yes"})
    assert not Event.objects.exists()


def test_the_first_page_shows_what_waits(edda, draft, embargoed):
    page = edda.get("/admin/").content.decode()
    assert reverse("admin:transcripts_event_change", args=[draft.pk]) in page
    assert reverse("admin:transcripts_event_change", args=[embargoed.pk]) in page
    assert "Add a transcript" in page


def test_the_first_page_bears_the_name_of_the_site(edda, settings):
    assert settings.SITE_NAME in edda.get("/admin/").content.decode()
