"""An editor sees which address each turn will have, and says otherwise, before anything is saved."""

from __future__ import annotations

import pytest
from admin_pages import change_page, fields_of, shown_fields
from django.urls import reverse

from transcripts.models import Turn
from transcripts.projection import transcript_of
from transcripts.publishing import add_event
from transcripts.text.formats import canonical
from transcripts.text.transcript import Transcript, TurnKind
from transcripts.text.transcript import Turn as Value

NIGHT = "It will be lit in October, on the longest night that we can find."
OTHER = "Nobody knows as yet what the lamp oil is going to cost this small town."


@pytest.fixture
def door(published) -> str:
    return reverse("admin:transcripts_event_text", args=[published.pk])


def ids(event) -> list[str]:
    return [turn.id for turn in transcript_of(event).turns]


def opened(client, door: str) -> dict[str, str]:
    return fields_of(client.get(door), "text_form")


def without_ids(text: str, event) -> str:
    """As somebody pastes a new version: no turn says which it is."""
    for public_id in ids(event):
        text = text.replace(f"@ #{public_id} ", "").replace(f"#{public_id} ", "")
    return text


def press(client, door: str, fields: dict[str, str], do: str, **changed: str):
    """The page after a button of a form that was filled in so."""
    return client.post(door, {**fields, **changed, "do": do}, follow=True)


def sent(page) -> dict[str, str]:
    return fields_of(page, "text_form")


def replaced(client, door: str, event) -> dict[str, str]:
    """A preview of the transcript with one answer in quite other words, and no ids."""
    fields = opened(client, door)
    return sent(press(client, door, fields, "preview", text=without_ids(fields["text"], event).replace(NIGHT, OTHER)))


def test_an_answer_in_other_words_is_new_and_uncertain_and_stands_on_top(pia, published, door):
    fields = opened(pia, door)
    page = press(pia, door, fields, "preview", text=without_ids(fields["text"], published).replace(NIGHT, OTHER))
    pairing = page.context["paired"].pairing
    assert [pair.place for pair in pairing.uncertain] == [3]
    assert [gone.old.id for gone in pairing.gone] == [ids(published)[2]]
    body = page.content.decode()
    assert body.index("Uncertain: look at these") < body.index("All other turns with their addresses")


def test_a_turn_is_given_the_address_of_an_old_one(pia, published, door):
    before, fields = ids(published), replaced(pia, door, published)
    page = press(pia, door, fields, "preview", **{"pair-3": before[2]})
    assert f"#{before[2]}" in page.context["form"]["text"].value()
    press(pia, door, sent(page), "save")
    assert ids(published) == before
    assert Turn.objects.get(public_id=before[2]).text == OTHER


def test_a_choice_is_kept_through_further_changes_of_the_text(pia, published, door):
    before, fields = ids(published), replaced(pia, door, published)
    fields = sent(press(pia, door, fields, "preview", **{"pair-3": before[2]}))
    text = fields["text"].replace("Good morning.", "Good evening.").replace(OTHER, "Not before spring.")
    fields = sent(press(pia, door, fields, "preview", text=text))
    press(pia, door, fields, "save")
    assert ids(published) == before
    assert Turn.objects.get(public_id=before[2]).text == "Not before spring."


def test_a_turn_is_said_to_be_new(pia, published, door):
    before = ids(published)
    fields = sent(press(pia, door, opened(pia, door), "preview"))
    fields = sent(press(pia, door, fields, "preview", **{"pair-3": "new"}))
    press(pia, door, fields, "save")
    assert ids(published)[2] not in before
    assert Turn.objects.get(public_id=before[2]).state == Turn.State.REMOVED


def test_two_turns_change_addresses(pia, published, door):
    before = ids(published)
    fields = sent(press(pia, door, opened(pia, door), "preview"))
    fields = sent(press(pia, door, fields, "preview", **{"pair-1": before[3], "pair-4": f"#{before[0].upper()}"}))
    press(pia, door, fields, "save")
    assert ids(published) == [before[3], *before[1:3], before[0]]


def test_one_address_for_two_turns_is_refused_with_both_named(pia, published, door):
    fields = sent(press(pia, door, opened(pia, door), "preview"))
    page = press(pia, door, fields, "preview", **{"pair-1": ids(published)[3]})
    assert "would name the turns 1, 4" in page.content.decode()


def test_an_address_of_no_turn_of_the_event_is_refused(pia, published, door):
    fields = sent(press(pia, door, opened(pia, door), "preview"))
    page = press(pia, door, fields, "preview", **{"pair-1": "zzzzzzzz"})
    assert "Turn 1: no turn of this event has or had the address #zzzzzzzz" in page.content.decode()


def test_a_choice_over_a_text_that_has_changed_is_not_taken(pia, published, door):
    fields = sent(press(pia, door, opened(pia, door), "preview"))
    text = fields["text"].replace("Good morning.", "Good evening.")
    page = press(pia, door, fields, "preview", text=text, **{"pair-1": "new"})
    assert "The text has changed since its addresses were shown" in page.content.decode()
    assert page.context["form"]["text"].value() == text


def test_a_turn_that_goes_is_said_to_be_merged_and_that_is_kept_through_a_change(pia, published, door):
    before, fields = ids(published), replaced(pia, door, published)
    fields = sent(press(pia, door, fields, "preview", **{f"gone-{before[2]}": before[1]}))
    fields = sent(press(pia, door, fields, "preview", text=fields["text"].replace("Good morning.", "Good evening.")))
    press(pia, door, fields, "save")
    assert Turn.objects.get(public_id=before[2]).merged_into.public_id == before[1]


def test_saving_with_a_choice_that_was_not_shown_shows_it_first(pia, published, door):
    fields = sent(press(pia, door, opened(pia, door), "preview"))
    page = press(pia, door, fields, "save", **{"pair-3": "new"})
    assert "is not what you were shown" in page.content.decode() or page.context["rewritten"]
    assert published.revisions.count() == 1


def test_what_would_be_saved_is_what_was_shown(pia, published, door):
    fields = sent(press(pia, door, opened(pia, door), "preview"))
    page = press(pia, door, fields, "save", text=without_ids(fields["text"], published).replace(NIGHT, OTHER))
    assert "is not what you were shown" in page.content.decode()
    assert published.revisions.count() == 1


def test_a_wrong_address_is_given_back_after_publication_and_leads_to_the_right_one(pia, client, published, door):
    before = ids(published)
    press(pia, door, replaced(pia, door, published), "save")
    wrong = ids(published)[2]
    fields = sent(pia.get(f"{door}?pairing"))
    fields = sent(press(pia, door, fields, "preview", **{"pair-3": before[2]}))
    press(pia, door, fields, "save")
    assert ids(published) == before
    answer = client.get(f"/t/{wrong}/")
    assert (answer.status_code, answer["Location"]) == (301, f"/t/{before[2]}/")
    assert published.revisions.count() == 3


def test_a_row_that_is_removed_is_shown_to_go_before_it_goes(pia, published):
    before = ids(published)
    fields = {**shown_fields(pia, published), "turns-2-remove": "on"}
    page = pia.post(change_page(published), fields)
    assert ids(published) == before
    pia.post(change_page(published), {**fields_of(page), f"gone-{before[2]}": before[1]})
    assert ids(published) == before
    page = pia.post(change_page(published), {**fields_of(page), f"gone-{before[2]}": before[1], "do": "preview"})
    pia.post(change_page(published), fields_of(page))
    assert Turn.objects.get(public_id=before[2]).merged_into.public_id == before[1]


def test_a_new_row_is_given_the_address_of_a_row_that_goes(pia, published):
    before = ids(published)
    new = {"turns-4-text": OTHER, "turns-4-kind": "answer", "turns-4-position": "3", "turns-2-remove": "on"}
    page = pia.post(change_page(published), {**shown_fields(pia, published), **new})
    page = pia.post(change_page(published), {**fields_of(page), "pair-3": before[2], "do": "preview"})
    assert [row["id"].value() for row in page.context["rows"].initial_forms] == before
    pia.post(change_page(published), fields_of(page))
    assert ids(published) == before
    assert Turn.objects.get(public_id=before[2]).text == OTHER


def test_a_draft_is_saved_without_asking(edda, draft):
    edda.post(change_page(draft), {**shown_fields(edda, draft), "turns-3-remove": "on"})
    assert len(ids(draft)) == 3


def test_of_a_long_event_in_other_words_the_page_stays_small(edda, db):
    turns = tuple(Value(TurnKind.NOTE, (f"w{n}a w{n}b w{n}c w{n}d w{n}e w{n}f w{n}g w{n}h",)) for n in range(1200))
    event = add_event(Transcript(title="Long", turns=turns[:600]))
    door = reverse("admin:transcripts_event_text", args=[event.pk])
    text = canonical.write(Transcript(title="Long", turns=turns[600:]))
    page = press(edda, door, opened(edda, door), "preview", text=text)
    assert len(page.context["paired"].pairing.uncertain) == 600
    assert len(page.content) < 2_000_000
