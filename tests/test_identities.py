"""Names as printed become people and outlets: linked where it is sure, proposed where it is likely, never merged."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from transcripts.identities import (
    add_alias,
    add_bearer,
    bearers_named,
    known_people,
    resolve_organizations,
    resolve_people,
)
from transcripts.models import Organization, OrganizationProposal, Person, PersonProposal, Series, Turn
from transcripts.projection import transcript_of
from transcripts.publishing import add_event, correct_event
from transcripts.text.transcript import Transcript, TurnKind
from transcripts.text.transcript import Turn as TurnValue

pytestmark = pytest.mark.django_db


@pytest.fixture
def harbour() -> Series:
    return Series.objects.create(slug="harbour", name="Harbour briefings")


@pytest.fixture
def lights() -> Series:
    return Series.objects.create(slug="lights", name="Briefings on lights")


def heard(*speakers: str, series: Series | None = None, outlet: str = ""):
    """An event in which they speak, each once."""
    turns = tuple(
        TurnValue(
            kind=TurnKind.STATEMENT,
            label=name,
            speaker=name,
            affiliation=outlet,
            paragraphs=(f"What {name} says is number {number}.",),
        )
        for number, name in enumerate(speakers)
    )
    return add_event(Transcript(title=f"A day of {', '.join(speakers)}", turns=turns), series=series)


def speakers(event) -> list[Person]:
    return [turn.speaker for turn in event.turns.current().in_order().select_related("speaker")]


def proposed(name: str) -> list[tuple[str, str]]:
    rows = PersonProposal.objects.filter(name=name).select_related("candidate")
    return [(row.candidate.name, row.reason) for row in rows]


@pytest.mark.parametrize("printed", ["Anselm J. Roke", "ANSELM ROKE", "Dr Anselm Roke", "Ánselm Roke"])
def test_a_sure_match_is_linked_and_the_name_is_known_from_then_on(printed):
    [anselm] = speakers(heard("Anselm Roke"))
    assert speakers(heard(printed)) == [anselm]
    assert bearers_named(printed, Person) == [anselm]
    assert not PersonProposal.objects.exists()


@pytest.mark.parametrize(
    ("printed", "reason"),
    [("Askell", "surname"), ("T. Askell", "initials"), ("Tobin Askel", "spelling"), ("Askell Tobin", "order")],
)
def test_a_likely_match_is_somebody_new_with_a_proposal(printed, reason):
    [tobin] = speakers(heard("Tobin Askell"))
    event = heard(printed)
    [new] = speakers(event)
    assert new != tobin
    proposal = PersonProposal.objects.get()
    assert (proposal.bearer, proposal.candidate, proposal.name, proposal.event) == (new, tobin, printed, event)
    assert proposal.reason == reason
    assert proposal.state == PersonProposal.State.OPEN


def test_a_full_name_after_a_surname_alone_is_proposed_too():
    heard("Askell")
    heard("Tobin Askell")
    assert proposed("Tobin Askell") == [("Askell", "surname")]


def test_names_are_compared_with_those_of_the_same_event_too():
    first, second, third = speakers(heard("Anselm J. Roke", "Dr Anselm Roke", "A. Roke"))
    assert first == second != third
    assert proposed("A. Roke") == [("Anselm J. Roke", "initials")]


def test_a_middle_initial_that_differs_is_somebody_else_and_is_not_even_proposed():
    [first] = speakers(heard("Anselm Roke"))
    assert speakers(heard("Anselm J. Roke")) == [first]
    [other] = speakers(heard("Anselm K. Roke"))
    assert other != first
    assert not PersonProposal.objects.exists()


def test_one_who_may_as_well_be_the_other_is_neither():
    heard("Anselm J. Roke")
    heard("Anselm K. Roke")
    [new] = speakers(heard("Anselm Roke"))
    assert new.name == "Anselm Roke"
    assert sorted(proposed("Anselm Roke")) == [
        ("Anselm J. Roke", "middle initial"),
        ("Anselm K. Roke", "middle initial"),
    ]


def test_of_two_people_of_one_name_it_is_the_one_of_the_series(harbour, lights):
    [first] = speakers(heard("Ada Holm", series=harbour))
    second = add_bearer(Person, "Ada Holm")
    event = heard("Bo Lind", series=lights)
    event.turns.update(speaker=second)
    assert speakers(heard("Ada Holm", series=harbour)) == [first]
    assert speakers(heard("Ada Holm", series=lights)) == [second]
    assert not PersonProposal.objects.exists()


def test_of_two_people_of_one_name_nobody_is_guessed():
    heard("Ada Holm")
    add_bearer(Person, "Ada Holm")
    [third] = speakers(heard("Ada Holm"))
    assert Person.objects.filter(name="Ada Holm").count() == 3
    assert PersonProposal.objects.filter(bearer=third, reason="namesake").count() == 2


def test_a_correction_leaves_each_of_two_people_of_one_name_their_turns():
    event = heard("Ada Holm", "Bo Lind", "Ada Holm")
    other = add_bearer(Person, "Ada Holm")
    Turn.objects.filter(event=event, position=3).update(speaker=other)
    before = speakers(event)
    correct_event(event, transcript_of(event))
    assert speakers(event) == before
    assert before[0] != before[2] == other


def test_a_surname_alone_is_known_in_its_series_and_proposed_in_another(harbour, lights):
    [askell] = speakers(heard("Askell", series=harbour))
    assert speakers(heard("ASKELL", series=harbour)) == [askell]
    [other] = speakers(heard("Askell", series=lights))
    assert other != askell
    assert proposed("Askell") == [("Askell", "namesake")]


def test_of_several_with_the_surname_the_one_of_the_series_is_proposed_first(harbour, lights):
    heard("Adam Askell", series=lights)
    heard("Tobin Askell", series=harbour)
    heard("Askell", series=harbour)
    assert [name for name, _reason in proposed("Askell")] == ["Tobin Askell", "Adam Askell"]


def test_few_are_proposed_however_many_have_the_surname():
    heard(*(f"{first} Askell" for first in ("Ada", "Bo", "Cara", "Dan", "Eli")))
    heard("Askell")
    assert len(proposed("Askell")) == 3


@pytest.mark.parametrize(
    ("known", "printed", "reason"),
    [
        ("Ukrinform", "National News Agency of Ukraine, Ukrinform", "part"),
        ("National News Agency of Ukraine, Ukrinform", "Ukrinform", "part"),
        ("Agence France-Presse (AFP)", "AFP", "part"),
        ("AFP", "Agence France-Presse", "abbreviation"),
    ],
)
def test_an_abbreviation_of_an_outlet_is_proposed(known, printed, reason):
    heard("Ada Holm", outlet=known)
    heard("Ada Holm", outlet=printed)
    proposal = OrganizationProposal.objects.get()
    assert (proposal.candidate.name, proposal.name, proposal.reason) == (known, printed, reason)
    assert Organization.objects.count() == 2


def test_an_article_before_an_outlet_makes_no_difference():
    heard("Ada Holm", outlet="The Lantern Wire")
    heard("Ada Holm", outlet="Lantern Wire")
    assert Organization.objects.count() == 1


def test_a_preview_knows_what_would_be_linked_and_makes_nobody():
    [anselm] = speakers(heard("Anselm Roke"))
    assert known_people(["Anselm J. Roke", "Roke", "Nobody Known"]) == {"Anselm J. Roke": anselm}
    assert Person.objects.count() == 1
    assert anselm.aliases.count() == 1


def test_a_name_given_to_somebody_leads_to_them_whoever_else_has_it():
    heard("Ada Holm", "Bo Lind")
    ada, bo = Person.objects.order_by("name")
    add_alias(bo, "Ada Holm")
    add_alias(bo, "ADA HOLM")
    assert bearers_named("Ada Holm", Person) == [ada, bo]
    assert bo.aliases.count() == 2


def test_one_who_turned_out_to_be_another_is_not_found_by_a_name():
    [ada] = speakers(heard("Ada Holm"))
    other = add_bearer(Person, "Ada M. Holm")
    Person.objects.filter(pk=other.pk).update(merged_into=ada)
    assert speakers(heard("Ada M. Holm")) == [ada]


def test_names_without_letters_are_nobodys():
    assert resolve_people(["", "–", "..."]) == {}


def test_queries_do_not_grow_with_the_names(harbour):
    heard("Tobin Askell", "Anselm Roke", series=harbour)
    event = heard("Bo Lind", series=harbour)

    def queries(names):
        with CaptureQueriesContext(connection) as seen:
            resolve_people(names, event)
        return len(seen)

    few = queries(["Askell", "Anselm Q. Roke", "Cara Dahl"])
    letters = [chr(ord("a") + number) * 3 for number in range(6)]
    many = queries([f"{first} {last}" for first in letters for last in letters] + ["A. Roke", "Askel"])
    assert many == few
    assert queries(["Tobin Askell", "Anselm Roke", "Bo Lind"]) == 1


def test_nobody_is_looked_for_among_all_people():
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL scans a table that is nearly empty, and rightly")
    event = heard("Tobin Askell")
    with CaptureQueriesContext(connection) as seen:
        resolve_people(["Tobin Askell", "Askell", "Tobin Askel", "Nobody Known"], event)
    reads = [query["sql"] for query in seen if query["sql"].startswith("SELECT")]
    with connection.cursor() as cursor:
        plans = [cursor.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall() for sql in reads]
    assert len(plans) > 3
    for [_number, _parent, _unused, first], *_others in plans:
        assert first.startswith("SEARCH")
        assert "merged_into_id" not in first


def test_outlets_resolve_as_people_do():
    first = resolve_organizations(["Głos"])["Głos"]
    assert resolve_organizations(["Glos"]) == {"Glos": first}
