"""A changed text given on the desk: what becomes of the event's turns is seen, and said otherwise, before."""

from __future__ import annotations

from dataclasses import replace

import pytest
from admin_pages import ADD, fields_of

from transcripts.models import Event, Turn
from transcripts.projection import transcript_of
from transcripts.publishing import correct_event

NIGHT = "It will be lit in October, on the longest night that we can find."
OTHER = "Nobody knows as yet what the lamp oil is going to cost this small town."


@pytest.fixture
def short(published) -> str:
    """The text that the event was made of."""
    return published.sources.get().read().decode()


@pytest.fixture
def changed(short) -> str:
    """The same with one answer in quite other words."""
    return short.replace(NIGHT, OTHER)


def ids(event) -> list[str]:
    return [turn.id for turn in transcript_of(event).turns]


def look(client, text: str, **fields):
    return client.post(ADD, {**fields, "text": text, "do": "preview"})


def sent(page) -> dict[str, str]:
    return fields_of(page, "add_form")


def again(client, page, text: str, **fields):
    """Another look, at this text, with what the page held."""
    return client.post(ADD, {**sent(page), **fields, "text": text, "do": "preview"})


def publish(client, page, **fields):
    return client.post(ADD, {**sent(page), "version": "correct", "do": "publish", **fields}, follow=True)


def test_the_turns_in_doubt_are_seen_before_it_is_saved(pia, published, changed):
    page = look(pia, changed)
    pairing = page.context["version"].paired.pairing
    assert [pair.place for pair in pairing.uncertain] == [3]
    assert "Uncertain: look at these" in page.content.decode()


def test_what_was_shown_is_saved_and_the_doubt_is_named_with_the_way_to_mend_it(pia, published, changed):
    before = ids(published)
    answer = publish(pia, look(pia, changed)).content.decode()
    assert f"/admin/transcripts/event/{published.pk}/text/?pairing" in answer
    assert ids(published)[2] not in before


def test_a_turn_is_given_its_old_address_and_keeps_it_while_the_text_is_mended(pia, published, changed):
    before = ids(published)
    page = again(pia, look(pia, changed), changed, **{"pair-3": before[2]})
    assert page.context["version"].paired.pairing.ids == tuple(before)
    publish(pia, again(pia, page, changed.replace("Good morning.", "Good evening.")))
    assert ids(published) == before
    assert Turn.objects.get(public_id=before[2]).text == OTHER


def test_one_who_chooses_and_saves_at_once_is_shown_it_first(pia, published, changed):
    page = publish(pia, look(pia, changed), **{"pair-3": ids(published)[2]})
    assert "is not what you were shown" in page.content.decode()
    assert published.revisions.count() == 1


def test_a_pairing_that_another_changed_underneath_is_refused(pia, published, changed):
    page = look(pia, changed)
    said = transcript_of(published)
    first = replace(said.turns[0], paragraphs=(said.turns[0].text.replace("Good morning", "Good day"),))
    correct_event(published, replace(said, turns=(first, *said.turns[1:])))
    answer = publish(pia, page)
    assert "is not what you were shown" in answer.content.decode()
    assert published.revisions.count() == 2


def test_a_text_that_is_another_version_no_more_is_not_added_as_an_event_unasked(pia, published, changed):
    page = look(pia, changed)
    said = transcript_of(published)
    correct_event(published, replace(said, title="Another", subtitle="altogether", turns=said.turns[3:]))
    answer = publish(pia, page)
    assert "is an earlier version of this text no more" in answer.content.decode()
    assert Event.objects.count() == 1


def test_a_correction_that_the_new_text_contradicts_is_seen_before(pia, published, short):
    said = transcript_of(published)
    answer = replace(said.turns[2], paragraphs=(NIGHT.replace("longest", "darkest"),))
    correct_event(published, replace(said, turns=(*said.turns[:2], answer, *said.turns[3:])))
    page = look(pia, short.replace("longest", "coldest"))
    [conflict] = page.context["version"].conflicts
    assert "darkest" in conflict.message
    assert "coldest" in conflict.message
    publish(pia, page)
    assert "darkest" in transcript_of(published).turns[2].text
