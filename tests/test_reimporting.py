"""A changed file over an event that an editor has corrected since: what each alone changed stays."""

from __future__ import annotations

from dataclasses import replace

import pytest

from transcripts.importing import Status, Wishes, import_source
from transcripts.models import AsImported, Event, Turn
from transcripts.projection import transcript_of
from transcripts.publishing import correct_event
from transcripts.text.comparing import What, compare
from transcripts.text.formats import json
from transcripts.text.transcript import NEW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clean_data")]

FILE = """Press conference

by Minister Ada Holm on the new lighthouse

4 April 2024

Spokesperson Bo Lind: Good morning to all of you. The first question is for the Harbour Post.

Cara Dahl (Harbour Post): Minister, when will the lighthouse be lit for the first time?

Minister Ada Holm: It will be lit in October, on the longest night that we can find.

Cara Dahl (Harbour Post): And what is the oil for the lamp going to cost the town?

Minister Ada Holm: Rather less than it costs to fish a ferry out of the harbour.

Spokesperson Bo Lind: Thank you all for coming out in such a wind.
"""


def bring(text: str, **wishes):
    outcome = import_source(text.encode(), name="lighthouse.txt", wishes=Wishes(**wishes))
    assert outcome.status is not Status.FAILED, outcome.error
    return outcome


@pytest.fixture
def event() -> Event:
    return bring(FILE, publish=True).event


def edit(event: Event, place: int, **fields) -> None:
    """An editor changes the turn at this place, counted from 1."""
    said = transcript_of(event)
    turns = list(said.turns)
    turns[place - 1] = replace(turns[place - 1], **fields)
    correct_event(event, replace(said, turns=tuple(turns)))


def turn(event: Event, place: int):
    return transcript_of(event).turns[place - 1]


def ids(event: Event) -> list[str]:
    return [turn.id for turn in transcript_of(event).turns]


def codes(outcome) -> list[str]:
    return [warning.code for warning in outcome.warnings]


def test_a_correction_stays_where_the_file_has_not_changed(event):
    before = ids(event)
    edit(event, 3, paragraphs=("It will be lit in October, on the darkest night that we can find.",))
    outcome = bring(FILE.replace("such a wind", "so much wind"))
    assert outcome.status is Status.UPDATED
    assert "darkest" in turn(event, 3).text
    assert "so much wind" in turn(event, 6).text
    assert ids(event) == before
    assert codes(outcome) == []


def test_a_turn_that_both_changed_keeps_the_editors_wording_and_a_warning_has_both(event):
    edit(event, 3, paragraphs=("It will be lit in October, on the darkest night that we can find.",))
    outcome = bring(FILE.replace("longest night", "coldest night"))
    [warning] = outcome.warnings
    assert warning.code == "correction-kept"
    assert warning.line == FILE[: FILE.index("It will be lit")].count("\n") + 1
    assert "coldest night" in warning.message
    assert "darkest night" in warning.message
    assert "darkest" in turn(event, 3).text


def test_the_file_that_comes_again_warns_of_what_it_changes_then_and_not_again_of_what_it_had_changed(event):
    edit(event, 3, paragraphs=("It will be lit in October, on the darkest night that we can find.",))
    changed = FILE.replace("longest night", "coldest night")
    bring(changed)
    outcome = bring(changed.replace("such a wind", "so much wind"))
    assert codes(outcome) == []
    assert "darkest" in turn(event, 3).text
    assert "so much wind" in turn(event, 6).text


def test_a_speaker_whom_an_editor_named_stays_named(event):
    edit(event, 2, speaker="Cara Dahl-Berg", affiliation="Harbour Evening Post")
    bring(FILE.replace("such a wind", "so much wind"))
    assert (turn(event, 2).speaker, turn(event, 2).affiliation) == ("Cara Dahl-Berg", "Harbour Evening Post")


def test_a_turn_that_an_editor_put_in_or_took_out_stays_so(event):
    said = transcript_of(event)
    note = replace(
        said.turns[0], id=NEW, label="", speaker="", role="", kind="note", paragraphs=("(The horn sounds.)",)
    )
    correct_event(event, replace(said, turns=(*said.turns[:3], note, *said.turns[3:5])))
    before = ids(event)
    bring(FILE.replace("longest night", "coldest night"))
    assert ids(event) == before
    assert turn(event, 4).text == "(The horn sounds.)"


def test_a_title_and_a_venue_that_an_editor_gave_stay(event):
    correct_event(event, replace(transcript_of(event), title="On the new lighthouse", venue="Quay"))
    bring(FILE.replace("such a wind", "so much wind"))
    event.refresh_from_db()
    assert (event.title, event.venue) == ("On the new lighthouse", "Quay")


def test_a_title_that_both_changed_is_told(event):
    correct_event(event, replace(transcript_of(event), subtitle="by the Minister on the lighthouse"))
    outcome = bring(FILE.replace("on the new lighthouse", "on the newest lighthouse"))
    assert codes(outcome) == ["correction-kept"]
    assert outcome.event.pk == event.pk
    assert Event.objects.get().subtitle == "by the Minister on the lighthouse"


def test_a_question_put_into_the_file_stands_among_the_corrections(event):
    edit(event, 5, paragraphs=("Rather less than it costs to fish a boat out of the harbour.",))
    asked = "Cara Dahl (Harbour Post): Is the tower going to be painted white or red?\n\n"
    asked += "Minister Ada Holm: Purple, naturally.\n\n"
    at = FILE.index("Spokesperson Bo Lind: Thank")
    outcome = bring(FILE[:at] + asked + FILE[at:])
    assert codes(outcome) == []
    assert [t.text for t in transcript_of(event).turns][5:7] == [
        "Is the tower going to be painted white or red?",
        "Purple, naturally.",
    ]
    assert "boat" in turn(event, 5).text


def test_an_address_that_is_lost_is_told_with_the_way_to_pair_anew(event):
    lost = turn(event, 3).id
    outcome = bring(
        FILE.replace("It will be lit in October, on the longest night that we can find.", "No comment at all.")
    )
    told = [warning.message for warning in outcome.warnings if warning.code == "address-uncertain"]
    assert any(lost in message for message in told)
    assert all(f"/admin/transcripts/event/{event.pk}/text/?pairing" in message for message in told)
    assert outcome.status is Status.UPDATED


def test_an_address_that_an_editor_gave_back_stays_given_back(event):
    before = ids(event)
    changed = FILE.replace("It will be lit in October, on the longest night that we can find.", "No comment at all.")
    bring(changed)
    edit(event, 3, id=before[2])
    bring(changed.replace("such a wind", "so much wind"))
    assert ids(event) == before


def test_an_event_that_was_imported_before_this_was_kept_is_read_again(event):
    edit(event, 3, paragraphs=("It will be lit in October, on the darkest night that we can find.",))
    AsImported.objects.all().delete()
    bring(FILE.replace("such a wind", "so much wind"))
    assert "darkest" in turn(event, 3).text


def test_a_dry_run_warns_alike_and_stores_nothing(event):
    edit(event, 3, paragraphs=("It will be lit in October, on the darkest night that we can find.",))
    outcome = bring(FILE.replace("longest night", "coldest night"), dry_run=True)
    assert codes(outcome) == ["correction-kept"]
    assert event.revisions.count() == 2
    assert "longest" in AsImported.objects.get().transcript


def test_people_who_turned_out_to_have_another_name_are_no_correction(event):
    row = Turn.objects.get(public_id=turn(event, 2).id)
    row.speaker.name = "Cara M. Dahl"
    row.speaker.save()
    outcome = bring(FILE.replace("when will the lighthouse", "when may the lighthouse"))
    assert codes(outcome) == []
    assert "may the lighthouse" in turn(event, 2).text
    assert turn(event, 2).speaker == "Cara M. Dahl"


def test_the_real_press_conference_corrected_in_three_places_is_one_revision_that_shows_the_three(nato):
    event = import_source(nato, name="nato.txt", wishes=Wishes(publish=True)).event
    before = ids(event)
    text, places = nato.decode(), (2, 9, 20)
    for place in places:
        first, rest = turn(event, place).paragraphs[0].split(" ", 1)
        assert text.count(rest) == 1
        text = text.replace(rest, f"{first} again, {rest}")
    outcome = import_source(text.encode(), name="nato.txt", wishes=Wishes())
    assert outcome.status is Status.UPDATED
    assert ids(event) == before
    assert codes(outcome) == []
    old, new = (json.parse(revision.transcript) for revision in event.revisions.order_by("number"))
    changed = [change for change in compare(old, new).turns if change.what is not What.SAME]
    assert [change.turn.id for change in changed] == [before[place - 1] for place in places]
    assert all(change.what is What.CHANGED for change in changed)
