"""A publisher takes a correction back: the earlier revision comes again, as a new one, and what it changes is shown."""

from dataclasses import replace

from django.urls import reverse

from transcripts.models import Event
from transcripts.projection import transcript_of
from transcripts.publishing import correct_event, withdraw_event


def spoiled(event):
    """The published event, with all but its first turn taken out."""
    whole = transcript_of(event)
    correct_event(event, replace(whole, turns=whole.turns[:1]))
    return [turn.id for turn in whole.turns]


def door(event, number):
    return reverse("admin:transcripts_event_restore", args=[event.pk, number])


def restore(client, event, number):
    """Look, then press the button."""
    page = client.get(door(event, number))
    return client.post(door(event, number), {"fingerprint": page.context["fingerprint"]}, follow=True)


def ids(event):
    return [turn.id for turn in transcript_of(event).turns]


def test_a_publisher_restores_a_revision_with_every_address(pia, published):
    before = spoiled(published)
    change_page = pia.get(reverse("admin:transcripts_event_change", args=[published.pk])).content.decode()
    assert f'href="{door(published, 1)}"' in change_page
    answer = restore(pia, published, 1)
    assert "Revision 1 is restored, as revision 3." in answer.content.decode()
    assert ids(published) == before


def test_what_it_will_change_is_shown_before_and_looking_changes_nothing(pia, published):
    before = spoiled(published)
    page = pia.get(door(published, 1))
    assert [change.turn.id for _name, change in page.context["changes"]] == before[1:]
    assert "when will the lighthouse be lit" in page.content.decode()
    assert published.revisions.count() == 2


def test_restoring_what_stands_has_no_button_and_says_so(pia, published):
    page = pia.get(door(published, 1)).content.decode()
    assert "nothing to restore" in page
    assert '<button type="submit" class="button call">' not in page


def test_what_changed_after_it_was_shown_is_shown_again(pia, published):
    spoiled(published)
    seen = pia.get(door(published, 1)).context["fingerprint"]
    correct_event(published, replace(transcript_of(published), title="Changed in between"))
    answer = pia.post(door(published, 1), {"fingerprint": seen})
    assert "has changed since this was shown" in answer.content.decode()
    assert Event.objects.get().title == "Changed in between"


def test_an_editor_may_neither_look_nor_restore(edda, published):
    spoiled(published)
    assert edda.get(door(published, 1)).status_code == 403
    assert edda.post(door(published, 1)).status_code == 403
    assert published.revisions.count() == 2


def test_a_revision_that_never_was_is_not_found(pia, published):
    assert pia.get(door(published, 9)).status_code == 404


def test_turns_that_were_paired_anew_have_their_first_addresses_again(pia, published):
    first, second, third, fourth = transcript_of(published).turns
    swapped = (replace(first, id=fourth.id), second, third, replace(fourth, id=first.id))
    correct_event(published, replace(transcript_of(published), turns=swapped))
    restore(pia, published, 1)
    assert transcript_of(published).turns == (first, second, third, fourth)


def test_a_withdrawn_event_is_restored_and_published_again_under_its_addresses(pia, client, published):
    before = spoiled(published)
    known_since = Event.objects.get().published_at
    withdraw_event(published, reason="By order of the court.")
    assert client.get(f"/t/{before[0]}/").status_code == 410
    answer = restore(pia, published, 1).content.decode()
    assert "Readers see it when the event is published again" in answer
    assert "Publish again" in answer
    assert client.get(f"/t/{before[1]}/").status_code == 410
    pia.post(reverse("admin:transcripts_event_publish", args=[published.pk]))
    assert ids(published) == before
    assert client.get(f"/t/{before[1]}/").status_code == 200
    assert Event.objects.get().published_at == known_since
    assert published.revisions.first().number == 3


def test_what_was_never_published_is_pointed_out_before_it_goes(pia, published):
    withdraw_event(published, reason="By order of the court.")
    published.refresh_from_db()
    spoiled(published)
    assert "was never published" in pia.get(door(published, 1)).content.decode()
