"""The source beside the turns that were understood of it, and what a click makes of them."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from conftest import SHORT
from django.urls import reverse

from transcripts.models import Event
from transcripts.publishing import Received, add_event
from transcripts.text.parsing import parse_source

# Nobody can tell who speaks first, as the heading does not: the parser says so, with the line.
OPENING = "4 April 2024\n\nGood morning to everybody here at the harbour today.\n\nIt is windy.\n"
UNCERTAIN = SHORT.replace("4 April 2024\n", OPENING).replace("by Minister Ada Holm on", "on")


@pytest.fixture
def event(db) -> Event:
    received = Received(UNCERTAIN.encode(), "lighthouse.txt")
    return add_event(parse_source(received.data, name=received.name), received=received)


@pytest.fixture
def door(event) -> str:
    return reverse("admin:transcripts_event_sides", args=[event.pk])


def fields(page) -> dict[str, str]:
    """What the form on the page would send."""
    form = page.context["form"]
    return {"text": form["text"].value(), "fingerprint": form["fingerprint"].value(), "seen": page.context["seen"]}


def press(client, door, *buttons, **told):
    """The page after these buttons, one after the other, as one without scripts presses them."""
    page = client.get(door)
    for button in buttons:
        page = client.post(door, {**fields(page), **told, "do": button})
    return page


def shown(page) -> list[tuple[str, ...]]:
    return [side.shown.turn.paragraphs for side in page.context["sides"]]


def texts(event) -> list[str]:
    return list(event.turns.current().order_by("position").values_list("text", flat=True))


def test_each_turn_stands_beside_the_line_that_it_came_from(edda, door):
    page = edda.get(door)
    lines = UNCERTAIN.split("\n")
    for side in page.context["sides"]:
        assert side.shown.turn.paragraphs[0] in lines[side.origin.line - 1]
        assert f'href="#line-{side.origin.line}"' in page.content.decode()
    assert [line.text for line in page.context["lines"]] == lines


def test_the_uncertain_turn_is_marked_with_its_line(edda, door):
    page = edda.get(door)
    assert [bool(side.origin.warnings) for side in page.context["sides"]] == [True, False, False, False, False]
    assert "1 turn is uncertain" in page.content.decode()


def test_what_is_uncertain_about_the_heading_stands_above_the_turns(edda, db):
    received = Received(SHORT.replace("4 April 2024\n\n", "").encode(), "undated.txt")
    event = add_event(parse_source(received.data, name=received.name), received=received)
    page = edda.get(reverse("admin:transcripts_event_sides", args=[event.pk]))
    assert "The text has no date" in page.content.decode()


def test_a_turn_that_is_told_who_speaks_is_uncertain_no_more(edda, event, door):
    opened = press(edda, door, "open:1")
    assert opened.context["sides"][0].form is not None
    told = {"turn-kind": "remarks", "turn-speaker": "Ada Holm", "turn-role": "Minister"}
    page = press(edda, door, "tell:1", **told)
    assert page.context["doubtful"] == 0
    assert event.turns.get(position=1).speaker is None
    edda.post(door, {**fields(page), "do": "save"})
    assert event.turns.get(position=1).speaker.name == "Ada Holm"


def test_a_turn_is_split_at_a_paragraph_and_joined_again(edda, door):
    whole = edda.get(door)
    parted = press(edda, door, "split:1:2")
    assert shown(parted)[:2] == [shown(whole)[0][:1], shown(whole)[0][1:]]
    joined = press(edda, door, "split:1:2", "join:2")
    assert shown(joined) == shown(whole)


def test_of_a_split_turn_the_longer_part_keeps_the_address(edda, event, door):
    before = event.turns.get(position=1)
    page = press(edda, door, "split:1:2")
    edda.post(door, {**fields(page), "do": "save"})
    assert texts(event)[:2] == before.text.split("\n\n")
    assert event.turns.get(position=1).public_id == before.public_id


def test_a_click_stores_nothing_before_it_is_saved(edda, event, door):
    before = texts(event)
    press(edda, door, "join:2", "split:1:2")
    assert texts(event) == before


def test_a_click_on_turns_of_another_text_does_nothing(edda, door):
    page = edda.get(door)
    typed = {**fields(page), "text": fields(page)["text"] + "\n\nBo Lind: One more thing.\n"}
    answer = edda.post(door, {**typed, "do": "join:2"})
    assert "The text has changed since these turns were shown" in answer.content.decode()
    assert len(shown(answer)) == 6


@pytest.mark.parametrize("button", ["join:1", "join:99", "split:1:1", "split:1:99", "split:1", "tell:99", "split:x:y"])
def test_a_button_that_is_none_changes_nothing(edda, door, button):
    before = shown(edda.get(door))
    page = press(edda, door, button, **{"turn-kind": "answer"})
    assert page.status_code == 200
    assert shown(page) == before


def test_a_kind_that_is_none_is_said_at_the_field(edda, door):
    page = press(edda, door, "tell:1", **{"turn-kind": "song"})
    assert "song is not one of the available choices" in page.content.decode()


def test_a_text_that_cannot_be_read_keeps_what_was_typed(edda, door):
    page = edda.post(door, {**fields(edda.get(door)), "text": "Title: only a heading\n", "do": "save"})
    assert page.status_code == 200
    assert page.context["form"].errors
    assert "only a heading" in page.content.decode()


def test_what_somebody_else_saved_meanwhile_is_not_overwritten(edda, event, door):
    page = edda.get(door)
    edda.post(door, {**fields(press(edda, door, "split:1:2")), "do": "save"})
    answer = edda.post(door, {**fields(page), "do": "save"})
    assert "Somebody else has changed" in answer.content.decode()


def test_an_event_without_a_source_says_so(edda, event, door):
    event.sources.all().delete()
    assert "No source file was kept" in edda.get(door).content.decode()


def test_an_editor_may_not_change_what_readers_see(edda, published):
    assert edda.get(reverse("admin:transcripts_event_sides", args=[published.pk])).status_code == 403


def test_source_and_turns_are_escaped(edda, db):
    received = Received(SHORT.replace("Good morning.", "<b>Good</b> morning.").encode(), "lighthouse.txt")
    event = add_event(parse_source(received.data, name=received.name), received=received)
    page = edda.get(reverse("admin:transcripts_event_sides", args=[event.pk])).content.decode()
    assert "<b>Good</b>" not in page
    assert page.count("&lt;b&gt;Good&lt;/b&gt;") >= 2


def test_a_turn_is_split_inside_a_paragraph_and_only_the_space_at_the_cut_goes(edda, door):
    page = press(edda, door, "split:1:1:13")
    assert shown(page)[:2] == [
        ("Good morning",),
        ("to everybody here at the harbour today.", "It is windy."),
    ]


@pytest.mark.parametrize("button", ["split:1:1:0", "split:1:2:9999:1", "split:1:3:1", "split:1:2:12"])
def test_no_turn_is_split_where_one_side_would_be_empty(edda, door, button):
    before = shown(edda.get(door))
    assert shown(press(edda, door, button)) == before


def test_a_turn_is_told_its_kind_alone(edda, door):
    page = press(edda, door, "kind:2:6")
    told, before = page.context["sides"][1].shown.turn, edda.get(door).context["sides"][1].shown.turn
    assert (str(told.kind), told.label, told.speaker) == ("note", before.label, before.speaker)


@pytest.mark.parametrize("button", ["kind:2:0", "kind:2:7", "kind:99:1", "kind:2"])
def test_a_kind_by_a_number_that_is_none_changes_nothing(edda, door, button):
    before = edda.get(door).context["sides"]
    kinds = [side.shown.turn.kind for side in before]
    assert [side.shown.turn.kind for side in press(edda, door, button).context["sides"]] == kinds


def test_a_publisher_saves_and_publishes_in_one_step(pia, event, door):
    page = press(pia, door, "split:1:2")
    pia.post(door, {**fields(page), "do": "publish"})
    event.refresh_from_db()
    assert event.is_public
    assert len(texts(event)) == 6


def test_an_editor_is_not_offered_to_publish_and_cannot(edda, event, door):
    page = edda.get(door)
    assert "Save and publish" not in page.content.decode()
    assert edda.post(door, {**fields(page), "do": "publish"}).status_code == 403
    event.refresh_from_db()
    assert event.state == "draft"


def test_after_saving_one_is_back_where_one_came_from(edda, door):
    here = "/admin/transcripts/importjob/1/change/?show=uncertain"
    answer = edda.post(f"{door}?{urlencode({'back': here})}", {**fields(edda.get(door)), "do": "save"})
    assert answer.url == here


@pytest.mark.parametrize("elsewhere", ["https://example.org/", "//example.org/", "javascript:alert(1)"])
def test_one_is_led_to_no_other_site(edda, event, door, elsewhere):
    address = f"{door}?{urlencode({'back': elsewhere})}"
    assert elsewhere not in edda.get(address).content.decode()
    answer = edda.post(address, {**fields(edda.get(door)), "do": "save"})
    assert answer.url == reverse("admin:transcripts_event_change", args=[event.pk])
