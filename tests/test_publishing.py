"""A transcript becomes rows, a revision and an outbox entry, together or not at all."""

import hashlib
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from transcripts.models import Event, Organization, OutboxEntry, Person, Revision, SourceFile, Turn
from transcripts.projection import transcript_of
from transcripts.publishing import (
    CannotPublish,
    Received,
    add_event,
    correct_event,
    publish_event,
    restore_revision,
    withdraw_event,
)
from transcripts.text.formats import json
from transcripts.text.transcript import ParseWarning, Transcript, TurnKind
from transcripts.text.transcript import Turn as TurnValue

pytestmark = pytest.mark.django_db


def turn(kind, label, *paragraphs, **fields):
    return TurnValue(kind=TurnKind(kind), label=label, speaker=label, paragraphs=paragraphs, **fields)


def conference(exchanges=2):
    """An opening, then exchanges of question and answer, each with words of its own."""
    turns = [turn("remarks", "Ada Quill", "Good morning to all of you.", "There is a good deal to say.")]
    for number in range(1, exchanges + 1):
        asked = f"Question {number}: what of the ferry that was promised in year {number}, and of its cost?"
        told = f"Answer {number}: the ferry of year {number} will be built when it has been paid for."
        turns.append(turn("question", "Ben Oake", asked, affiliation="The Bollard", exchange=number))
        turns.append(turn("answer", "Ada Quill", told, role="Harbour Master", exchange=number))
    return Transcript(
        title="On the ferry",
        date=date(2020, 5, 4),
        updated=datetime(2020, 5, 5, 12, 1),  # noqa: DTZ001 - the source's own local time
        status="As delivered",
        language="en",
        kind="press conference",
        turns=tuple(turns),
    )


def ids(event):
    return [value.id for value in transcript_of(event).turns]


def test_what_goes_in_comes_out_to_the_letter():
    given = conference()
    event = add_event(given)
    assert transcript_of(event).with_ids(("",) * 5) == given


def test_a_draft_has_no_revision_and_readers_do_not_see_it():
    event = add_event(conference())
    assert not event.revisions.exists()
    assert not Event.objects.published().exists()
    assert not Turn.objects.published().exists()


def test_publishing_makes_a_revision_that_holds_the_whole_transcript_with_ids():
    event = add_event(conference())
    revision = publish_event(event, note="first")
    assert revision.number == 1
    assert json.parse(revision.transcript) == transcript_of(event)
    assert revision.sha256 == hashlib.sha256(b"\n" + revision.transcript.encode()).hexdigest()
    assert Event.objects.published().get() == event


def test_publishing_leaves_a_note_for_the_index():
    event = add_event(conference())
    publish_event(event)
    assert OutboxEntry.objects.due().filter(event_id=event.pk).exists()


def test_an_embargoed_event_shows_when_its_time_has_come():
    event = add_event(conference())
    later = timezone.now() + timedelta(hours=3)
    publish_event(event, at=later)
    assert not Event.objects.published().exists()
    assert not Turn.objects.published().exists()
    assert Event.objects.published(at=later).get() == event
    assert OutboxEntry.objects.due(at=later).count() > OutboxEntry.objects.due().count()


def test_an_event_without_turns_is_not_published():
    event = Event.objects.create(slug="bare", title="Bare")
    with pytest.raises(CannotPublish, match="no turns"):
        publish_event(event)


def test_a_withdrawn_event_is_gone_for_readers_and_kept_for_editors():
    event = add_event(conference())
    publish_event(event)
    withdraw_event(event, reason="By order of the court.")
    assert not Event.objects.published().exists()
    assert event.turns.current().count() == 5


def test_blocking_warnings_keep_everything_out():
    warning = ParseWarning(14, "label-without-text", "“Reuters:” is followed by no text.", blocking=True)
    with pytest.raises(CannotPublish, match="line 14"):
        add_event(replace(conference(), warnings=(warning,)))
    assert not Event.objects.exists()


def test_a_correction_keeps_every_id_and_says_so_in_a_revision():
    given = conference()
    event = add_event(given)
    publish_event(event)
    before = ids(event)
    answer = replace(given.turns[2], paragraphs=("Answer 1: the ferry of year one will be built once it is paid for.",))
    revision = correct_event(event, replace(given, turns=(*given.turns[:2], answer, *given.turns[3:])))
    assert ids(event) == before
    assert revision.number == 2
    assert "year one" in event.turns.get(public_id=before[2]).text


def test_a_turn_put_before_the_others_moves_no_id():
    given = conference()
    event = add_event(given)
    before = ids(event)
    note = turn("note", "", "(The microphones are switched on.)")
    correct_event(event, replace(given, turns=(note, *given.turns)))
    assert ids(event)[1:] == before
    assert ids(event)[0] not in before


def test_a_turn_that_is_taken_out_keeps_its_row_and_its_last_words():
    given = conference()
    event = add_event(given)
    gone = ids(event)[1]
    correct_event(event, replace(given, turns=(given.turns[0], *given.turns[2:])))
    assert gone not in ids(event)
    row = Turn.objects.get(public_id=gone)
    assert row.state == Turn.State.REMOVED
    assert row.text == given.turns[1].text


def test_a_turn_that_is_joined_to_its_neighbour_points_there():
    given = conference()
    event = add_event(given)
    before = ids(event)
    joined = replace(given.turns[2], paragraphs=(*given.turns[1].paragraphs, *given.turns[2].paragraphs))
    correct_event(event, replace(given, turns=(given.turns[0], joined, *given.turns[3:])))
    [standing] = set(before[1:3]) & set(ids(event))
    [merged] = set(before[1:3]) - {standing}
    assert Turn.objects.get(public_id=merged).merged_into.public_id == standing


def test_turns_that_change_places_keep_their_ids():
    given = conference()
    event = add_event(given)
    before = ids(event)
    swapped = (given.turns[0], *given.turns[3:5], *given.turns[1:3])
    correct_event(event, replace(given, turns=swapped))
    assert ids(event) == [before[0], *before[3:5], *before[1:3]]


def test_a_restored_revision_brings_every_turn_back_under_its_old_id():
    given = conference()
    event = add_event(given)
    first = publish_event(event)
    before = ids(event)
    joined = replace(given.turns[2], paragraphs=(*given.turns[1].paragraphs, *given.turns[2].paragraphs))
    correct_event(event, replace(given, title="Nothing about a ferry", turns=(given.turns[0], joined)))
    assert len(ids(event)) == 2
    restored = restore_revision(first)
    assert ids(event) == before
    assert restored.number == 3
    assert transcript_of(event) == json.parse(first.transcript)
    assert restore_revision(first) is None


def test_a_correction_that_changes_nothing_makes_no_revision():
    event = add_event(conference())
    publish_event(event)
    assert correct_event(event, conference()) is None
    assert event.revisions.count() == 1


def test_the_source_is_kept_byte_for_byte_and_once():
    data = b"Ada Quill: Good morning.\r\n\xff"
    event = add_event(conference(), received=Received(data, "ferry.txt"))
    correct_event(event, conference(), received=Received(data, "again.txt"))
    source = SourceFile.objects.get()
    assert source.read() == data
    assert source.sha256 == hashlib.sha256(data).hexdigest()
    assert source.size == len(data)


def test_people_and_outlets_are_the_same_from_event_to_event():
    add_event(conference())
    louder = conference(exchanges=1)
    louder = replace(louder, turns=tuple(replace(t, speaker=t.speaker.upper()) for t in louder.turns))
    add_event(louder)
    assert sorted(person.name for person in Person.objects.all()) == ["Ada Quill", "Ben Oake"]
    assert Organization.objects.get().name == "The Bollard"


def test_an_article_in_front_makes_no_other_outlet():
    add_event(conference())
    bare = tuple(replace(t, affiliation=t.affiliation.removeprefix("The ")) for t in conference().turns)
    add_event(replace(conference(), turns=bare))
    assert Organization.objects.get().name == "The Bollard"


def test_two_events_of_one_name_and_day_have_two_addresses():
    first, second = add_event(conference()), add_event(conference())
    assert first.slug == "2020-05-04-on-the-ferry"
    assert second.slug == "2020-05-04-on-the-ferry-2"


def test_two_people_whose_names_make_one_slug_have_two_addresses():
    given = conference(exchanges=1)
    turns = (
        replace(given.turns[0], speaker="Łukasz Đ"),
        replace(given.turns[1], speaker="Łukasz ¿Đ 2"),
        given.turns[2],
    )
    add_event(replace(given, turns=turns))
    slugs = list(Person.objects.values_list("slug", flat=True))
    assert len(set(slugs)) == len(slugs) == 3
    assert all(slugs)


@pytest.mark.parametrize("verb", [add_event, lambda t: correct_event(add_event(conference(1)), t)])
def test_turns_are_written_in_batches_and_never_one_by_one(verb):
    verb(conference(1))
    counts = []
    for size in (20, 80):
        with CaptureQueriesContext(connection) as queries:
            verb(conference(size))
        counts.append(len(queries))
    more_turns = 120
    assert counts[1] - counts[0] <= more_turns / 50


@pytest.mark.parametrize(
    "broken",
    [
        {"kind": "sermon"},
        {"state": "lost"},
        {"state": "merged"},
        {"text": ""},
        {"position": 1},
        {"public_id": "UPPERCASE"[:8]},
        {"public_id": "abcdefgi"},
    ],
)
def test_the_database_itself_refuses_a_turn_that_cannot_be(broken):
    event = add_event(conference())
    fields = {"event": event, "position": 99, "kind": "answer", "text": "Yes."} | broken
    with pytest.raises(IntegrityError), transaction.atomic():
        Turn.objects.create(**fields)


def test_the_database_itself_refuses_the_same_id_twice():
    event = add_event(conference())
    with pytest.raises(IntegrityError), transaction.atomic():
        Turn.objects.create(event=event, position=99, kind="note", text="x", public_id=ids(event)[0])


def test_a_published_event_without_a_time_is_refused_by_the_database():
    with pytest.raises(IntegrityError), transaction.atomic():
        Event.objects.create(slug="x", title="X", state="published")


def test_the_database_keeps_an_event_that_has_revisions():
    event = add_event(conference())
    publish_event(event)
    with pytest.raises(IntegrityError):
        event.delete()
    assert Revision.objects.count() == 1
