"""The whole transcript as one text."""

from __future__ import annotations

import pytest
from django.urls import reverse

from transcripts.models import Event, Turn
from transcripts.projection import transcript_of


@pytest.fixture
def door(published: Event) -> str:
    return reverse("admin:transcripts_event_text", args=[published.pk])


def shown(client, door: str) -> dict[str, str]:
    form = client.get(door).context["form"]
    return {"text": form.initial["text"], "fingerprint": form.initial["fingerprint"]}


def test_the_text_saved_as_it_is_changes_nothing(pia, published, door):
    before = transcript_of(published)
    assert pia.post(door, {**shown(pia, door), "do": "save"}).status_code == 302
    assert transcript_of(Event.objects.get()) == before
    assert published.revisions.count() == 1


def test_a_preview_says_which_turns_keep_their_address_and_stores_nothing(pia, published, door):
    fields = shown(pia, door)
    fields["text"] = fields["text"].replace("longest", "darkest") + "\n\nCara Dahl (Harbour Post): And after that?\n"
    pairing = pia.post(door, {**fields, "do": "preview"}).context["paired"].pairing
    assert [pair.fate for pair in pairing.pairs] == ["kept"] * 4 + ["new"]
    assert published.turns.count() == 4


def test_saving_corrects_the_text_and_the_fields(pia, published, door):
    last = published.turns.get(position=4)
    fields = shown(pia, door)
    head, _cut, _tail = fields["text"].partition(last.text)
    text = head.replace("Title: Press conference", "Title: Press conference, corrected")
    pia.post(door, {**fields, "text": text + "Thank you, and mind the step.", "do": "save", "note": "The step"})
    assert Event.objects.get().title == "Press conference, corrected"
    assert Turn.objects.get(pk=last.pk).text == "Thank you, and mind the step."
    assert published.revisions.first().note == "The step"


def test_a_text_of_nothing_is_refused(pia, published, door):
    page = pia.post(door, {**shown(pia, door), "text": "Title: All gone\n", "do": "save"})
    assert page.status_code == 200
    assert page.context["form"].errors
    assert published.turns.current().count() == 4


def test_a_text_that_cannot_be_shown_as_one_is_edited_by_rows(pia, published, door):
    published.turns.filter(position=1).update(text=" Outer spaces of an old import.")
    assert "Change its rows here" in pia.get(door, follow=True).content.decode()
