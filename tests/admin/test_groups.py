"""Editors prepare; publishers let readers see."""

from __future__ import annotations

import pytest
from admin_pages import change_page, shown_fields
from django.contrib.auth.models import Group
from django.urls import reverse

from transcripts.models import Event


def allowed(group: str) -> set[str]:
    return set(Group.objects.get(name=group).permissions.values_list("codename", flat=True))


@pytest.mark.django_db
def test_a_publisher_may_all_that_an_editor_may_and_publish():
    assert allowed("Publishers") - allowed("Editors") == {"publish_event"}
    assert allowed("Editors") < allowed("Publishers")


@pytest.mark.django_db
def test_an_editor_may_not_touch_users():
    assert not [name for name in allowed("Editors") if "user" in name or "group" in name]


@pytest.mark.parametrize("verb", ["publish", "withdraw"])
def test_an_editor_is_refused(edda, draft, verb):
    answer = edda.post(reverse(f"admin:transcripts_event_{verb}", args=[draft.pk]), {"reason": "why not"})
    assert answer.status_code == 403
    draft.refresh_from_db()
    assert draft.state == Event.State.DRAFT


def test_an_editor_sees_no_button_to_publish(edda, pia, draft):
    door = reverse("admin:transcripts_event_publish", args=[draft.pk])
    assert door not in edda.get(change_page(draft)).content.decode()
    assert door in pia.get(change_page(draft)).content.decode()


def test_an_editor_reads_a_published_event_and_cannot_change_it(edda, pia, published):
    fields = shown_fields(pia, published)
    assert edda.get(change_page(published)).status_code == 200
    assert edda.post(change_page(published), {**fields, "title": "Mine now"}).status_code == 403
    assert edda.get(reverse("admin:transcripts_event_text", args=[published.pk])).status_code == 403
    published.refresh_from_db()
    assert published.title == "Press conference"


def test_a_publisher_publishes_and_withdraws_with_a_reason(pia, draft):
    pia.post(reverse("admin:transcripts_event_publish", args=[draft.pk]))
    draft.refresh_from_db()
    assert draft.is_public
    withdraw = reverse("admin:transcripts_event_withdraw", args=[draft.pk])
    assert "This field is required" in pia.post(withdraw, {"reason": ""}).content.decode()
    pia.post(withdraw, {"reason": "It was somebody else’s."})
    draft.refresh_from_db()
    assert draft.state == Event.State.WITHDRAWN
    assert draft.withdrawn_reason == "It was somebody else’s."


def test_publishing_asks_for_a_post(pia, draft):
    assert pia.get(reverse("admin:transcripts_event_publish", args=[draft.pk])).status_code == 405


def test_an_embargo_in_the_past_is_refused(pia, draft):
    publish = reverse("admin:transcripts_event_publish", args=[draft.pk])
    page = pia.post(publish, {"do": "embargo", "publish_at": "2001-01-01T10:00"}, follow=True).content.decode()
    assert "has passed" in page
    draft.refresh_from_db()
    assert draft.state == Event.State.DRAFT


@pytest.mark.django_db
def test_a_stranger_is_asked_to_log_in(client):
    for page in ("/admin/", "/admin/transcripts/event/", "/admin/transcripts/event/add/"):
        assert client.get(page).status_code == 302


def test_publishing_again_does_not_forget_since_when(pia, published):
    since = published.published_at
    pia.post(reverse("admin:transcripts_event_publish", args=[published.pk]))
    published.refresh_from_db()
    assert published.published_at == since
    assert published.revisions.count() == 1
