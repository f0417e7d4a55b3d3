"""A publisher takes a correction back: the earlier revision comes again, as a new one."""

from dataclasses import replace

from django.urls import reverse

from transcripts.projection import transcript_of
from transcripts.publishing import correct_event


def spoiled(event):
    """The published event, with all but its first turn taken out."""
    whole = transcript_of(event)
    correct_event(event, replace(whole, turns=whole.turns[:1]))
    return [turn.id for turn in whole.turns]


def door(event, number):
    return reverse("admin:transcripts_event_restore", args=[event.pk, number])


def test_a_publisher_restores_a_revision_with_every_address(pia, published):
    before = spoiled(published)
    change_page = pia.get(reverse("admin:transcripts_event_change", args=[published.pk])).content.decode()
    assert door(published, 1) in change_page
    answer = pia.post(door(published, 1), follow=True)
    assert "Revision 1 is restored, as revision 3." in answer.content.decode()
    assert [turn.id for turn in transcript_of(published).turns] == before


def test_restoring_what_stands_changes_nothing_and_says_so(pia, published):
    answer = pia.post(door(published, 1), follow=True)
    assert "nothing to restore" in answer.content.decode()
    assert published.revisions.count() == 1


def test_an_editor_may_not_restore(edda, published):
    spoiled(published)
    assert edda.post(door(published, 1)).status_code == 403
    assert published.revisions.count() == 2


def test_a_revision_that_never_was_is_not_found(pia, published):
    assert pia.post(door(published, 9)).status_code == 404


def test_a_link_alone_restores_nothing(pia, published):
    spoiled(published)
    assert pia.get(door(published, 1)).status_code == 405
