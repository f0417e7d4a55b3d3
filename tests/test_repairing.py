"""An editor gives turns the ids that they ought to have, before and after publication."""

from __future__ import annotations

from dataclasses import replace

import pytest

from transcripts.models import Event, Turn
from transcripts.projection import plan_turns, transcript_of
from transcripts.publishing import add_event, correct_event, publish_event, restore_revision
from transcripts.text.pairing_doubts import Fate, look
from transcripts.text.transcript import NEW, Transcript, TurnKind
from transcripts.text.transcript import Turn as Value

pytestmark = pytest.mark.django_db

SAID = (
    "Good morning to everybody at the harbour on this windy day.",
    "When will the new lighthouse be lit for the very first time?",
    "It will be lit in October, on the longest night that we can find.",
    "Thank you all for coming out here, and mind the wet steps.",
)
OTHER = "Nobody has told us so far what the lamp oil is going to cost the town."


@pytest.fixture
def event() -> Event:
    turns = tuple(Value(TurnKind.STATEMENT, (text,), f"Voice {n}") for n, text in enumerate(SAID))
    event = add_event(Transcript(title="Lighthouse", turns=turns))
    publish_event(event)
    return event


def ids(event: Event) -> list[str]:
    return [turn.id for turn in transcript_of(event).turns]


def correct(event: Event, *given: tuple[str, str], **told) -> None:
    """Turns with these ids and texts."""
    turns = tuple(Value(TurnKind.STATEMENT, (text,), "", id=public_id) for public_id, text in given)
    correct_event(event, replace(transcript_of(event), turns=turns), **told)


def row(public_id: str) -> Turn:
    return Turn.objects.get(public_id=public_id)


def whole(event: Event) -> list[tuple[str, str]]:
    return [(turn.id, turn.text) for turn in transcript_of(event).turns]


def test_a_turn_said_to_be_new_gets_an_id_of_its_own_whatever_it_resembles(event):
    before = whole(event)
    correct(event, *before[:2], (NEW, SAID[2]), before[3])
    assert ids(event)[2] not in [public_id for public_id, _text in before]
    assert row(before[2][0]).state == Turn.State.REMOVED


def test_two_turns_may_be_new_at_once(event):
    before = whole(event)
    correct(event, *before, (NEW, OTHER), (NEW, OTHER))
    assert len(set(ids(event))) == 6


def test_a_turn_that_was_taken_for_a_new_one_gets_its_id_back_and_the_wrong_id_leads_there(event):
    before = whole(event)
    correct(event, *before[:2], (NEW, OTHER), before[3])
    wrong = ids(event)[2]
    correct(event, *before[:2], (before[2][0], OTHER), before[3])
    assert ids(event) == [public_id for public_id, _text in before]
    assert row(wrong).merged_into == row(before[2][0])
    assert event.revisions.count() == 3


def test_ids_that_were_given_crosswise_are_swapped_back(event):
    (a, first), (b, second), *rest = whole(event)
    correct(event, (b, first), (a, second), *rest)
    correct(event, (a, first), (b, second), *rest)
    assert (row(a).text, row(b).text) == (first, second)
    assert ids(event)[:2] == [a, b]


def test_an_address_never_keeps_the_words_of_the_turn_that_it_was_wrongly_given_to(event):
    before = whole(event)
    lost, right = before[1]
    correct(event, before[0], (lost, OTHER), *before[2:])
    correct(event, before[0], (NEW, OTHER), *before[2:])
    assert row(lost).state == Turn.State.REMOVED
    assert (row(lost).text, row(lost).label) == (right, "Voice 1")


def test_a_turn_back_under_its_own_id_leaves_the_other_address_what_that_said_before(event):
    before = whole(event)
    (gone, _words), (taken, right) = before[1], before[2]
    correct(event, before[0], (taken, OTHER), before[3])
    correct(event, before[0], (gone, OTHER), before[3])
    assert (row(taken).state, row(taken).text) == (Turn.State.REMOVED, right)
    assert row(gone).text == OTHER


def test_an_editor_says_into_which_turn_another_was_merged(event):
    before = whole(event)
    correct(event, before[0], before[1], before[3], merged={before[2][0]: before[1][0]})
    assert row(before[2][0]).merged_into == row(before[1][0])


def test_an_editor_says_that_a_turn_was_not_merged(event):
    before = whole(event)
    joined = f"{SAID[1]} {SAID[2]}"
    plan = plan_turns(event, transcript_of(event).turns[:1])
    assert len(look(plan.old, transcript_of(event).turns[:1], plan.alignment).gone) == 3
    correct(event, before[0], (before[1][0], joined), before[3], merged={before[2][0]: ""})
    assert row(before[2][0]).state == Turn.State.REMOVED


def test_of_two_twins_the_one_that_is_taken_out_is_not_the_other(event):
    correct(event, *whole(event), (NEW, SAID[0]))
    twin = ids(event)[4]
    correct(event, *whole(event)[:4])
    assert row(twin).state == Turn.State.REMOVED


def test_a_revision_is_restored_over_turns_that_were_paired_anew(event):
    first = event.revisions.get()
    before = whole(event)
    correct(event, before[0], (before[2][0], SAID[1]), (before[1][0], SAID[2]), (NEW, SAID[3]))
    restored = restore_revision(first)
    assert whole(event) == before
    assert restored.number == 3


def test_what_was_merged_comes_back_with_a_restored_revision(event):
    first, before = event.revisions.get(), whole(event)
    correct(event, before[0], before[1], before[3], merged={before[2][0]: before[1][0]})
    restore_revision(first)
    assert (ids(event)[2], row(before[2][0]).merged_into) == (before[2][0], None)


def test_a_plan_says_what_writing_will_do_and_writes_nothing(event):
    before = whole(event)
    turns = tuple(
        replace(turn, id="", paragraphs=(text,))
        for turn, text in zip(transcript_of(event).turns, (SAID[0], OTHER, SAID[2], SAID[3]), strict=True)
    )
    plan = plan_turns(event, turns)
    pairing = look(plan.old, turns, plan.alignment)
    assert [pair.fate for pair in pairing.pairs] == [Fate.KEPT, Fate.NEW, Fate.KEPT, Fate.KEPT]
    [doubtful] = pairing.uncertain
    assert [turn.id for turn in doubtful.likely] == [before[1][0]]
    assert [gone.old.id for gone in pairing.gone] == [before[1][0]]
    assert whole(event) == before
