"""Filters typed among the words, by any name of those who bear it."""

import pytest
from small_archive import add_event, add_turn, mark_stale, search, texts

from transcripts.models import Organization, Person
from transcripts.models.people import PersonAlias, name_key
from transcripts.search import indexing

pytestmark = pytest.mark.django_db

ASKED, ANSWERED, FOLLOWED = "When is the ferry built?", "The ferry is built in May.", "And the bridge?"
STATED = "The Fähre stays."
DE = "Die Brücke bleibt."


@pytest.fixture
def archive():
    event = add_event("Harbour briefing", on="2024-04-04", series="Ossen briefings")
    add_turn(event, STATED, by="Ada Quill", role="Deputy Minister of Harbours", kind="remarks")
    add_turn(event, ASKED, by="Ben Oake", of="The Gazette", kind="question", exchange=1)
    add_turn(event, ANSWERED, by="Ada Quill", role="Deputy Minister of Harbours", exchange=1)
    add_turn(event, FOLLOWED, by="Ben Oake", of="The Gazette", kind="question", exchange=1)
    other = add_event("Bridge talks", on="2023-01-02", language="de")
    add_turn(other, DE, by="Cy Quill")
    for each in (event, other):
        mark_stale(each)
    for person in Person.objects.all():
        PersonAlias.objects.create(person=person, name=person.name, key=name_key(person.name))
    for outlet in Organization.objects.all():
        outlet.aliases.create(name=outlet.name, key=name_key(outlet.name))
    indexing.drain()
    return event


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ('speaker:"ada quill"', [STATED, ANSWERED]),
        ("speaker:ADA", [STATED, ANSWERED]),
        ("speaker:ada-quill", [STATED, ANSWERED]),
        ("speaker:quill", [STATED, ANSWERED, DE]),
        ("speaker:quill -speaker:cy", [STATED, ANSWERED]),
        ("speaker:ada ferry", [ANSWERED]),
        ("speaker:cy OR ferry", [DE, ASKED, ANSWERED]),
        ("outlet:gazette", [ASKED, FOLLOWED]),
        ('outlet:"the gazette" bridge', [FOLLOWED]),
        ("role:minister", [STATED, ANSWERED]),
        ('role:"deputy minister"', [STATED, ANSWERED]),
        ("role:minist", []),
        ("kind:remarks", [STATED]),
        ("in:question ferry", [ASKED]),
        ("event:harbour ferry", [ASKED, ANSWERED]),
        ("series:ossen ferry", [ASKED, ANSWERED]),
        ("language:de", [DE]),
        ("language:German", [DE]),
        ("year:2023", [DE]),
        ("date:2024-04", [STATED, ASKED, ANSWERED, FOLLOWED]),
        ("date:..2023-12", [DE]),
        ("date:2023..2024 ferry", [ASKED, ANSWERED]),
        ("asked-by:oake", [ANSWERED]),
        ("asked-by:gazette", [ANSWERED]),
        ("asked-by:quill", []),
        ('answered-by:"ada quill"', [ASKED, FOLLOWED]),
        ("-asked-by:oake quill", [STATED, DE]),
    ],
)
def test_a_filter_finds(archive, typed, found):
    assert sorted(texts(search(typed))) == sorted(found)


def test_a_person_is_found_by_a_name_that_was_merged(archive):
    former = Person.objects.create(slug="a-q", name="A. Q.", merged_into=Person.objects.get(slug="ada-quill"))
    PersonAlias.objects.create(person=former, name="Adele Feder", key=name_key("Adele Feder"))
    assert texts(search("speaker:feder ferry")) == texts(search("speaker:a-q ferry")) == [ANSWERED]


def test_a_name_of_several_is_said_to_be(archive):
    (note,) = search("speaker:quill").query.notes
    assert note == "“quill” names several: Ada Quill, Cy Quill."


def test_a_name_that_nobody_bears_is_searched_as_words_and_said(archive):
    page = search("speaker:ferry")
    assert sorted(texts(page)) == sorted([ASKED, ANSWERED])
    assert "“ferry”" in page.query.notes[0]


def test_a_name_of_a_draft_is_nobodys(archive):
    draft = add_event(state="draft")
    add_turn(draft, "Not yet.", by="Zora Secret")
    zora = Person.objects.get(slug="zora-secret")
    PersonAlias.objects.create(person=zora, name=zora.name, key=name_key(zora.name))
    assert "Nothing here bears the name" in search("speaker:zora").query.notes[0]


def test_a_hit_of_a_filter_alone_is_sorted_by_date_and_not_marked(archive):
    page = search("speaker:quill")
    assert texts(page)[-1] == DE
    assert not any("<mark>" in hit.snippet for hit in page.hits)
