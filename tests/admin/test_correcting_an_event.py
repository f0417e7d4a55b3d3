"""The page of one event: fields and turns, saved together."""

from __future__ import annotations

from admin_pages import change_page, fields_of, shown_fields
from django.urls import reverse

from transcripts.models import Event, Person, Turn
from transcripts.projection import transcript_of
from transcripts.publishing import Received, add_event
from transcripts.text.parsing import parse_source


def ids(event: Event) -> list[str]:
    return list(event.turns.current().order_by("position").values_list("public_id", flat=True))


def test_saving_the_page_as_it_is_changes_nothing(pia, published):
    before = transcript_of(published)
    assert pia.post(change_page(published), shown_fields(pia, published)).status_code == 302
    assert transcript_of(Event.objects.get()) == before
    assert published.revisions.count() == 1


def test_saving_the_real_press_conference_as_it_is_changes_not_a_letter(edda, nato):
    event = add_event(parse_source(nato, name="nato.txt"), received=Received(nato, "nato.txt"))
    before = transcript_of(event)
    edda.post(change_page(event), shown_fields(edda, event))
    assert transcript_of(Event.objects.get()) == before


def test_a_changed_word_keeps_the_address_and_makes_a_revision_with_its_note(pia, published):
    before = ids(published)
    fields = shown_fields(pia, published)
    fields["turns-2-text"] = fields["turns-2-text"].replace("longest", "darkest")
    pia.post(change_page(published), {**fields, "note": "She said darkest."})
    assert ids(published) == before
    assert "darkest" in Turn.objects.get(public_id=before[2]).text
    revision = published.revisions.first()
    assert (revision.number, revision.note, revision.created_by.username) == (2, "She said darkest.", "pia")


def test_a_draft_gets_no_revision(edda, draft):
    fields = shown_fields(edda, draft)
    edda.post(change_page(draft), {**fields, "title": "Press conference, mended"})
    assert Event.objects.get().title == "Press conference, mended"
    assert not draft.revisions.exists()


def test_a_changed_title_alone_is_a_revision_of_a_published_event(pia, published):
    pia.post(change_page(published), {**shown_fields(pia, published), "title": "Press conference in the harbour"})
    assert published.revisions.count() == 2


def test_a_removed_turn_keeps_its_row_under_its_address(pia, published):
    before = ids(published)
    page = pia.post(change_page(published), {**shown_fields(pia, published), "turns-3-remove": "on"})
    assert ids(published) == before
    assert [gone.old.id for gone in page.context["paired"].pairing.gone] == before[3:]
    pia.post(change_page(published), fields_of(page))
    assert ids(published) == before[:3]
    assert Turn.objects.get(public_id=before[3]).state == Turn.State.REMOVED


def test_a_turn_given_the_place_of_another_goes_before_it(pia, published):
    first, second, third, fourth = ids(published)
    pia.post(change_page(published), {**shown_fields(pia, published), "turns-3-position": "2"})
    assert ids(published) == [first, fourth, second, third]


def test_a_new_turn_gets_an_address_of_its_own(pia, published):
    before = ids(published)
    new = {"turns-4-text": "(Laughter.)", "turns-4-kind": "note", "turns-4-position": "2"}
    pia.post(change_page(published), {**shown_fields(pia, published), **new})
    after = ids(published)
    assert [after[0], *after[2:]] == before
    assert Turn.objects.get(public_id=after[1]).kind == "note"


def test_a_name_that_is_not_known_becomes_a_person(pia, published):
    pia.post(change_page(published), {**shown_fields(pia, published), "turns-1-speaker": "Cara Dahl-Berg"})
    assert published.turns.get(position=2).speaker == Person.objects.get(name="Cara Dahl-Berg")


def test_a_blank_line_begins_a_paragraph(edda, draft):
    fields = shown_fields(edda, draft)
    edda.post(change_page(draft), {**fields, "turns-2-text": "It will be lit.\r\n \r\n\r\nIn October.\r\nAt night."})
    assert draft.turns.get(position=3).text == "It will be lit.\n\nIn October.\nAt night."


def test_a_turn_emptied_of_text_is_refused_and_nothing_is_lost(pia, published):
    fields = shown_fields(pia, published)
    page = pia.post(change_page(published), {**fields, "turns-0-text": " ", "title": "Kept as typed"})
    assert "A turn has text" in page.content.decode()
    assert "Kept as typed" in page.content.decode()
    assert published.revisions.count() == 1


def test_the_page_asks_the_database_as_often_for_many_turns_as_for_few(
    edda, draft, nato, django_assert_max_num_queries
):
    long = add_event(parse_source(nato, name="nato.txt"))
    for event in (draft, long):
        with django_assert_max_num_queries(20):
            edda.get(change_page(event))


def test_the_address_of_what_was_published_stays(pia, published):
    pia.post(change_page(published), {**shown_fields(pia, published), "slug": "another-address"})
    assert Event.objects.get().slug == published.slug


def test_the_source_is_downloaded_as_it_came(edda, draft):
    source = draft.sources.get()
    answer = edda.get(reverse("admin:transcripts_event_source", args=[draft.pk, source.pk]))
    assert b"".join(answer.streaming_content) == source.read()
    assert answer["Content-Disposition"] == 'attachment; filename="lighthouse.txt"'
    assert answer["Content-Type"] == "application/octet-stream"


def test_an_event_that_is_not_there_is_not_found(edda, draft):
    assert edda.get(f"/admin/transcripts/event/{draft.pk + 1}/change/").status_code == 404
    assert edda.get("/admin/transcripts/event/nonsense/change/").status_code == 404
