"""Who turned out to be whom, and how it is taken back."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from transcripts.identities import add_alias, resolve_people
from transcripts.merging import CannotMerge, Returned, accept, merge, merges_of, reject, somebody_new, split, undo
from transcripts.models import Event, Organization, OutboxEntry, Person, PersonProposal, Turn
from transcripts.projection import transcript_of
from transcripts.publishing import add_event, correct_event, publish_event
from transcripts.text.transcript import Transcript, TurnKind
from transcripts.text.transcript import Turn as TurnValue

pytestmark = pytest.mark.django_db


def said(name: str, words: str, outlet: str = "") -> TurnValue:
    return TurnValue(TurnKind.STATEMENT, (words,), label=name, speaker=name, affiliation=outlet)


def event(*names: str, outlet: str = "") -> Event:
    """Published, with a turn for each name."""
    words = (f"In the words of {name}, number {number}." for number, name in enumerate(names))
    turns = tuple(said(name, text, outlet) for name, text in zip(names, words, strict=True))
    made = add_event(Transcript(title=f"Told by {' and '.join(names)}", turns=turns))
    publish_event(made)
    return made


def person(name: str) -> Person:
    return Person.objects.get(name=name)


def speakers(of: Event) -> list[str]:
    return [turn.speaker for turn in transcript_of(of).turns]


def aliases(bearer: Person) -> set[str]:
    return set(bearer.aliases.values_list("name", flat=True))


def everything() -> list:
    """Whose every turn, alias and address is."""
    turns = Turn.objects.order_by("pk").values_list("pk", "speaker", "affiliation")
    names = Person.objects.order_by("pk").values_list("pk", "merged_into")
    return [*turns, *names, *Person.objects.order_by("aliases__pk").values_list("aliases__pk", "pk")]


@pytest.fixture
def three() -> tuple[Person, Person, Person]:
    """Ada, Bea and Cleo, each of whom spoke in two events."""
    for name in ("Ada Holm", "Bea Lund", "Cleo Marsh"):
        event(name)
        event(name, "Dora Nilsen")
    return person("Ada Holm"), person("Bea Lund"), person("Cleo Marsh")


def test_every_turn_and_name_goes_to_the_one_who_stays(three):
    ada, bea, _cleo = three
    merge(ada, bea)
    assert ada.turns.count() == 0
    assert bea.turns.count() == 4
    assert aliases(bea) == {"Ada Holm", "Bea Lund"}
    assert resolve_people(["Ada Holm"]) == {"Ada Holm": bea}


def test_a_later_event_under_the_old_name_is_the_one_who_stays(three):
    ada, bea, _cleo = three
    merge(ada, bea)
    assert speakers(event("Ada Holm")) == ["Bea Lund"]


def test_outlets_merge_alike():
    first, second = event("Ada Holm", outlet="Lantern Wire"), event("Bea Lund", outlet="Evening Wire")
    wire, evening = Organization.objects.get(name="Lantern Wire"), Organization.objects.get(name="Evening Wire")
    record = merge(evening, wire)
    assert {turn.affiliation for turn in (*transcript_of(first).turns, *transcript_of(second).turns)} == {
        "Lantern Wire"
    }
    undo(record)
    assert [turn.affiliation for turn in transcript_of(second).turns] == ["Evening Wire"]


def test_the_index_hears_of_each_event_once_and_in_one_statement(three):
    ada, bea, _cleo = three
    touched = set(ada.turns.values_list("event_id", flat=True))
    OutboxEntry.objects.all().delete()
    with CaptureQueriesContext(connection) as queries:
        merge(ada, bea)
    assert sorted(OutboxEntry.objects.values_list("event_id", flat=True)) == sorted(touched)
    assert sum("INSERT" in query["sql"] and "outbox" in query["sql"] for query in queries) == 1


def test_a_merge_asks_the_database_as_often_however_much_was_said(three):
    ada, bea, cleo = three
    with CaptureQueriesContext(connection) as few:
        record = merge(ada, cleo)
    undo(record)
    for _number in range(12):
        event("Ada Holm", "Ada Holm")
    with CaptureQueriesContext(connection) as many:
        merge(ada, bea)
    assert len(many) == len(few)


def test_what_was_published_stays_as_it_was_published(three):
    ada, bea, _cleo = three
    revisions = [(r.pk, r.transcript) for turn in ada.turns.all() for r in turn.event.revisions.all()]
    merge(ada, bea)
    assert revisions == [
        (r.pk, r.transcript) for e in Event.objects.filter(title__contains="Ada") for r in e.revisions.all()
    ]


def test_undone_everything_is_as_it_was(three):
    ada, bea, _cleo = three
    before = everything()
    assert undo(merge(ada, bea)) == Returned(turns=2, left=0)
    assert everything() == before
    assert not merges_of(bea)


def test_undone_the_index_hears_of_it(three):
    ada, bea, _cleo = three
    record = merge(ada, bea)
    OutboxEntry.objects.all().delete()
    undo(record)
    assert OutboxEntry.objects.count() == 2


def test_turns_that_have_changed_hands_stay_where_they_are(three):
    ada, bea, cleo = three
    record = merge(ada, bea)
    moved = Turn.objects.get(pk=record.turns[0])
    moved.speaker = cleo
    moved.save()
    assert undo(record) == Returned(turns=1, left=1)
    assert ada.turns.count() == 1
    assert cleo.turns.filter(pk=moved.pk).exists()


def test_a_correction_in_between_does_not_keep_turns_from_going_back(three):
    ada, bea, _cleo = three
    of = ada.turns.earliest("pk").event
    record = merge(ada, bea)
    correct_event(of, Transcript(title=of.title, turns=(*transcript_of(of).turns, said("Dora Nilsen", "A new end."))))
    assert speakers(of) == ["Bea Lund", "Dora Nilsen"]
    assert undo(record).left == 0
    assert speakers(of) == ["Ada Holm", "Dora Nilsen"]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_chain_is_undone_in_any_order(three, order):
    ada, bea, cleo = three
    before = everything()
    records = [merge(ada, bea), merge(bea, cleo)]
    assert cleo.turns.count() == 6
    assert Person.objects.get(pk=ada.pk).standing() == cleo
    for index in order:
        assert undo(records[index]).left == 0
    assert everything() == before


def test_undoing_the_first_of_a_chain_leaves_the_second_standing(three):
    ada, bea, cleo = three
    first, _second = merge(ada, bea), merge(bea, cleo)
    undo(first)
    assert (ada.turns.count(), bea.turns.count(), cleo.turns.count()) == (2, 0, 4)
    assert aliases(ada) == {"Ada Holm"}
    assert aliases(cleo) == {"Bea Lund", "Cleo Marsh"}


def test_one_who_was_taken_out_of_a_chain_and_merged_anew_is_not_fetched_by_the_others_undoing(three):
    ada, bea, cleo = three
    first, second = merge(ada, bea), merge(bea, cleo)
    undo(first)
    merge(Person.objects.get(pk=ada.pk), Person.objects.get(pk=cleo.pk))
    undo(second)
    assert (bea.turns.count(), cleo.turns.count()) == (2, 4)


def test_a_name_that_both_have_is_both_s_again(three):
    ada, bea, _cleo = three
    add_alias(ada, "The Minister")
    add_alias(bea, "The Minister")
    before = everything()
    undo(merge(ada, bea))
    assert everything() == before


def test_nobody_is_merged_into_a_person_who_went_into_another(three):
    ada, bea, cleo = three
    merge(ada, bea)
    with pytest.raises(CannotMerge, match="was merged into “Bea Lund” already"):
        merge(cleo, ada)
    with pytest.raises(CannotMerge, match="was merged into “Bea Lund” already"):
        merge(ada, cleo)
    with pytest.raises(CannotMerge, match="was merged"):
        merge(bea, ada)


def test_nobody_is_merged_into_itself(three):
    with pytest.raises(CannotMerge, match="two different"):
        merge(three[0], three[0])
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.filter(pk=three[0].pk).update(merged_into=three[0].pk)


def test_a_merge_is_undone_once(three):
    record = merge(*three[:2])
    undo(record)
    with pytest.raises(CannotMerge, match="undone before"):
        undo(record)


def test_turns_that_are_somebody_else_s_go_to_a_new_person_of_the_same_name(three):
    ada = three[0]
    one, other = ada.turns.all()
    namesake = split(ada, [one.pk], name="Ada Holm")
    assert namesake != ada
    assert namesake.slug == "ada-holm-2"
    assert list(namesake.turns.all()) == [one]
    assert list(ada.turns.all()) == [other]


def test_two_of_one_name_stay_apart_when_their_events_are_corrected(three):
    ada = three[0]
    one, other = (turn.event for turn in ada.turns.all())
    namesake = split(ada, [ada.turns.get(event=one).pk], name="Ada Holm")
    for of in (one, other):
        turns = transcript_of(of).turns
        correct_event(of, Transcript(title=of.title, turns=(*turns, said("Ada Holm", "And one word more from me."))))
    assert ada.turns.filter(event=one).count() == 0
    assert namesake.turns.filter(event=one).count() == 2
    assert ada.turns.filter(event=other).count() == 2


def test_split_turns_stay_split_when_a_merge_is_undone(three):
    ada, bea, cleo = three
    record = merge(ada, bea)
    split(bea, [record.turns[0]], to=cleo)
    assert undo(record) == Returned(turns=1, left=0)
    assert cleo.turns.filter(pk__in=bea.turns.all()).count() == 0
    assert cleo.turns.count() == 3


def test_a_split_wants_turns_and_somebody_to_give_them_to(three):
    ada, bea, _cleo = three
    with pytest.raises(CannotMerge, match="Choose the turns"):
        split(ada, bea.turns.values_list("pk", flat=True), to=bea)
    with pytest.raises(CannotMerge, match="Choose another"):
        split(ada, ada.turns.values_list("pk", flat=True), to=ada)
    with pytest.raises(CannotMerge, match="letters or digits"):
        split(ada, ada.turns.values_list("pk", flat=True), name="–")


@pytest.fixture
def proposal() -> PersonProposal:
    """The archive had "Askell"; then Tobin Askell spoke."""
    event("Askell")
    event("Tobin Askell")
    return PersonProposal.objects.get(state="open")


def test_accepting_keeps_the_fuller_name_and_learns_the_other(proposal):
    accept(proposal)
    tobin = person("Tobin Askell")
    assert tobin.turns.count() == 2
    assert aliases(tobin) == {"Askell", "Tobin Askell"}
    assert person("Askell").merged_into == tobin
    proposal.refresh_from_db()
    assert proposal.state == "accepted"


def test_undoing_an_accepted_proposal_asks_again(proposal):
    undo(accept(proposal))
    proposal.refresh_from_db()
    assert (proposal.state, proposal.decided_at) == ("open", None)
    assert person("Askell").turns.count() == 1


def test_two_merged_by_hand_are_not_asked_about(proposal):
    merge(person("Askell"), person("Tobin Askell"))
    proposal.refresh_from_db()
    assert proposal.state == "accepted"


def test_who_was_rejected_stays_apart_and_nobody_is_asked_again(proposal):
    reject(proposal)
    event("Tobin Askell", "Askell")
    assert not PersonProposal.objects.filter(state="open").exists()
    assert person("Askell").merged_into is None


def test_somebody_new_rejects_all_that_was_proposed(proposal):
    assert somebody_new(proposal.bearer) == 1
    proposal.refresh_from_db()
    assert proposal.state == "rejected"


def test_what_is_decided_is_decided(proposal):
    reject(proposal)
    with pytest.raises(CannotMerge, match="decided before"):
        accept(proposal)
