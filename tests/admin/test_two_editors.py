"""Two editors on one event: nothing of either is overwritten unseen, and nothing is lost."""

from __future__ import annotations

import pytest
from admin_pages import change_page, fields_of, shown_fields
from django.urls import reverse

from transcripts.models import Event
from transcripts.projection import transcript_of


@pytest.fixture
def door(draft) -> str:
    return reverse("admin:transcripts_event_text", args=[draft.pk])


def opened(client, door: str) -> dict[str, str]:
    return fields_of(client.get(door), "text_form")


def sent(page) -> dict[str, str]:
    return fields_of(page, "text_form")


def save(client, door: str, fields: dict[str, str], old: str = "", new: str = "", **changed: str):
    text = fields["text"].replace(old, new) if old else fields["text"]
    return client.post(door, {"do": "save", **fields, "text": text, **changed}, follow=True)


def theirs_of(page) -> list[str]:
    """The turns that the page says somebody else has changed."""
    return [change.turn.text for _name, change in page.context["meeting"].turns]


def texts(event) -> list[str]:
    return [turn.text for turn in transcript_of(event).turns]


def test_the_second_sees_what_the_first_changed_and_nothing_of_hers_is_lost(edda, pia, draft, door):
    mine, theirs = opened(edda, door), opened(pia, door)
    save(pia, door, theirs, "longest", "darkest")
    page = save(edda, door, mine, "Good morning.", "Good evening.")
    body = page.content.decode()
    assert "Somebody else has changed this event" in body
    assert "<del>longest</del><ins>darkest</ins>" in body
    assert "Last saved by pia" in body
    assert "Good evening." in page.context["form"]["text"].value()
    assert "Good morning." in texts(draft)[0]


def test_turns_that_one_alone_changed_are_put_together(edda, pia, draft, door):
    mine, theirs = opened(edda, door), opened(pia, door)
    save(pia, door, theirs, "longest", "darkest")
    page = save(edda, door, mine, "Good morning.", "Good evening.")
    page = save(edda, door, sent(page), do="merge")
    assert page.context["put_together"]
    assert "Good morning." in texts(draft)[0]
    save(edda, door, sent(page))
    assert "Good evening." in texts(draft)[0]
    assert "darkest" in texts(draft)[2]


@pytest.mark.parametrize(("side", "expected"), [("mine", "coldest"), ("theirs", "darkest")])
def test_of_a_turn_that_both_changed_one_wording_is_chosen(edda, pia, draft, door, side, expected):
    mine, theirs = opened(edda, door), opened(pia, door)
    save(pia, door, theirs, "longest", "darkest")
    page = save(edda, door, mine, "longest", "coldest")
    [choice] = page.context["meeting"].choices
    refused = save(edda, door, sent(page), do="merge")
    assert "Choose a wording for each turn" in refused.content.decode()
    page = save(edda, door, sent(refused), do="merge", **{f"choose-{choice.key}": side})
    save(edda, door, sent(page))
    assert f"the {expected} night" in texts(draft)[2]


def test_both_wordings_come_into_the_box_and_are_pointed_at(edda, pia, draft, door):
    mine, theirs = opened(edda, door), opened(pia, door)
    save(pia, door, theirs, "longest", "darkest")
    page = save(edda, door, mine, "longest", "coldest")
    [choice] = page.context["meeting"].choices
    page = save(edda, door, sent(page), do="merge", **{f"choose-{choice.key}": "both"})
    text = page.context["form"]["text"].value()
    assert text.index("darkest") < text.index("coldest")
    [warning] = page.context["understood"].warnings
    assert "darkest" in text.split("\n")[warning.warning.line - 1]


def test_a_title_that_both_changed_is_a_choice(edda, pia, draft, door):
    mine, theirs = opened(edda, door), opened(pia, door)
    save(pia, door, theirs, "Title: Press conference", "Title: Lamp")
    page = save(edda, door, mine, "Title: Press conference", "Title: Tower")
    page = save(edda, door, sent(page), do="merge", **{"choose-title": "mine"})
    save(edda, door, sent(page))
    assert Event.objects.get().title == "Tower"


def test_a_third_who_saves_in_between_is_seen_too(edda, pia, draft, door):
    mine, theirs = opened(edda, door), opened(pia, door)
    save(pia, door, theirs, "longest", "darkest")
    page = save(edda, door, mine, "Good morning.", "Good evening.")
    page = save(edda, door, sent(page), do="merge")
    save(pia, door, opened(pia, door), "Thank you all", "Thanks to all")
    page = save(edda, door, sent(page))
    assert theirs_of(page) == ["Thanks to all for coming."]
    page = save(edda, door, sent(page), do="merge")
    save(edda, door, sent(page))
    assert ("Good evening." in texts(draft)[0], "Thanks to" in texts(draft)[3]) == (True, True)


def test_what_both_began_from_is_found_without_the_form_where_it_was_published(pia, published):
    door = reverse("admin:transcripts_event_text", args=[published.pk])
    fields = opened(pia, door)
    save(pia, door, fields, "longest", "darkest")
    page = save(pia, door, {**fields, "base": ""}, "Good morning.", "Good evening.")
    assert "<del>longest</del><ins>darkest</ins>" in page.content.decode()


def test_a_form_that_began_from_nothing_known_says_what_to_do(edda, draft, door):
    page = save(edda, door, {**opened(edda, door), "fingerprint": "x", "base": "{}"}, "longest", "darkest")
    assert "open the page again in another tab" in page.content.decode()
    assert "darkest" in page.context["form"]["text"].value()


def test_rows_are_put_together_too(edda, pia, draft):
    mine, theirs = shown_fields(edda, draft), shown_fields(pia, draft)
    pia.post(change_page(draft), {**theirs, "turns-2-text": "Pia’s wording of the answer.", "venue": "Quay"})
    changed = {"turns-0-text": "Edda’s wording of the greeting.", "title": "Edda’s title"}
    page = edda.post(change_page(draft), {**mine, **changed})
    assert theirs_of(page) == ["Pia’s wording of the answer."]
    page = edda.post(change_page(draft), {**fields_of(page), "do": "merge"})
    assert page.context["put_together"]
    edda.post(change_page(draft), fields_of(page))
    assert texts(draft)[0] == "Edda’s wording of the greeting."
    assert texts(draft)[2] == "Pia’s wording of the answer."
    event = Event.objects.get()
    assert (event.title, event.venue) == ("Edda’s title", "Quay")


def test_of_a_row_that_both_changed_one_is_chosen(edda, pia, draft):
    mine, theirs = shown_fields(edda, draft), shown_fields(pia, draft)
    pia.post(change_page(draft), {**theirs, "turns-2-text": "Pia’s wording of the answer."})
    page = edda.post(change_page(draft), {**mine, "turns-2-text": "Edda’s wording of the answer."})
    [choice] = page.context["meeting"].choices
    assert texts(draft)[2] == "Pia’s wording of the answer."
    page = edda.post(change_page(draft), {**fields_of(page), "do": "merge", f"choose-{choice.key}": "both"})
    assert page.context["doubled"] == (3,)
    edda.post(change_page(draft), fields_of(page))
    assert texts(draft)[2] == "Pia’s wording of the answer.\n\nEdda’s wording of the answer."


def test_the_page_with_two_sides_leads_to_where_both_are_put_together(edda, pia, draft, door):
    sides = reverse("admin:transcripts_event_sides", args=[draft.pk])
    form = edda.get(sides).context["form"]
    save(pia, door, opened(pia, door), "longest", "darkest")
    fields = {name: form[name].value() for name in ("text", "fingerprint", "base")}
    page = save(edda, sides, fields, "Good morning.", "Good evening.")
    assert f'formaction="{door}"' in page.content.decode()
    fields = {name: page.context["form"][name].value() for name in ("text", "fingerprint", "base")}
    page = save(edda, door, fields, do="meet")
    assert "<del>longest</del><ins>darkest</ins>" in page.content.decode()


def test_what_could_not_be_saved_is_found_again_after_the_browser_was_closed(edda, pia, draft, door):
    mine, theirs = opened(edda, door), opened(pia, door)
    save(pia, door, theirs, "longest", "darkest")
    save(edda, door, mine, "Good morning.", "Good evening.")
    assert "Good morning." in opened(edda, door)["text"]
    page = edda.get(change_page(draft)).content.decode()
    assert f'href="{door}?unsaved"' in page
    again = opened(edda, f"{door}?unsaved")
    assert "Good evening." in again["text"]
    page = save(edda, door, again)
    page = save(edda, door, sent(page), do="merge")
    save(edda, door, sent(page))
    assert "Good evening." in texts(draft)[0]
    assert "?unsaved" not in edda.get(change_page(draft)).content.decode()


def test_rows_that_could_not_be_saved_are_found_again_as_text(edda, pia, draft, door):
    mine, theirs = shown_fields(edda, draft), shown_fields(pia, draft)
    pia.post(change_page(draft), {**theirs, "turns-2-text": "Pia’s wording of the answer."})
    edda.post(change_page(draft), {**mine, "turns-0-text": "Edda’s wording of the greeting."})
    page = save(edda, door, opened(edda, f"{door}?unsaved"))
    assert theirs_of(page) == ["Pia’s wording of the answer."]
    assert "Edda’s wording" in page.context["form"]["text"].value()


def test_nobody_else_is_shown_what_one_could_not_save(edda, pia, draft, door):
    mine, theirs = opened(edda, door), opened(pia, door)
    save(pia, door, theirs, "longest", "darkest")
    save(edda, door, mine, "Good morning.", "Good evening.")
    assert "?unsaved" not in pia.get(change_page(draft)).content.decode()
